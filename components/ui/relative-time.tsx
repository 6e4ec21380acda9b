import { useLocale, useTranslations } from 'next-intl';
import { capital } from '@/lib/i18n/formats';
import { useFormats } from '@/lib/i18n/use-formats';

interface RelativeTimeProps {
  /** UTC ISO 8601. */
  value: string;
  /** Graph's now, UTC ms. */
  now: number;
  /** Without the time of day. */
  dayOnly?: boolean;
  /** Within a sentence: "yesterday", not "Yesterday". */
  within?: boolean;
}

/** "Yesterday, 16:20", "Friday, 14:12", "17 November": words against Graph's now; the whole instant with its zone on hover. */
export function RelativeTime({ value, now, dayOnly, within }: RelativeTimeProps) {
  const t = useTranslations('common');
  const formats = useFormats();
  const { kind, day } = formats.dayWhen(value, now);
  const locale = useLocale();
  const word = within ? t('dayWord', { kind, day }) : capital(t('dayName', { kind, day }), locale);
  const near = kind !== 'date';
  return (
    <time dateTime={value} title={`${formats.instant(value)} (${formats.zoneName(now)})`}>
      {near && !dayOnly ? t('dayAtTime', { day: word, time: formats.time(value) }) : word}
    </time>
  );
}
