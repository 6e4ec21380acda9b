'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Control } from 'react-hook-form';
import { FormSection } from '@/components/form/form-section';
import { QuestionFields } from '@/components/questions/question-field';
import { listOf } from '@/lib/i18n/list';
import type { PlannedQuestion } from './question-plan';
import type { TogetherPackage } from './together-package';
import type { TogetherValues } from './together-values';

interface Props {
  shared: readonly PlannedQuestion[];
  packages: readonly TogetherPackage[];
  control: Control<TogetherValues>;
}

/** What several packages ask alike, each with the names of those that ask it. */
export function SharedQuestions({ shared, packages, control }: Props) {
  const t = useTranslations('tray');
  const locale = useLocale();
  const namesOf = (ids: readonly string[]) =>
    listOf(
      ids.map((id) => packages.find((each) => each.id === id)?.name || t('thisPackage')),
      locale,
    );
  return (
    <FormSection title={t('sharedTitle')}>
      {shared.map(({ question, askedBy }) => (
        <div key={question.id} className="mt-6 first-of-type:mt-4">
          <QuestionFields questions={[question]} control={control} />
          <p className="hint mt-2">{t.rich('askedBy', { name: () => <bdi>{namesOf(askedBy.map(({ packageId }) => packageId))}</bdi> })}</p>
        </div>
      ))}
    </FormSection>
  );
}
