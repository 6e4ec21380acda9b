import { allQuestions, type QuestionPlan } from './question-plan';
import { fieldId } from './field-id';
import { packageField, type ChosenWay, type TogetherPackage } from './together-package';
import type { TogetherValues } from './together-values';

/** The elements of needed fields that are still empty, in the page's order. Whether what stands there fits is another matter. */
export function openFields(
  packages: readonly TogetherPackage[],
  chosen: readonly ChosenWay[],
  plan: QuestionPlan,
  values: TogetherValues,
): string[] {
  const isEmpty = (text: string | undefined) => (text ?? '').trim() === '';
  const open: string[] = [];
  for (const { question } of allQuestions(plan))
    if (question.isRequired && (values.answers?.[question.id] ?? []).every(isEmpty)) open.push(fieldId(`answers.${question.id}`));
  const asking = chosen.filter(({ policy }) => policy.isRequestorJustificationRequired);
  if (values.separate === 'same' && asking.length > 0 && isEmpty(values.justification)) open.push(fieldId('justification'));
  if (values.separate === 'each')
    for (const { packageId } of asking) {
      const field = packageField(packageId);
      if (isEmpty(values.justifications?.[field])) open.push(fieldId(`justifications.${field}`));
    }
  for (const { id } of packages) if (!chosen.some(({ packageId }) => packageId === id)) open.push(fieldId(`policies.${packageField(id)}`));
  return open;
}
