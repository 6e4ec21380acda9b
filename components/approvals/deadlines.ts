import type { ApprovalRow } from './approval-row';

/** Until when rows are to be decided, as far as this person was told. */
export interface Deadlines {
  /** By request, UTC ISO 8601; null where Graph does not say. */
  until: Readonly<Record<string, string | null>>;
  /** By package: whether this person may read its policies. */
  isReadable: Readonly<Record<string, boolean>>;
}

type Listed = Pick<ApprovalRow, 'id' | 'accessPackage'>;

const MOST = 20;

/** The requests to ask about next, up to 20: one of each package first, then the others of the packages that answered. */
export function deadlinesToAsk(rows: readonly Listed[], { until, isReadable }: Deadlines): string[] {
  const open = rows.flatMap(({ id, accessPackage }) => (accessPackage && !(id in until) ? [{ id, packageId: accessPackage.id }] : []));
  const firsts = new Map<string, string>();
  for (const { id, packageId } of open) if (!(packageId in isReadable) && !firsts.has(packageId)) firsts.set(packageId, id);
  const ids = firsts.size > 0 ? [...firsts.values()] : open.filter(({ packageId }) => isReadable[packageId]).map(({ id }) => id);
  return ids.slice(0, MOST);
}

/** What is known after asking about `ids`; a request that is not in `told` is of a package this person may not read. */
export function withDeadlines(
  before: Deadlines,
  rows: readonly Listed[],
  ids: readonly string[],
  told: Readonly<Record<string, string | null>>,
): Deadlines {
  const packages = new Map(rows.map(({ id, accessPackage }) => [id, accessPackage?.id]));
  const isReadable = { ...before.isReadable };
  for (const id of ids) {
    const packageId = packages.get(id);
    if (packageId !== undefined) isReadable[packageId] = id in told;
  }
  return { until: { ...before.until, ...Object.fromEntries(ids.map((id) => [id, told[id] ?? null])) }, isReadable };
}
