import { useLocale, useTranslations } from 'next-intl';
import { localized, type Answer, type Question } from '@/lib/entitlement/questions';

/**
 * Answers beside their questions, as they were sent. Question and choice texts come from `questions` in the reader's language where given,
 * else from what Graph kept with the answer.
 */
export function AnswerList({ answers, questions = [] }: { answers: readonly Answer[]; questions?: readonly Question[] }) {
  const t = useTranslations('questions');
  const locale = useLocale();
  const known = new Map(questions.map((question) => [question.id, question]));
  if (answers.length === 0) return null;
  return (
    <dl className="qa">
      {answers.map((answer) => (
        <div key={answer.questionId}>
          <dt>
            <bdi>{questionText(answer, known.get(answer.questionId), locale) ?? t('unknownQuestion')}</bdi>
          </dt>
          <dd>
            {answer.values.length === 0 && <span className="mut">{t('noAnswerGiven')}</span>}
            {shownValues(answer, known.get(answer.questionId), locale).map((value, index) => (
              <p key={index}>
                <bdi>{value}</bdi>
              </p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function questionText(answer: Answer, question: Question | undefined, locale: string): string | null {
  return question ? localized(question.text, locale) : answer.questionText;
}

/** What to read for each value: the choice's text, else Graph's displayValue, else the value itself. */
export function shownValues(answer: Pick<Answer, 'values' | 'displayValues'>, question: Question | undefined, locale: string): string[] {
  return answer.values.map((value, index) => {
    const choice = question?.kind === 'choice' ? question.choices.find((offered) => offered.value === value) : undefined;
    return choice ? localized(choice.text, locale) : answer.displayValues[index] || value;
  });
}
