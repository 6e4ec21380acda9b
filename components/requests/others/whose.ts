import type { AssignmentRequest } from '@/lib/entitlement/requests';

/**
 * Whether a request of the list of those I created was asked for somebody else. Where Graph did not say for whom (contract §4.7, expansion
 * ignored) the portal's own submissions tell; one that nothing tells of is shown rather than lost. What administrators assign is no request.
 */
export function isForOther(
  { requestType, target }: Pick<AssignmentRequest, 'requestType' | 'target'>,
  oid: string,
  remembered: { isTheirs: boolean; isMine: boolean },
): boolean {
  if (!requestType.startsWith('user') && requestType !== 'other') return false;
  if (target?.objectId) return target.objectId.toLowerCase() !== oid.toLowerCase();
  return remembered.isTheirs || !remembered.isMine;
}

/** Rows that hold every word of the search: package, person, state. */
export function foundRows<T extends Pick<AssignmentRequest, 'accessPackage' | 'target'>>(
  rows: readonly T[],
  search: string,
  stateWords: (row: T) => string,
): T[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = fold([row.accessPackage?.displayName, row.target?.displayName, row.target?.email, stateWords(row)].join(' '));
    return words.every((word) => text.includes(word));
  });
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
