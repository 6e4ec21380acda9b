import type { PackageRow } from '../package-row-data';
import type { InsideKnown } from './inside-reader';

const NOTHING: InsideKnown = { names: new Map(), state: 'idle' };

/** Kept while the page lives, and only for the person of one session: the tag is both. */
const kept = { tag: '', known: NOTHING };
const listeners = new Set<() => void>();

export function subscribeInside(tell: () => void): () => void {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}

/** What this session has read; nothing of anybody else's. */
export function insideOf(tag: string): InsideKnown {
  return kept.tag === tag ? kept.known : NOTHING;
}

export function tellInside(tag: string, known: InsideKnown): void {
  kept.tag = tag;
  kept.known = known;
  for (const tell of listeners) tell();
}

const withNames = new WeakMap<PackageRow, PackageRow>();

/** The rows with the names inside that were read since; the others, and all that was made before, are the very same objects. */
export function rowsWithInside(rows: readonly PackageRow[], names: InsideKnown['names']): readonly PackageRow[] {
  if (names.size === 0) return rows;
  return rows.map((row) => {
    const known = withNames.get(row);
    if (known) return known;
    const inside = names.get(row.id);
    if (!inside || inside.length === 0) return row;
    const made = { ...row, inside: [...inside] };
    withNames.set(row, made);
    return made;
  });
}
