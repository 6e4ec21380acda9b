'use client';

import { useLocale } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { useController, type Control, type FieldPath } from 'react-hook-form';
import { localized, type Question } from '@/lib/entitlement/questions';
import type { AnswerValues } from './answer-values';
import { ChoiceQuestion } from './choice-question';
import { TextQuestion } from './text-question';

/** What a field of either kind gets. `error` is a key of `errors.fields`. */
export interface QuestionFieldProps {
  name: string;
  text: string;
  values: string[];
  error: string | undefined;
  onChange: (values: string[]) => void;
  onBlur: () => void;
}

/**
 * The questions of a policy as form fields, in the reader's language. `control` is that of any form whose values hold `answers`
 * (question id → values); errors are keys of `errors.fields`, as requestFormSchema gives them. The client needs the namespace `questions`.
 */
export function QuestionFields<T extends AnswerValues>({ questions, control, below }: FieldsProps<T>) {
  return questions.map((question) => (
    <Fragment key={question.id}>
      <QuestionField question={question} control={control} />
      {below?.(question)}
    </Fragment>
  ));
}

interface FieldsProps<T extends AnswerValues> {
  questions: readonly Question[];
  control: Control<T>;
  /** What stands under a question's field. */
  below?: (question: Question) => ReactNode;
}

function QuestionField<T extends AnswerValues>({ question, control }: { question: Question; control: Control<T> }) {
  const locale = useLocale();
  const { field, fieldState } = useController({ control, name: `answers.${question.id}` as FieldPath<T> });
  const shared: QuestionFieldProps = {
    name: field.name,
    text: localized(question.text, locale),
    values: (field.value ?? []) as string[],
    error: fieldState.error?.message,
    onChange: (values) => field.onChange(values),
    onBlur: field.onBlur,
  };
  if (question.kind === 'text') return <TextQuestion question={question} {...shared} />;
  return <ChoiceQuestion question={question} locale={locale} {...shared} />;
}
