import { isRemoval } from './request-groups';
import type { RequestRow } from './request-row';

/**
 * Ids of the delivered requests whose access a later request in the list took back: of these nobody may say "you have it". Matched by the
 * assignment where both name one, else by the package. Contract §4.7: no list tells this by itself.
 */
export function takenBackIds(rows: readonly RequestRow[]): Set<string> {
  const delivered = rows.filter(({ state }) => state === 'delivered');
  const removals = delivered.filter(isRemoval);
  const gone = delivered.filter((row) => !isRemoval(row) && removals.some((removal) => isOf(removal, row) && at(removal) > at(row)));
  return new Set(gone.map(({ id }) => id));
}

function isOf(removal: RequestRow, row: RequestRow): boolean {
  if (removal.assignmentId !== null && row.assignmentId !== null) return removal.assignmentId === row.assignmentId;
  return (
    row.accessPackage !== null && removal.accessPackage?.id === row.accessPackage.id && removal.target?.objectId === row.target?.objectId
  );
}

/** A request without a time of creation was sent a moment ago (contract §4.8). */
const at = ({ createdDateTime }: RequestRow) => (createdDateTime === null ? Number.MAX_SAFE_INTEGER : Date.parse(createdDateTime));
