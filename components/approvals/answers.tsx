import { useLocale, useTranslations } from 'next-intl';
import { shownValues } from '@/components/questions/shown-values';
import { localized, type Answer, type Question } from '@/lib/entitlement/questions';

/**
 * Answers beside their questions, as they were sent: in the reader's language where the question could be read, else as Graph kept them
 * with the answer.
 */
export function Answers({ answers, questions }: { answers: readonly Answer[]; questions: readonly Question[] }) {
  const t = useTranslations('questions');
  const locale = useLocale();
  if (answers.length === 0) return null;
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'long' });
  const known = new Map(questions.map((question) => [question.id, question]));
  return (
    <dl className="qa">
      {answers.map((answer, index) => {
        const question = known.get(answer.questionId);
        const text = question ? localized(question.text, locale) : answer.questionText;
        return (
          // Old answers may come without a question id.
          <div key={answer.questionId || index}>
            <dt>
              <bdi>{text ?? t('unknownQuestion')}</bdi>
            </dt>
            <dd className="said">
              <bdi>{answer.values.length > 0 ? list.format(shownValues(answer, question, locale)) : t('noAnswerGiven')}</bdi>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
