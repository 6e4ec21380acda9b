import type { Decision } from '@/lib/entitlement/approvals';

/** What this browser remembers of decisions that were not sent yet, so that the next visit can say so. No words. */
export interface Note {
  id: string;
  decision: Decision;
  /** `request/stage` of each. */
  stages: string[];
  /** Whose requests, a few of them. */
  names: string[];
  /** Until when the page that has them is taken to be alive, on this machine's clock. */
  diesAt: number;
}

const MOST_NAMES = 3;
/** A page that is alive says so every two seconds; in a hidden tab a browser lets it do so only once a minute. */
export const ALIVE_MS = 2_000;
const DEAD_MS = 75_000;
/** A page that went away in good order: its last call may still be on its way. */
const LEFT_MS = 6_000;

const place = (oid: string) => `latchkey.decisions ${oid}`;

/** Puts a note down, or says that its page is still alive. `isAlive`: it will say so again. */
export function keepNote(oid: string, note: Omit<Note, 'diesAt'>, isAlive: boolean): void {
  const diesAt = Date.now() + (isAlive ? DEAD_MS : LEFT_MS);
  write(oid, [...read(oid).filter(({ id }) => id !== note.id), { ...note, names: note.names.slice(0, MOST_NAMES), diesAt }]);
}

export function dropNote(oid: string, id: string): void {
  write(
    oid,
    read(oid).filter((note) => note.id !== id),
  );
}

/** Notes whose page is gone. */
export function orphans(oid: string): Note[] {
  return read(oid).filter(({ diesAt }) => !(Date.now() <= diesAt));
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
