import type { Mark } from './marks';
import type { PackageRow } from './package-row-data';
import type { RequirementFactsById } from './requirement-facts';

export type Order = 'match' | 'listed' | 'name' | 'mine';
export const facets = ['noApproval', 'asksNothing', 'notMine'] as const;
export type Facet = (typeof facets)[number];

/** What the person asked the list to show. */
export interface BrowseChoice {
  /** Row ids the search found, best first; null without a search. */
  found: readonly string[] | null;
  only: ReadonlySet<Facet>;
  order: Order;
  locale: string;
}

interface Known {
  /** Null where my state could not be read, undefined while it is still being read. */
  marks: Readonly<Record<string, Pick<Mark, 'kind'>>> | null | undefined;
  facts: RequirementFactsById;
}

/** Whether a row belongs to a facet; null while that is not known. */
export function isIn(facet: Facet, row: PackageRow, { marks, facts }: Known): boolean | null {
  if (facet === 'notMine') {
    return marks ? !marks[row.id] : null;
  }
  const known = facts[row.id];
  if (!known) return null;
  return facet === 'noApproval' ? known.approval !== 'needed' && known.ways > 0 : known.asksNothing;
}

/** The rows to show, in order, and how many of the found ones are left out because a facet is not known for them yet. */
export function arrange(rows: readonly PackageRow[], choice: BrowseChoice, known: Known): { shown: PackageRow[]; unknown: number } {
  const pool = choice.found ? pick(rows, choice.found) : [...rows];
  let unknown = 0;
  const shown = pool.filter((row) => {
    const verdicts = [...choice.only].map((facet) => isIn(facet, row, known));
    if (verdicts.includes(false)) return false;
    if (verdicts.includes(null)) unknown += 1;
    return !verdicts.includes(null);
  });
  return { shown: sorted(shown, choice, known.marks), unknown };
}

function pick(rows: readonly PackageRow[], ids: readonly string[]): PackageRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
}

function sorted(rows: PackageRow[], { order, locale }: BrowseChoice, marks: Known['marks']): PackageRow[] {
  if (order === 'match' || order === 'listed') return rows;
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const rank = (row: PackageRow) => (order === 'mine' ? mineFirst(marks?.[row.id]?.kind) : 0);
  return rows.toSorted((a, b) => rank(a) - rank(b) || compare(a.displayName, b.displayName));
}

function mineFirst(kind: string | undefined): number {
  return kind === 'held' ? 0 : kind === 'onItsWay' ? 1 : 2;
}

/** How many of these rows each facet keeps, and whether that is known for all of them. */
export function facetCounts(rows: readonly PackageRow[], known: Known): Record<Facet, { count: number; whole: boolean }> {
  const of = (facet: Facet) => {
    const verdicts = rows.map((row) => isIn(facet, row, known));
    return { count: verdicts.filter(Boolean).length, whole: !verdicts.includes(null) };
  };
  return { noApproval: of('noApproval'), asksNothing: of('asksNothing'), notMine: of('notMine') };
}
