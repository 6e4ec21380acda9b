import { answerChanges, type AnswerChange } from '@/components/questions/answer-changes';
import { draftContentOf } from '@/lib/drafts/from-request';
import type { PatternMatcher } from '@/lib/entitlement/pattern-match';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import { answersGiven } from './update-view';

/** What is asked otherwise since the present answers were given. Of questions whose answers may not be changed nothing is told. */
export function answersSince(
  requests: readonly AssignmentRequest[],
  assignmentId: string,
  policy: PolicyRequirements,
  locale: string,
  matches?: PatternMatcher,
): AnswerChange[] {
  const isFixed = (id: string) => policy.questions.some((question) => question.id === id && !question.isAnswerEditable);
  const answers = [...answersGiven(requests, assignmentId).values()].filter(({ questionId }) => !isFixed(questionId));
  const then = draftContentOf({ answers, justification: null, createdDateTime: null });
  return answerChanges(then, { policy, open: [policy.policyId], locale, ...(matches ? { matches } : {}) });
}
