import { soonDays } from '@/components/status/ending-words';
import { stateLooks, type StateWord } from '@/components/status/state-looks';
import type { Tone } from '@/components/ui/tag';
import { endDay } from '@/lib/entitlement/end-day';
import type { Formats } from '@/lib/i18n/formats';
import type { Standing } from './standing';

export interface StandingWords {
  /** For <StateTag>; null: nothing worth a mark. */
  tag: { word: StateWord; values: Record<string, string | number> } | null;
  /** Of the cut; absent: it can be asked for. */
  tone: Tone | undefined;
  /** Last whole day of held or ended access, in words; null when there is none. */
  lastDay: string | null;
}

/** My standing in words. `now` is Graph's, UTC ms. */
export function standingWords(standing: Standing | undefined, now: number, formats: Formats): StandingWords {
  if (!standing) return { tag: null, tone: undefined, lastDay: null };
  if (standing.kind === 'held') return heldWords(standing, now, formats);
  const word: StateWord = standing.kind === 'onItsWay' ? standing.state : standing.kind === 'failed' ? 'deliveryFailed' : standing.kind;
  const end = standing.kind === 'ended' && standing.endDateTime ? endDay(standing.endDateTime, formats.timeZone) : null;
  return { tag: { word, values: {} }, tone: stateLooks[word].tone, lastDay: end && formats.day(end, now) };
}

function heldWords(standing: Extract<Standing, { kind: 'held' }>, now: number, formats: Formats): StandingWords {
  const day = standing.endDateTime && endDay(standing.endDateTime, formats.timeZone);
  const lastDay = day ? formats.day(day, now) : null;
  const days = day ? formats.daysUntil(day, now) : null;
  const soon = days !== null && days >= 0 && days <= soonDays;
  const tag: NonNullable<StandingWords['tag']> = standing.partly
    ? { word: 'partiallyDelivered', values: {} }
    : soon
      ? { word: 'endsSoon', values: { days } }
      : lastDay
        ? { word: 'heldUntil', values: { day: lastDay } }
        : { word: 'held', values: {} };
  return { tag, tone: stateLooks[tag.word].tone, lastDay };
}
