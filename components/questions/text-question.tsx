import { useTranslations } from 'next-intl';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { LONGEST_ANSWER } from '@/lib/entitlement/answer-rules';
import type { Question } from '@/lib/entitlement/questions';
import { questionFieldId } from './answer-values';
import { usePatternWords } from './pattern-words';
import type { QuestionFieldProps } from './question-field';

type Props = QuestionFieldProps & { question: Extract<Question, { kind: 'text' }> };

/** A text question, one line or several, with our reading of its pattern as the hint. */
export function TextQuestion({ question, name, text, values, error, onChange, onBlur }: Props) {
  const t = useTranslations('questions');
  const errors = useTranslations('errors.fields');
  const words = usePatternWords(question.regexPattern);
  const shared = {
    id: questionFieldId(question.id),
    name,
    label: <bdi>{text}</bdi>,
    hint: words.hint ?? undefined,
    required: question.isRequired,
    error: error && (error === 'pattern' ? words.complaint : errors(error, { max: LONGEST_ANSWER })),
    value: values[0] ?? '',
    onChange: (event: { target: { value: string } }) => onChange(event.target.value === '' ? [] : [event.target.value]),
    onBlur,
  };
  return (
    <>
      {question.isSingleLine ? <TextField {...shared} /> : <TextArea {...shared} />}
      {error === 'pattern' && !words.hint && (
        <details className="hint">
          <summary>{t('showPattern')}</summary>
          <bdi className="code" dir="ltr">
            {question.regexPattern}
          </bdi>
        </details>
      )}
    </>
  );
}
