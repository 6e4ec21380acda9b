import type { AssignmentRow } from './assignment-row';

/** What a policy that admits me would allow, in short (contract §4.3, §6.4). Counted on the server: it brings a calendar along. */
export interface Way {
  policyId: string;
  needsApproval: boolean;
  hasEditableAnswers: boolean;
  /** The longest allowed end as a day in the reader's zone, yyyy-mm-dd; null without bound. */
  lastDay: string | null;
  /** The instant that day ends, UTC ISO 8601. */
  reaches: string | null;
}

/** Whether and how access I hold can be extended. */
export type Extending =
  /** Not read yet. */
  | { kind: 'reading' }
  | { kind: 'possible'; way: Way }
  /** The policy it came by is not open to me, another one is: ask anew. */
  | { kind: 'renew' }
  | { kind: 'no'; reason: 'noPolicy' | 'noEnd' | 'longest' | 'onItsWay' | 'notSetUp' | 'unread' | 'unknownPackage' };

/**
 * `ways`: undefined while being read, null where that failed. Extend only where the requirements list a policy for me, and only
 * beyond the present end (contract §6.4). Without a known policy of the assignment, a single one that admits me is it.
 */
export function extending(row: AssignmentRow, ways: readonly Way[] | null | undefined): Extending {
  const no = (reason: Extract<Extending, { kind: 'no' }>['reason']): Extending => ({ kind: 'no', reason });
  if (row.openRequest) return no('onItsWay');
  if (row.state !== 'delivered' && row.state !== 'partiallyDelivered') return no('notSetUp');
  if (row.endDateTime === null) return no('noEnd');
  if (row.accessPackage === null) return no('unknownPackage');
  if (ways === undefined) return { kind: 'reading' };
  if (ways === null) return no('unread');
  if (ways.length === 0) return no('noPolicy');
  const way = wayOf(row, ways);
  if (!way) return { kind: 'renew' };
  return way.reaches === null || Date.parse(way.reaches) > Date.parse(row.endDateTime) ? { kind: 'possible', way } : no('longest');
}

/** The way by which this assignment could be changed. */
export function wayOf<T extends { policyId: string }>(row: Pick<AssignmentRow, 'policyId'>, ways: readonly T[]): T | null {
  if (row.policyId === null) return ways.length === 1 ? (ways[0] ?? null) : null;
  return ways.find((way) => way.policyId === row.policyId) ?? null;
}

/** Packages whose ways the rows need, each once. */
export function packagesToAsk(rows: readonly AssignmentRow[]): string[] {
  return [
    ...new Set(
      rows.flatMap((row) =>
        row.accessPackage && (row.state === 'expired' || row.endDateTime !== null || row.state === 'delivered')
          ? [row.accessPackage.id]
          : [],
      ),
    ),
  ];
}
