import type { AccessPackage } from '@/lib/entitlement/access-packages';

/** A package as the list holds it in the browser. `inside`: names of what it contains, where this session has read them. */
export interface PackageRow {
  id: string;
  displayName: string;
  description: string;
  inside: string[] | null;
}

/** One answer of the handler that streams further rows. */
export interface MoreRows {
  rows: PackageRow[];
  /** Sealed link to the rest, null at the end. */
  next: string | null;
}

/** Rows for the list: hidden packages are opened by link only (contract §4.2.1). */
export function toRows(packages: readonly AccessPackage[], inside: ReadonlyMap<string, string[]>): PackageRow[] {
  return packages
    .filter((each) => !each.isHidden)
    .map(({ id, displayName, description }) => ({ id, displayName, description, inside: inside.get(id) ?? null }));
}
