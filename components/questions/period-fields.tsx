'use client';

import { useTimeZone, useTranslations } from 'next-intl';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { DateField } from '@/components/ui/date-field';
import type { Expiration } from '@/lib/entitlement/policies';
import { periodBounds, type Period } from '@/lib/entitlement/schedules';
import { useFormats } from '@/lib/i18n/use-formats';
import { usePeriodWords } from './period-words';

/** The elements a link in an error summary leads to. */
export const periodFieldIds = { choice: 'period', start: 'period-start', end: 'period-end' } as const;

interface Props<T extends FieldValues> {
  control: Control<T>;
  /** The most the policy allows (contract §6.4). */
  expiration: Expiration;
  /** From when the usual period runs. */
  runsFrom: 'approval' | 'now';
  /** Graph's now, UTC ms. */
  now: number;
  /** The field that holds it (null is the policy's usual period) and the ids of its elements, on a page with several. */
  name?: FieldPath<T>;
  ids?: { choice: string; start: string; end: string };
}

/**
 * The usual period, or dates one chooses within the policy's bounds, in the reader's zone, which is said. Errors are keys of
 * `errors.fields` at `period.startDay` and `period.endDay`, as requestFormSchema gives them. The client needs the namespace `questions`.
 */
export function PeriodFields<T extends FieldValues>({ control, expiration, runsFrom, now, name, ids = periodFieldIds }: Props<T>) {
  const t = useTranslations('questions.period');
  const formats = useFormats();
  const timeZone = useTimeZone() ?? 'UTC';
  const words = usePeriodWords(expiration, runsFrom, now);
  const { field, fieldState } = useController({ control, name: name ?? ('period' as FieldPath<T>) });
  const period = (field.value ?? null) as Period | null;
  const bounds = periodBounds(expiration, new Date(now), timeZone);
  const start = period?.startDay ?? bounds.firstDay;
  const last = bounds.lastDay(start);
  // react-hook-form keeps the errors of nested paths under the field's own.
  const errors = fieldState.error as { startDay?: { message?: string }; endDay?: { message?: string } } | undefined;
  const set = (change: Partial<Period>) => field.onChange({ startDay: null, endDay: null, ...period, ...change });
  return (
    <>
      <ChoiceGroup
        id={ids.choice}
        type="radio"
        className="bare-legend"
        label={<span className="vh">{t('legend')}</span>}
        name={field.name}
        choices={[
          { value: 'usual', label: words.usual, hint: words.usualHint },
          { value: 'custom', label: t('custom'), hint: words.customHint },
        ]}
        value={[period === null ? 'usual' : 'custom']}
        onChange={([chosen]) => (chosen === 'usual' ? field.onChange(null) : set({}))}
        onBlur={field.onBlur}
      />
      {period !== null && (
        <>
          <div className="two mt-5 [--gap:1rem]">
            <DateField
              id={ids.start}
              label={t('from')}
              hint={t('fromHint')}
              value={period.startDay ?? ''}
              min={bounds.firstDay}
              max={expiration.kind === 'until' ? (last ?? undefined) : undefined}
              error={words.complaint(errors?.startDay?.message, last)}
              onChange={(day) => set({ startDay: day || null })}
              onBlur={field.onBlur}
            />
            <DateField
              id={ids.end}
              className="mt-0"
              label={t('until')}
              hint={last ? t('atMost', { day: formats.day(last, now) }) : undefined}
              value={period.endDay ?? ''}
              min={start}
              max={last ?? undefined}
              error={words.complaint(errors?.endDay?.message, last)}
              onChange={(day) => set({ endDay: day || null })}
              onBlur={field.onBlur}
            />
          </div>
          <p className="hint mt-3">{t('zone', { zone: formats.zoneName(now) })}</p>
        </>
      )}
    </>
  );
}
