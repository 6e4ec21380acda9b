import { useTimeZone, useTranslations } from 'next-intl';
import { useController, useWatch, type Control } from 'react-hook-form';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { DateField } from '@/components/ui/date-field';
import { endDay } from '@/lib/entitlement/end-day';
import { periodBounds } from '@/lib/entitlement/schedules';
import { useFormats } from '@/lib/i18n/use-formats';
import type { EndChoice, UpdateDraft, UpdateFacts } from './update-view';

interface EndFieldsProps {
  control: Control<UpdateDraft>;
  facts: UpdateFacts;
  endDateTime: string | null;
  /** Graph's now, UTC ms. */
  now: number;
}

/** The new end: the longest allowed first where there is a bound, then a day of one's own, then the end as it is. */
export function EndFields({ control, facts, endDateTime, now }: EndFieldsProps) {
  const t = useTranslations('assignments.update');
  const formats = useFormats();
  const timeZone = useTimeZone() ?? 'UTC';
  const { field } = useController({ control, name: 'end' });
  const { field: day, fieldState } = useController({ control, name: 'day' });
  const chosen = useWatch({ control, name: 'end' });
  const { lastDay, requirements } = facts;
  const presentDay = endDateTime && endDay(endDateTime, formats.timeZone);
  const first = periodBounds(requirements.expiration, new Date(now), timeZone).firstDay;
  const choices: { value: EndChoice; label: string; hint?: string }[] = [
    ...(lastDay
      ? [{ value: 'longest' as const, label: t('untilDay', { day: formats.weekdayDay(lastDay, now) }), hint: t('longestHint') }]
      : []),
    { value: 'day', label: t('otherDay') },
    { value: 'keep', label: t('keepEnd'), ...(presentDay ? { hint: t('keepEndHint', { day: formats.day(presentDay, now) }) } : {}) },
  ];
  return (
    <>
      <ChoiceGroup
        id="end"
        type="radio"
        label={<span className="vh">{t('howLong')}</span>}
        name="end"
        choices={choices}
        value={[field.value]}
        onChange={([value]) => field.onChange(value)}
        onBlur={field.onBlur}
      />
      {chosen === 'day' && (
        <DateField
          id="day"
          label={t('lastDay')}
          hint={lastDay ? t('atMost', { day: formats.day(lastDay, now) }) : undefined}
          required
          value={day.value}
          min={first}
          max={lastDay ?? undefined}
          error={fieldState.error && complaint(fieldState.error.message)}
          onChange={day.onChange}
          onBlur={day.onBlur}
        />
      )}
      <p className="hint">{t('zone', { zone: formats.zoneName(now) })}</p>
    </>
  );

  function complaint(key: string | undefined): string {
    if (key === 'endBeyond') return t('errors.endBeyond', { day: lastDay ? formats.day(lastDay, now) : '' });
    return t(key === 'endBeforeStart' ? 'errors.endPast' : 'errors.date');
  }
}
