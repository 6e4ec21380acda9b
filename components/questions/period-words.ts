import { useTimeZone, useTranslations } from 'next-intl';
import type { Expiration } from '@/lib/entitlement/policies';
import { endDay, latestEnd } from '@/lib/entitlement/schedules';
import { useFormats } from '@/lib/i18n/use-formats';
import { useTermWords } from './term-words';

/** The words of a period: what the policy gives, what one may choose, what is wrong with a day. `now` is Graph's, UTC ms. */
export function usePeriodWords(expiration: Expiration, runsFrom: 'approval' | 'now', now: number) {
  const t = useTranslations('questions.period');
  const errors = useTranslations('errors.fields');
  const formats = useFormats();
  const timeZone = useTimeZone() ?? 'UTC';
  const { term } = useTermWords(now);
  const until = latestEnd(expiration, new Date(now));
  const about = expiration.kind === 'for' && until ? formats.day(endDay(until.toISOString(), timeZone), now) : null;
  const usual = {
    never: t('usualNever'),
    unspecified: t('usualUnspecified'),
    for: t('usual', { term: term(expiration) }),
    until: term(expiration),
  };
  const custom = {
    never: t('customAny'),
    unspecified: t('customAny'),
    for: t('customUpTo', { term: term(expiration) }),
    until: t('customUntil', { term: term(expiration) }),
  };
  return {
    usual: usual[expiration.kind],
    usualHint: about ? t(runsFrom === 'approval' ? 'fromApproval' : 'fromNow', { day: about }) : undefined,
    customHint: custom[expiration.kind],
    /** What to do about a day: `key` of `errors.fields`, `last` the last day that may be chosen (yyyy-mm-dd). */
    complaint(key: string | undefined, last: string | null): string | undefined {
      if (key === undefined) return undefined;
      if (key !== 'endBeyond') return errors(key);
      const day = last ? formats.day(last, now) : '';
      return expiration.kind === 'for' ? t('endBeyondFor', { term: term(expiration), day }) : t('endBeyond', { day });
    },
  };
}
