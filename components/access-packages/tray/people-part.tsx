'use client';

import { useLocale, useTranslations } from 'next-intl';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useController, type UseFormReturn } from 'react-hook-form';
import { FormSection } from '@/components/form/form-section';
import { useViewer } from '@/components/shell/viewer-context';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import { listOf } from '@/lib/i18n/list';
import { fieldId } from './field-id';
import { isSame } from './pairs';
import { usePersonName } from './person-words';
import type { TogetherValues } from './together-values';

/** Who may be chosen is read, and the list's code loaded, only for those who open it. */
const PeoplePicker = lazy(() => import('./people-picker'));

/** Whom it is all for, and who asks: always two names where there are two. */
export function PeoplePart({ form: { control } }: { form: UseFormReturn<TogetherValues> }) {
  const t = useTranslations('for-others.who');
  const errors = useTranslations('errors.fields');
  const { oid, name } = useViewer();
  const locale = useLocale();
  const nameOf = usePersonName();
  const { field, fieldState } = useController({ control, name: 'people' });
  const people = field.value;
  const [isPicking, setPicking] = useState(false);
  const isEmpty = people.length === 0;
  useEffect(() => {
    // Where nobody is chosen there is nothing else to begin with.
    if (isEmpty) queueMicrotask(() => setPicking(true));
  }, [isEmpty]);
  const others = people.filter(({ objectId }) => !isSame(objectId, oid));
  const picker = `${fieldId('people')}-list`;
  return (
    <FormSection title={t('title')}>
      <div id={fieldId('people')} tabIndex={-1}>
        {!isEmpty && (
          <p aria-live="polite">{t.rich('for', { name: () => <bdi>{listOf(people.map(nameOf), locale)}</bdi>, count: people.length })}</p>
        )}
        {others.length > 0 && <p className="hint">{t.rich('askedBy', { name: () => <bdi>{name}</bdi> })}</p>}
        {!isEmpty && (
          <p className="mt-3">
            <Button size="small" aria-expanded={isPicking} aria-controls={picker} onClick={() => setPicking(!isPicking)}>
              {t(isPicking ? 'close' : others.length > 0 ? 'change' : 'open')}
            </Button>
          </p>
        )}
        <div id={picker} className="mt-4">
          {isPicking && (
            <Suspense fallback={<p className="sm mut">{t('loading')}</p>}>
              <PeoplePicker people={people} onChange={field.onChange} />
            </Suspense>
          )}
        </div>
        {fieldState.error?.message && <FieldError id="people-error">{errors(fieldState.error.message, { max: 0 })}</FieldError>}
      </div>
    </FormSection>
  );
}
