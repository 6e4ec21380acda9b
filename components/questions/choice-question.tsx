import { useTranslations } from 'next-intl';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { Select } from '@/components/ui/select';
import { localized, type Question } from '@/lib/entitlement/questions';
import { questionFieldId } from './answer-values';
import type { QuestionFieldProps } from './question-field';

type Props = QuestionFieldProps & { question: Extract<Question, { kind: 'choice' }>; locale: string };

/** Longer lists of single choices become a native select. */
const MOST_RADIOS = 9;

/** A choice question: boxes for several, radios for one, a native select for one of many. */
export function ChoiceQuestion(props: Props) {
  return !props.question.isMultiple && props.question.choices.length > MOST_RADIOS ? (
    <ChoiceSelect {...props} />
  ) : (
    <ChoiceBoxes {...props} />
  );
}

function ChoiceBoxes({ question, locale, name, text, values, error, onChange, onBlur }: Props) {
  const t = useTranslations('questions');
  const errors = useTranslations('errors.fields');
  const canClear = !question.isRequired && !question.isMultiple && values.length > 0;
  return (
    <div className="field">
      <ChoiceGroup
        id={questionFieldId(question.id)}
        type={question.isMultiple ? 'checkbox' : 'radio'}
        label={<bdi>{text}</bdi>}
        hint={question.isMultiple ? t('severalPossible') : undefined}
        required={question.isRequired}
        error={error && errors(error)}
        name={name}
        choices={question.choices.map((choice) => ({ value: choice.value, label: <bdi>{localized(choice.text, locale)}</bdi> }))}
        value={values}
        onChange={onChange}
        onBlur={onBlur}
      />
      {canClear && (
        <button type="button" className="btn small quiet" onClick={() => onChange([])}>
          {t('clearAnswer')}
        </button>
      )}
    </div>
  );
}

function ChoiceSelect({ question, locale, name, text, values, error, onChange, onBlur }: Props) {
  const t = useTranslations('questions');
  const errors = useTranslations('errors.fields');
  return (
    <Select
      id={questionFieldId(question.id)}
      label={<bdi>{text}</bdi>}
      required={question.isRequired}
      error={error && errors(error)}
      name={name}
      value={values[0] ?? ''}
      onChange={(event) => onChange(event.target.value ? [event.target.value] : [])}
      onBlur={onBlur}
    >
      <option value="">{t('chooseOne')}</option>
      {question.choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {localized(choice.text, locale)}
        </option>
      ))}
    </Select>
  );
}
