import type { RequestRow } from './request-row';

/** One list from several reads: a later read of the same request wins, none is twice. */
export function mergeRows(...reads: readonly (readonly RequestRow[])[]): RequestRow[] {
  const byId = new Map<string, RequestRow>();
  for (const rows of reads) {
    for (const row of rows) {
      const before = byId.get(row.id);
      byId.set(row.id, before ? { ...row, accessPackage: row.accessPackage ?? before.accessPackage } : row);
    }
  }
  return [...byId.values()];
}

/** Requests that moved between two reads, for the live region. */
export function movedRows(before: readonly RequestRow[], after: readonly RequestRow[]): RequestRow[] {
  const known = new Map(before.map((row) => [row.id, row.rawState]));
  return after.filter((row) => known.has(row.id) && known.get(row.id) !== row.rawState);
}
