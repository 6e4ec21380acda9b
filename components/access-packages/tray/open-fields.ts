import { ownField, peopleOf, personField, type Scope } from './pairs';
import { allQuestions, type QuestionPlan } from './question-plan';
import { fieldId } from './field-id';
import { packageField, type ChosenWay } from './together-package';
import type { TogetherValues } from './together-values';

/** The elements of needed fields that are still empty, in the page's order. Whether what stands there fits is another matter. */
export function openFields({ packages, pairs }: Scope, chosen: readonly ChosenWay[], plan: QuestionPlan, values: TogetherValues): string[] {
  const isEmpty = (text: string | undefined) => (text ?? '').trim() === '';
  const open: string[] = [];
  if (values.people?.length === 0) open.push(fieldId('people'));
  for (const { question, askedBy } of allQuestions(plan)) {
    if (!question.isRequired) continue;
    const people = peopleOf(
      pairs,
      askedBy.map(({ packageId }) => packageId),
    );
    const fields = values.differ?.includes(question.id) ? people.map(({ objectId }) => ownField(question.id, objectId)) : [question.id];
    for (const field of fields) if ((values.answers?.[field] ?? []).every(isEmpty)) open.push(fieldId(`answers.${field}`));
  }
  const asking = chosen.filter(({ policy }) => policy.isRequestorJustificationRequired).map(({ packageId }) => packageId);
  if (values.separate === 'same' && asking.length > 0 && isEmpty(values.justification)) open.push(fieldId('justification'));
  const own =
    values.separate === 'each'
      ? asking.map(packageField)
      : values.separate === 'person'
        ? peopleOf(pairs, asking).map(({ objectId }) => personField(objectId))
        : [];
  for (const field of own) if (isEmpty(values.justifications?.[field])) open.push(fieldId(`justifications.${field}`));
  for (const { id } of packages) if (!chosen.some(({ packageId }) => packageId === id)) open.push(fieldId(`policies.${packageField(id)}`));
  return open;
}
