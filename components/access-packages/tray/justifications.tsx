'use client';

import { useTranslations } from 'next-intl';
import { useController, useWatch, type FieldPath, type UseFormReturn } from 'react-hook-form';
import { FormSection } from '@/components/form/form-section';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { TextArea } from '@/components/ui/text-area';
import { LONGEST_JUSTIFICATION } from '@/lib/entitlement/form-issues';
import { fieldId } from './field-id';
import { packageField, type ChosenWay, type TogetherPackage } from './together-package';
import type { TogetherValues } from './together-values';

interface Props {
  form: UseFormReturn<TogetherValues>;
  chosen: readonly ChosenWay[];
  packages: readonly TogetherPackage[];
}

/** Why: once for all that ask it, or for each where the reasons differ. */
export function Justifications({ form: { control }, chosen, packages }: Props) {
  const t = useTranslations('tray.why');
  const asking = packages.filter(({ id }) =>
    chosen.some(({ packageId, policy }) => packageId === id && policy.isRequestorJustificationRequired),
  );
  const choice = useController({ control, name: 'separate' });
  const separate = useWatch({ control, name: 'separate' });
  if (asking.length === 0) return null;
  return (
    <FormSection title={t('title')}>
      {asking.length > 1 && (
        <ChoiceGroup
          id="separate"
          type="radio"
          className="mb-5"
          label={t('howMany', { count: asking.length })}
          name="separate"
          choices={[
            { value: 'same', label: t('same') },
            { value: 'each', label: t('each') },
          ]}
          value={[separate]}
          onChange={([chosenOne]) => choice.field.onChange(chosenOne)}
          onBlur={choice.field.onBlur}
        />
      )}
      {separate === 'same' ? (
        <Words control={control} name="justification" label={t('label')} />
      ) : (
        asking.map(({ id, name }) => (
          <Words key={id} control={control} name={`justifications.${packageField(id)}`} label={<bdi>{t('labelFor', { name })}</bdi>} />
        ))
      )}
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
