import type { ResourceRole } from '@/lib/entitlement/access-packages';
import type { AssignmentRow } from './assignment-row';

/** Another access of mine that may give the same. */
export interface OtherAccess {
  packageId: string;
  name: string;
  /** UTC ISO 8601; null without a known end. */
  endDateTime: string | null;
}

/** What goes, and what stays because another access gives it too. */
export interface Loss {
  goes: {
    role: ResourceRole;
    /** The same resource through another access, in another role. */ also: { roleName: string; through: OtherAccess } | null;
  }[];
  stays: { role: ResourceRole; through: OtherAccess }[];
}

/** What else I hold: whole access to other packages that is not on its way back, what lasts longest first. */
export function otherAccess(row: AssignmentRow, rows: readonly AssignmentRow[]): OtherAccess[] {
  const last = Number.MAX_SAFE_INTEGER;
  const end = (text: string | null) => (text === null ? last : Date.parse(text));
  const others = rows.filter(
    (other) =>
      other.state === 'delivered' && other.accessPackage !== null && other.accessPackage.id !== row.accessPackage?.id && !isGoing(other),
  );
  return others
    .toSorted((a, b) => end(b.endDateTime) - end(a.endDateTime))
    .map(({ accessPackage, endDateTime }) => ({ packageId: accessPackage?.id ?? '', name: accessPackage?.displayName ?? '', endDateTime }));
}

/** `contents`: package id → what it gives, as far as it could be read. */
export function lossOf(
  roles: readonly ResourceRole[],
  others: readonly OtherAccess[],
  contents: Readonly<Record<string, readonly ResourceRole[]>>,
): Loss {
  const loss: Loss = { goes: [], stays: [] };
  for (const role of roles) {
    const inOthers = others.flatMap((through) =>
      (contents[through.packageId] ?? [])
        .filter((other) => isSameResource(role, other))
        .map((other) => ({ through, roleName: other.roleName })),
    );
    const same = inOthers.find(({ roleName }) => roleName === role.roleName);
    if (same) loss.stays.push({ role, through: same.through });
    else loss.goes.push({ role, also: inOthers[0] ?? null });
  }
  return loss;
}

function isGoing(row: AssignmentRow): boolean {
  return row.openRequest !== null && row.openRequest.requestType.endsWith('Remove');
}

/** The same thing in two packages, also where they are of two catalogs: there only its own id is the same (contract §3). */
function isSameResource(a: ResourceRole, b: ResourceRole): boolean {
  if (a.originId === '') return a.id === b.id;
  return a.originId.toLowerCase() === b.originId.toLowerCase() && a.originSystem.toLowerCase() === b.originSystem.toLowerCase();
}
