'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { UseFormReturn } from 'react-hook-form';
import { FormSection } from '@/components/form/form-section';
import { listOf } from '@/lib/i18n/list';
import { OwnQuestions } from './own-questions';
import type { Scope } from './pairs';
import type { PlannedQuestion } from './question-plan';
import type { TogetherValues } from './together-values';

interface Props {
  shared: readonly PlannedQuestion[];
  open: Scope;
  form: UseFormReturn<TogetherValues>;
}

/** What several packages ask alike, each with the names of those that ask it. */
export function SharedQuestions({ shared, open, form }: Props) {
  const t = useTranslations('tray');
  const locale = useLocale();
  const namesOf = (ids: readonly string[]) =>
    listOf(
      ids.map((id) => open.packages.find((each) => each.id === id)?.name || t('thisPackage')),
      locale,
    );
  return (
    <FormSection title={t('sharedTitle')}>
      {shared.map((planned) => (
        <div key={planned.question.id} className="mt-6 first-of-type:mt-4">
          <OwnQuestions questions={[planned]} form={form} pairs={open.pairs} />
          <p className="hint mt-2">
            {t.rich('askedBy', { name: () => <bdi>{namesOf(planned.askedBy.map(({ packageId }) => packageId))}</bdi> })}
          </p>
        </div>
      ))}
    </FormSection>
  );
}
