import { questionFieldId } from '@/components/questions/answer-values';
import { periodFieldIds } from '@/components/questions/period-fields';
import type { PolicyRequirements } from '@/lib/entitlement/policies';

export const justificationFieldId = 'justification';

/** One field that needs another look. `key` is one of `errors.fields`. */
export interface Problem {
  path: string;
  key: string;
  fieldId: string;
  /** The question it belongs to; other fields are told by `path`. */
  questionId: string | null;
}

/** Problems in the order of the form, from the keys of a schema or of the server (dotted path → key). Paths the form lacks come last. */
export function toProblems(fields: Readonly<Record<string, string>>, policy: Pick<PolicyRequirements, 'questions'>): Problem[] {
  const order = [...policy.questions.map(({ id }) => `answers.${id}`), 'justification', 'period', 'period.startDay', 'period.endDay'];
  const place = (path: string) => (order.includes(path) ? order.indexOf(path) : order.length);
  return Object.entries(fields)
    .toSorted(([a], [b]) => place(a) - place(b))
    .map(([path, key]) => ({ path, key, ...target(path) }));
}

function target(path: string): Pick<Problem, 'fieldId' | 'questionId'> {
  const questionId = /^answers\.(.+)$/.exec(path)?.[1];
  if (questionId !== undefined) return { fieldId: questionFieldId(questionId), questionId };
  if (path === 'period.startDay') return { fieldId: periodFieldIds.start, questionId: null };
  if (path === 'period.endDay') return { fieldId: periodFieldIds.end, questionId: null };
  return { fieldId: path === 'period' ? periodFieldIds.choice : justificationFieldId, questionId: null };
}

interface Nested {
  message?: string;
}

/** react-hook-form's nested errors as dotted paths, as the server names them. */
export function flatErrors(errors: { answers?: unknown; justification?: Nested; period?: unknown }): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [id, error] of Object.entries((errors.answers ?? {}) as Record<string, Nested | undefined>))
    if (error?.message) flat[`answers.${id}`] = error.message;
  if (errors.justification?.message) flat.justification = errors.justification.message;
  const period = (errors.period ?? {}) as Nested & { startDay?: Nested; endDay?: Nested };
  if (period.startDay?.message) flat['period.startDay'] = period.startDay.message;
  if (period.endDay?.message) flat['period.endDay'] = period.endDay.message;
  if (typeof period.message === 'string') flat.period = period.message;
  return flat;
}
