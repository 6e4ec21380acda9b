import { fittingAnswers } from '@/components/questions/answer-values';
import type { DraftContent } from '@/lib/drafts/drafts';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import type { RequestFormValues } from '@/lib/entitlement/request-form';

/** What the form starts with: the saved draft as far as it still fits the policy. `dropped`: something did not. `linked`: words for a field left empty. */
export function startValues(
  policy: PolicyRequirements,
  saved: DraftContent | null,
  linked = '',
): { values: RequestFormValues; dropped: boolean } {
  const { answers, dropped } = fittingAnswers(policy.questions, saved?.answers ?? {});
  const period = policy.allowCustomAssignmentSchedule ? (saved?.period ?? null) : null;
  const typed = saved?.justification ?? '';
  const offered = policy.isRequestorJustificationRequired ? linked : '';
  return {
    values: { answers, justification: typed.trim() === '' && offered !== '' ? offered : typed, period },
    // Answers of another policy's questions are no loss: that policy was left on purpose.
    dropped: saved?.policyId === policy.policyId && (dropped || (saved.period !== null && period === null)),
  };
}

/** What the draft keeps of the form. */
export function toDraftContent(policyId: string, values: RequestFormValues, timeZone: string): DraftContent {
  return { policyId, ...values, timeZone };
}
