import type { Tone } from '@/components/ui/tag';
import type { Assignment, AssignmentState } from '@/lib/entitlement/assignments';
import { endDay } from '@/lib/entitlement/end-day';
import type { Formats } from '@/lib/i18n/formats';
import { stateLooks, type StateWord } from './state-looks';

/** Access that ends within so many days asks for something. */
export const soonDays = 14;

export interface EndingWords {
  /** For <StateTag word values>. */
  word: StateWord;
  values: Record<string, number>;
  tone: Tone;
  /** Last whole day, yyyy-mm-dd in the reader's zone; null when there is no end or none is known. */
  endDay: string | null;
  /** Whole days from today to that day; negative when past. */
  daysLeft: number | null;
  /** `never`: no end was set; `unknown`: Graph did not say. */
  end: 'dated' | 'never' | 'unknown';
}

const words: Record<AssignmentState, StateWord> = {
  delivering: 'delivering',
  partiallyDelivered: 'partiallyDelivered',
  delivered: 'active',
  expired: 'ended',
  deliveryFailed: 'deliveryFailed',
  other: 'other',
};

/** An assignment's state and how long it still lasts. `now` is Graph's, UTC ms. */
export function endingWords(
  assignment: Pick<Assignment, 'state' | 'endDateTime' | 'expiredDateTime' | 'schedule'>,
  now: number,
  formats: Formats,
): EndingWords {
  const instant = assignment.state === 'expired' ? (assignment.expiredDateTime ?? assignment.endDateTime) : assignment.endDateTime;
  const day = instant && endDay(instant, formats.timeZone);
  const daysLeft = day ? formats.daysUntil(day, now) : null;
  const soon = assignment.state === 'delivered' && daysLeft !== null && daysLeft >= 0 && daysLeft <= soonDays;
  const word = soon ? 'endsSoon' : words[assignment.state];
  return {
    word,
    values: soon ? { days: daysLeft } : {},
    tone: stateLooks[word].tone,
    endDay: day,
    daysLeft,
    end: day ? 'dated' : assignment.schedule?.expiration.kind === 'never' ? 'never' : 'unknown',
  };
}
