/** Which requests this person has opened in this browser: said before many are decided together. */
const place = (oid: string) => `latchkey.opened ${oid}`;
const MOST = 1_000;

export function openedIds(oid: string): Set<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(oid)) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}

export function markOpened(oid: string, id: string): void {
  try {
    const before = [...openedIds(oid)].filter((each) => each !== id);
    localStorage.setItem(place(oid), JSON.stringify([...before.slice(1 - MOST), id]));
  } catch {
    // A browser may refuse its storage: then everything counts as not opened.
  }
}
