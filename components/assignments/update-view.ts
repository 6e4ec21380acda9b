import type { DraftContent } from '@/lib/drafts/drafts';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import { editableQuestions } from '@/lib/entitlement/form-issues';
import type { UpdateFormValues } from '@/lib/entitlement/request-form';
import type { Answer, Question } from '@/lib/entitlement/questions';
import type { AssignmentRequest } from '@/lib/entitlement/requests';

/** How the end is changed: the longest allowed, a day of one's own, or not at all. */
export type EndChoice = 'longest' | 'day' | 'keep';

/** What the update form holds. */
export interface UpdateDraft {
  end: EndChoice;
  /** yyyy-mm-dd, empty when none is chosen. */
  day: string;
  answers: Record<string, string[]>;
  justification: string;
}

export interface UpdateFacts {
  requirements: PolicyRequirements;
  /** Last whole day an extension may reach, yyyy-mm-dd; null without bound. */
  lastDay: string | null;
  /** Whether the end can be moved beyond the present one (contract §6.4). */
  canExtend: boolean;
  /** My present answers to the editable questions, as far as a request of mine told. */
  present: Record<string, string[]>;
}

/** The newest answer to each question that was asked for this assignment, of requests that went through. */
export function answersGiven(requests: readonly AssignmentRequest[], assignmentId: string): Map<string, Answer> {
  const shaping = requests
    .filter((request) => request.assignmentId === assignmentId && request.state === 'delivered' && request.answers.length > 0)
    .toSorted((a, b) => (Date.parse(b.createdDateTime ?? '') || 0) - (Date.parse(a.createdDateTime ?? '') || 0));
  const latest = new Map<string, Answer>();
  for (const request of shaping)
    for (const answer of request.answers) if (!latest.has(answer.questionId)) latest.set(answer.questionId, answer);
  return latest;
}

/** My present answers to the editable questions, as far as they are known. */
export function presentAnswers(
  requests: readonly AssignmentRequest[],
  assignmentId: string,
  questions: readonly Question[],
): Record<string, string[]> {
  const latest = answersGiven(requests, assignmentId);
  return Object.fromEntries(editableQuestions(questions).map((question) => [question.id, latest.get(question.id)?.values ?? []]));
}

/** The form as it opens: what was typed before, else the longest allowed end and my present answers. */
export function startOf(facts: UpdateFacts, draft: DraftContent | null, change: 'end' | 'answers'): UpdateDraft {
  const answers = { ...facts.present };
  if (draft) {
    for (const id of Object.keys(answers)) answers[id] = draft.answers[id] ?? answers[id] ?? [];
    const day = draft.period?.endDay ?? '';
    const end: EndChoice = !facts.canExtend || draft.period === null ? 'keep' : day === facts.lastDay ? 'longest' : 'day';
    return { end, day: end === 'day' ? day : '', answers, justification: draft.justification };
  }
  const end: EndChoice = !facts.canExtend || change === 'answers' ? 'keep' : facts.lastDay === null ? 'day' : 'longest';
  return { end, day: '', answers, justification: '' };
}

/** The form as a draft to keep. */
export function toDraft(values: UpdateDraft, facts: UpdateFacts, timeZone: string): DraftContent {
  return {
    policyId: facts.requirements.policyId,
    answers: values.answers,
    justification: values.justification,
    period: values.end === 'keep' ? null : { startDay: null, endDay: newEndDay(values, facts) },
    timeZone,
  };
}

/** The chosen last day, null when the end stays or none is chosen yet. */
function newEndDay(values: UpdateDraft, facts: UpdateFacts): string | null {
  if (values.end === 'keep') return null;
  return values.end === 'longest' ? facts.lastDay : values.day || null;
}

/** What is sent: only what changed. Untouched answers are left as they are (contract §6.4). */
export function toUpdate(values: UpdateDraft, facts: UpdateFacts): UpdateFormValues {
  const answers = answersChanged(values.answers, facts.present) ? values.answers : null;
  return { answers, justification: values.justification, endDay: newEndDay(values, facts) };
}

/** Whether anything would be changed by sending. */
export function changesAnything(values: UpdateDraft, facts: UpdateFacts): boolean {
  return values.end !== 'keep' || answersChanged(values.answers, facts.present);
}

function answersChanged(now: Record<string, string[]>, before: Record<string, string[]>): boolean {
  return Object.keys(before).some((id) => JSON.stringify(now[id] ?? []) !== JSON.stringify(before[id] ?? []));
}
