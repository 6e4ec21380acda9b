import type { Decision } from '@/lib/entitlement/approvals';

/** What this browser remembers of decisions that were not sent yet, so that the next visit can say so. No words. */
export interface Note {
  id: string;
  decision: Decision;
  /** `request/stage` of each. */
  stages: string[];
  /** Whose requests, a few of them. */
  names: string[];
  /** When the page that has them was last alive, on this machine's clock. */
  at: number;
}

const MOST_NAMES = 3;
/** A page that is alive says so every two seconds. */
export const ALIVE_MS = 2_000;
const DEAD_MS = 3 * ALIVE_MS;

const place = (oid: string) => `latchkey.decisions ${oid}`;

/** Puts a note down, or says that its page is still alive. */
export function keepNote(oid: string, note: Omit<Note, 'at'>): void {
  write(oid, [...read(oid).filter(({ id }) => id !== note.id), { ...note, names: note.names.slice(0, MOST_NAMES), at: Date.now() }]);
}

export function dropNote(oid: string, id: string): void {
  write(
    oid,
    read(oid).filter((note) => note.id !== id),
  );
}

/** Notes whose page is gone. */
export function orphans(oid: string): Note[] {
  return read(oid).filter(({ at }) => Date.now() - at > DEAD_MS);
}

function read(oid: string): Note[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(oid)) ?? '[]');
    return Array.isArray(kept) ? (kept as Note[]).filter((note) => Array.isArray(note.stages)) : [];
  } catch {
    return [];
  }
}

function write(oid: string, notes: readonly Note[]): void {
  try {
    if (notes.length === 0) localStorage.removeItem(place(oid));
    else localStorage.setItem(place(oid), JSON.stringify(notes));
  } catch {
    // A browser may refuse its storage: then nothing is said next time.
  }
}
