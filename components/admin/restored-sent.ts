import type { AssignmentRequest } from '@/lib/entitlement/requests';
import type { SubmissionOutcome } from '@/lib/submissions/submit';
import type { RememberedSent } from './sent-memory';
import type { FollowAnswer } from './use-follow';

/** A write sent from this tab before the page was left. */
export interface RestoredSent {
  key: string;
  /** Null: the service never took it. `sending` also while it could not be asked. */
  outcome: SubmissionOutcome | null;
  request: AssignmentRequest | null;
}

/** What was remembered, with what the server says of it; `answer` is null where it could not be asked, which says nothing of the writes. */
export function restoredSent(kept: readonly RememberedSent[], answer: Pick<FollowAnswer, 'requests' | 'outcomes'> | null): RestoredSent[] {
  const byId = new Map((answer?.requests ?? []).flatMap((request) => (request ? [[request.id, request] as const] : [])));
  return kept.map(({ key, requestId }) => {
    if (requestId !== null) return { key, outcome: { state: 'sent', requestId }, request: byId.get(requestId) ?? null };
    return { key, outcome: answer ? (answer.outcomes[key] ?? null) : { state: 'sending' }, request: null };
  });
}
