import type { Expiration } from '@/lib/entitlement/policies';
import { endDay } from '@/lib/entitlement/end-day';
import type { Formats } from '@/lib/i18n/formats';

/** A message of the namespace `requests` with what it takes. */
export interface Words {
  key: string;
  values: Record<string, string | number>;
}

export const say = (key: string, values: Words['values'] = {}): Words => ({ key, values });

/** A moment as the messages take it: `kind` and `day`; `unknown` when Graph did not say. */
export function moment(value: string | null, now: number, formats: Formats): Record<string, string> {
  return value === null ? { kind: 'unknown', day: '' } : { ...formats.dayWhen(value, now) };
}

/** How long the asked period lasts; null when the request asked for the policy's usual one. */
export function lastsWords(expiration: Expiration | undefined, now: number, formats: Formats): Words | null {
  if (expiration?.kind === 'for') return say('lastsFor', { duration: formats.duration(expiration.duration) });
  if (expiration?.kind === 'until') return say('lastsUntil', { day: formats.day(endDay(expiration.endDateTime, formats.timeZone), now) });
  return expiration?.kind === 'never' ? say('lastsForever') : null;
}
