import type { Expiration, PolicyRequirements } from '@/lib/entitlement/policies';
import { extension } from '@/lib/entitlement/schedules';
import type { AssignmentRow } from './assignment-row';

/** What a policy that admits me would allow, in short (contract §4.3). */
export interface Way {
  policyId: string;
  needsApproval: boolean;
  expiration: Expiration;
  hasEditableAnswers: boolean;
  hasUnknownRequiredQuestion: boolean;
}

export function toWay(requirements: PolicyRequirements): Way {
  return {
    policyId: requirements.policyId,
    needsApproval: requirements.isApprovalRequiredForUpdate,
    expiration: requirements.expiration,
    hasEditableAnswers: requirements.questions.some((question) => question.isAnswerEditable),
    hasUnknownRequiredQuestion: requirements.hasUnknownRequiredQuestion,
  };
}

/** Whether and how access I hold can be extended. */
export type Extending =
  /** Not read yet. */
  | { kind: 'reading' }
  /** `lastDay`: the longest allowed end, null without bound. yyyy-mm-dd in the reader's zone. */
  | { kind: 'possible'; way: Way; lastDay: string | null }
  /** The policy it came by is not open to me, another one is: ask anew. */
  | { kind: 'renew' }
  | { kind: 'no'; reason: 'noPolicy' | 'noEnd' | 'longest' | 'onItsWay' | 'notSetUp' | 'unread' | 'unknownPackage' };

/**
 * `ways`: undefined while being read, null where that failed. Extend only where the requirements list a policy for me, and only
 * beyond the present end (contract §6.4). Without a known policy of the assignment, a single one that admits me is it.
 */
export function extending(row: AssignmentRow, ways: readonly Way[] | null | undefined, now: number, timeZone: string): Extending {
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
  const { lastDay, isPossible } = extension(way.expiration, row.endDateTime, new Date(now), timeZone);
  return isPossible ? { kind: 'possible', way, lastDay } : no('longest');
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
