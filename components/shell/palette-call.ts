const doors = new Set<() => void>();

/** Opens the command palette; false where the page has none yet. */
export function openPalette(): boolean {
  for (const open of doors) open();
  return doors.size > 0;
}

/** Says who opens it. Answers how to stop. */
export function onPalette(open: () => void): () => void {
  doors.add(open);
  return () => void doors.delete(open);
}
