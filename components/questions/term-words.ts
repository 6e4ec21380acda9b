import { useTranslations } from 'next-intl';
import type { Expiration } from '@/lib/entitlement/policies';
import { useFormats } from '@/lib/i18n/use-formats';

/** How long a policy's access lasts, in the reader's words. `now` is Graph's, UTC ms. Needs the namespace `questions`. */
export function useTermWords(now: number) {
  const t = useTranslations('questions.term');
  const formats = useFormats();
  /** "180 days", "Until 3 May 2027", "No end". */
  const term = (expiration: Expiration): string => {
    if (expiration.kind === 'never') return t('never');
    if (expiration.kind === 'until') return t('until', { date: formats.day(lastMoment(expiration.endDateTime), now) });
    return (expiration.kind === 'for' && formats.duration(expiration.duration)) || t('unspecified');
  };
  /** The term as a fact about a policy: "Lasts 1 day", "You choose, up to 60 days". */
  const lasts = (expiration: Expiration, chosen: boolean): string => {
    if (expiration.kind === 'for') return t(chosen ? 'chosenUpTo' : 'lasts', { term: term(expiration) });
    if (expiration.kind === 'until') return chosen ? t('chosenUntil', { term: term(expiration) }) : term(expiration);
    return chosen ? t('chosen') : term(expiration);
  };
  return { term, lasts };
}

/** The last moment before an end: an end at local midnight is shown as the day before (contract §6.4). */
function lastMoment(endDateTime: string): string {
  return new Date(Date.parse(endDateTime) - 1).toISOString();
}
