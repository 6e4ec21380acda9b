import type { ClientViewer } from '@/lib/auth/client-viewer';

let current: ClientViewer | null = null;
const listeners = new Set<() => void>();

/** Whose page this is, as the tab knows it. Set by the page, replaced when the same person's session was renewed or made anew. */
export function currentIdentity(): ClientViewer | null {
  return current;
}

export function adoptIdentity(viewer: ClientViewer): void {
  current = viewer;
  for (const listener of listeners) listener();
}

/** Calls back after each change; answers how to stop. */
export function onIdentity(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
