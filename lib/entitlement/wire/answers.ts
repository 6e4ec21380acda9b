import { z } from '@/lib/zod';
import type { Answer } from '../questions';
import { questionKind } from './questions';
import { list, text, textOrNull } from './values';

const wireQuestionText = z.union([z.string(), z.object({ defaultText: text }).transform((found) => found.defaultText)]).catch('');

const wireAnsweredQuestion = z.object({ '@odata.type': text, id: text, text: wireQuestionText });

const wireAnswer = z
  .object({ value: textOrNull, displayValue: textOrNull, answeredQuestion: wireAnsweredQuestion.nullable().catch(null) })
  .transform((found): Answer | null => {
    if (found.value === null && found.displayValue === null) return null;
    const question = found.answeredQuestion;
    const isChoice = questionKind(question?.['@odata.type'] ?? '', { hasChoices: false, hasText: true }) === 'choice';
    const value = found.value ?? found.displayValue ?? '';
    const values = isChoice ? value.split(';').filter((part) => part !== '') : [value];
    const display = found.displayValue ?? value;
    const shown = isChoice && values.length > 1 ? display.split(';').map((part) => part.trim()) : [display];
    return {
      questionId: question?.id ?? '',
      questionText: question?.text || null,
      values,
      displayValues: shown.length === values.length ? shown : values.length > 1 ? [display] : shown,
    };
  });

/**
 * Answers, one entry a question. Several selected choices come as one object each or as one joined by `;` (contract §4.3); only
 * those of choice questions are taken apart.
 */
export const wireAnswers: z.ZodType<Answer[]> = list(wireAnswer).transform((answers) => {
  const byQuestion = new Map<string, Answer>();
  answers.forEach((answer, index) => {
    const key = answer.questionId || `#${index}`;
    const known = byQuestion.get(key);
    byQuestion.set(
      key,
      known
        ? {
            ...known,
            questionText: known.questionText ?? answer.questionText,
            values: [...known.values, ...answer.values],
            displayValues: [...known.displayValues, ...answer.displayValues],
          }
        : answer,
    );
  });
  return [...byQuestion.values()];
}) as z.ZodType<Answer[]>;
