import { fittingAnswers } from '@/components/questions/answer-values';
import { carried } from '@/lib/drafts/carried';
import { LONGEST_ASKED } from '@/lib/drafts/asked';
import type { Asked, DraftContent, Taken } from '@/lib/drafts/drafts';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import type { Question } from '@/lib/entitlement/questions';
import type { RequestFormValues } from '@/lib/entitlement/request-form';

/** What the form starts with. */
export interface FormStart {
  values: RequestFormValues;
  /** Something that was saved does not fit any more. */
  dropped: boolean;
  /** Where words of it were taken from, by question id or `justification`. */
  taken: Record<string, Taken>;
}

/** The saved draft as far as it still fits the policy. `linked`: words for a justification left empty. */
export function startValues(policy: PolicyRequirements, saved: DraftContent | null, linked = ''): FormStart {
  const kept = carried(policy.questions, saved ?? { answers: {} });
  const { answers, dropped } = fittingAnswers(policy.questions, kept.answers);
  const period = policy.allowCustomAssignmentSchedule ? (saved?.period ?? null) : null;
  const typed = saved?.justification ?? '';
  const offered = policy.isRequestorJustificationRequired ? linked : '';
  return {
    values: { answers, justification: typed.trim() === '' && offered !== '' ? offered : typed, period },
    // Answers of another policy's questions are no loss: that policy was left on purpose.
    dropped: saved?.policyId === policy.policyId && (dropped || (saved.period !== null && period === null)),
    taken: kept.taken,
  };
}

/** What the draft keeps of the form. */
export function toDraftContent(
  policy: Pick<PolicyRequirements, 'policyId' | 'questions'>,
  values: RequestFormValues,
  timeZone: string,
  taken: Record<string, Taken> = {},
): DraftContent {
  const asked = Object.fromEntries(
    policy.questions.map((question) => [question.id, askedNow(question, values.answers[question.id] ?? [])]),
  );
  return { policyId: policy.policyId, ...values, timeZone, asked, taken };
}

function askedNow(question: Question, values: readonly string[]): Asked {
  const { text } = question.text;
  const asked = { text: text.slice(0, LONGEST_ASKED), needed: question.isRequired };
  if (question.kind === 'text') return { ...asked, rule: (question.regexPattern?.length ?? 0) > 2_000 ? null : question.regexPattern };
  const inWords = (value: string) => question.choices.find((choice) => choice.value === value)?.text.text ?? value;
  return { ...asked, rule: null, chosen: values.slice(0, 200).map((value) => inWords(value).slice(0, LONGEST_ASKED)) };
}
