'use client';

import { useLocale } from 'next-intl';
import type { UseFormReturn } from 'react-hook-form';
import { QuestionFields } from '@/components/questions/question-field';
import { localized } from '@/lib/entitlement/questions';
import { peopleOf, type Pair } from './pairs';
import { PerPerson } from './per-person';
import type { PlannedQuestion } from './question-plan';
import type { TogetherValues } from './together-values';

interface Props {
  questions: readonly PlannedQuestion[];
  form: UseFormReturn<TogetherValues>;
  pairs: readonly Pair[];
}

/** Questions that all people share, or that each answers for themselves. */
export function OwnQuestions({ questions, form, pairs }: Props) {
  const locale = useLocale();
  return questions.map(({ question, askedBy }) => (
    <div key={question.id} className="field">
      <PerPerson
        form={form}
        of="answers"
        field={question.id}
        about={localized(question.text, locale)}
        people={peopleOf(
          pairs,
          askedBy.map(({ packageId }) => packageId),
        )}
      >
        {(field) => <QuestionFields questions={[{ ...question, id: field }]} control={form.control} />}
      </PerPerson>
    </div>
  ));
}
