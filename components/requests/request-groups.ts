import { isOpen, type RequestType } from '@/lib/entitlement/request-states';
import type { RequestRow } from './request-row';

/** The four filters of the list. */
export const filters = ['all', 'onItsWay', 'setUp', 'notGiven'] as const;
export type Filter = (typeof filters)[number];

const REMOVALS = new Set<RequestType>(['userRemove', 'adminRemove', 'systemRemove', 'approverRemove']);

/** Whether the request takes access away. */
export function isRemoval(request: { requestType: RequestType }): boolean {
  return REMOVALS.has(request.requestType);
}

/** Whether nobody asked: the service acted by itself, an end that came or a policy that assigns (contract §3). */
export function isBySystem(request: { requestType: RequestType }): boolean {
  return request.requestType.startsWith('system');
}

/** What a request does to access. */
export const kinds = ['add', 'update', 'removal'] as const;
export type Kind = (typeof kinds)[number];

/** Which of the three a request is. */
export function kindOf(request: { requestType: RequestType }): Kind {
  if (isRemoval(request)) return 'removal';
  return request.requestType.endsWith('Update') ? 'update' : 'add';
}

/** What is looked for in the list. Empty text and null: everything. */
export interface Sought {
  filter: Filter;
  search: string;
  kind: Kind | null;
  packageId: string | null;
}

/** A query parameter as a kind; anything unknown is every kind. */
export function toKind(text: string | null | undefined): Kind | null {
  return kinds.find((kind) => kind === text) ?? null;
}

/** The packages of the rows by name, each once, for the choice among them. */
export function packagesOf(rows: readonly RequestRow[], locale: string): { id: string; name: string }[] {
  const names = new Map(
    rows.flatMap(({ accessPackage }) => (accessPackage ? [[accessPackage.id, accessPackage.displayName] as const] : [])),
  );
  const byName = new Intl.Collator(locale, { numeric: true });
  return [...names].map(([id, name]) => ({ id, name })).toSorted((a, b) => byName.compare(a.name, b.name));
}

/** A query parameter as a filter; anything unknown shows all. */
export function toFilter(text: string | null | undefined): Filter {
  return filters.find((filter) => filter === text) ?? 'all';
}

/** The filter a row stands under beside "all"; null for what none of them names (finished removals, unknown states). */
export function groupOf(row: Pick<RequestRow, 'state' | 'requestType'>): Exclude<Filter, 'all'> | null {
  if (row.state === 'other') return null;
  if (isOpen(row)) return 'onItsWay';
  if (row.state === 'denied' || row.state === 'canceled' || row.state === 'deliveryFailed') return 'notGiven';
  return isRemoval(row) ? null : 'setUp';
}

/** How many rows each filter holds. */
export function countsOf(rows: readonly RequestRow[]): Record<Filter, number> {
  const counts: Record<Filter, number> = { all: rows.length, onItsWay: 0, setUp: 0, notGiven: 0 };
  for (const row of rows) {
    const group = groupOf(row);
    if (group) counts[group] += 1;
  }
  return counts;
}

/** Rows of a kind and a package. */
export function chosenRows(rows: readonly RequestRow[], { kind, packageId }: Pick<Sought, 'kind' | 'packageId'>): RequestRow[] {
  return rows.filter(
    (row) =>
      (kind === null || kindOf(row) === kind) && (packageId === null || row.accessPackage?.id.toLowerCase() === packageId.toLowerCase()),
  );
}

/** Rows under a filter that hold every word of the search: package, state in the reader's words and Graph's, and what was written. */
export function shownRows(rows: readonly RequestRow[], sought: Sought, stateWords: (row: RequestRow) => string): RequestRow[] {
  const words = fold(sought.search).split(/\s+/).filter(Boolean);
  return chosenRows(rows, sought).filter((row) => {
    if (sought.filter !== 'all' && groupOf(row) !== sought.filter) return false;
    if (words.length === 0) return true;
    const text = fold(searchable(row, stateWords(row)));
    return words.every((word) => text.includes(word));
  });
}

function searchable(row: RequestRow, stateWords: string): string {
  const answers = row.answers.flatMap((answer) => [...answer.displayValues, ...answer.values]);
  // Microsoft's own words for a state are understood too: "pendingApproval" as "pending approval".
  const spelled = row.rawState.replace(/([a-z])([A-Z])/g, '$1 $2');
  return [
    row.accessPackage?.displayName,
    row.accessPackage?.description,
    stateWords,
    spelled,
    row.rawState,
    row.justification,
    row.requestor?.displayName,
    ...answers,
  ].join(' ');
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
