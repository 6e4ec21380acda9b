import type { ApprovalRow } from './approval-row';

/** A page as its route answers it. `at`: Graph's now, UTC ms. */
export interface LookedPage {
  rows: ApprovalRow[];
  next: string | null;
  at: number;
}

/** The list as far as it was read. `isFull`: there is more than is read. */
export interface Whole {
  rows: ApprovalRow[];
  isFull: boolean;
}

/** What earlier readings left behind. */
export interface Known {
  /** Ids of the first page when the whole list was last read. */
  firstIds: readonly string[];
  /** The server read the first page anew: nobody knows about the others. */
  isStale: boolean;
  isFull: boolean;
}

const MOST_PAGES = 50;
/** Changes behind the first page do not show on it: so many looks, then all of it is read. */
const WHOLE_EACH = 5;

/** Whether a look (counted from one) has to read the pages behind the first too. */
export function needsWhole({ rows, next }: Pick<LookedPage, 'rows' | 'next'>, known: Known, look: number): boolean {
  if (next === null || known.isStale || look % WHOLE_EACH === 0) return true;
  return !known.isFull && !isSame(rows, known.firstIds);
}

/** Everything behind this page too, as far as fits; null where a page could not be read: then nothing is known. */
export async function readWhole(page: LookedPage, read: (next: string) => Promise<LookedPage | null>): Promise<Whole | null> {
  const rows = [...page.rows];
  let { next } = page;
  for (let pages = 1; next !== null && pages < MOST_PAGES; pages++) {
    const further: LookedPage | null = await read(next);
    if (further === null) return null;
    rows.push(...further.rows);
    next = further.next;
  }
  return { rows, isFull: next !== null };
}

function isSame(rows: readonly ApprovalRow[], ids: readonly string[]): boolean {
  return rows.length === ids.length && rows.every(({ id }, index) => id === ids[index]);
}
