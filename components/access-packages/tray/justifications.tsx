'use client';

import { useTranslations } from 'next-intl';
import { useController, useWatch, type FieldPath, type UseFormReturn } from 'react-hook-form';
import { FormSection } from '@/components/form/form-section';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { TextArea } from '@/components/ui/text-area';
import { LONGEST_JUSTIFICATION } from '@/lib/entitlement/form-issues';
import { fieldId } from './field-id';
import { peopleOf, personField, type Scope } from './pairs';
import { usePersonName } from './person-words';
import { packageField, type ChosenWay } from './together-package';
import type { TogetherValues } from './together-values';

interface Props {
  form: UseFormReturn<TogetherValues>;
  chosen: readonly ChosenWay[];
  open: Scope;
  isForOthers: boolean;
}

/** Why: once for all that ask it, or for each package or person where the reasons differ. */
export function Justifications({ form: { control }, chosen, open, isForOthers }: Props) {
  const t = useTranslations('tray.why');
  const others = useTranslations('for-others.why');
  const nameOf = usePersonName();
  const asking = open.packages.filter(({ id }) =>
    chosen.some(({ packageId, policy }) => packageId === id && policy.isRequestorJustificationRequired),
  );
  const people = peopleOf(
    open.pairs,
    asking.map(({ id }) => id),
  );
  const choice = useController({ control, name: 'separate' });
  const separate = useWatch({ control, name: 'separate' });
  if (asking.length === 0) return null;
  const choices = [
    { value: 'same', label: t('same') },
    ...(asking.length > 1 || separate === 'each' ? [{ value: 'each', label: people.length > 1 ? others('eachPackage') : t('each') }] : []),
    ...(people.length > 1 || separate === 'person' ? [{ value: 'person', label: others('eachPerson') }] : []),
  ];
  return (
    <FormSection title={isForOthers ? others('title') : t('title')}>
      {choices.length > 1 && (
        <ChoiceGroup
          id="separate"
          type="radio"
          className="mb-5"
          label={asking.length > 1 ? t('howMany', { count: asking.length }) : others('whoseReason')}
          name="separate"
          choices={choices}
          value={[separate]}
          onChange={([chosenOne]) => choice.field.onChange(chosenOne)}
          onBlur={choice.field.onBlur}
        />
      )}
      {separate === 'same' && <Words control={control} name="justification" label={t('label')} />}
      {separate === 'each' &&
        asking.map(({ id, name }) => (
          <Words key={id} control={control} name={`justifications.${packageField(id)}`} label={<bdi>{t('labelFor', { name })}</bdi>} />
        ))}
      {separate === 'person' &&
        people.map((person) => (
          <Words
            key={person.objectId}
            control={control}
            name={`justifications.${personField(person.objectId)}`}
            label={<bdi>{t('labelFor', { name: nameOf(person) })}</bdi>}
          />
        ))}
    </FormSection>
  );
}

interface WordsProps {
  control: UseFormReturn<TogetherValues>['control'];
  name: FieldPath<TogetherValues> & ('justification' | `justifications.${string}`);
  label: React.ReactNode;
}

function Words({ control, name, label }: WordsProps) {
  const t = useTranslations('tray.why');
  const fields = useTranslations('errors.fields');
  const { field, fieldState } = useController({ control, name });
  const error = fieldState.error?.message;
  return (
    <TextArea
      id={fieldId(name)}
      label={label}
      hint={t('hint')}
      required
      error={error && fields(error, { max: LONGEST_JUSTIFICATION })}
      {...field}
      value={field.value ?? ''}
    />
  );
}
