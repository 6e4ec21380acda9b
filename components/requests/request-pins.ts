import type { PinState } from '@/components/status/lock-drawing';
import type { Formats } from '@/lib/i18n/formats';
import { isBySystem, type Kind } from './request-groups';
import type { RequestRow } from './request-row';
import { lastsWords, moment, say, type Words } from './phrases';

export interface StoryPin {
  state: PinState;
  label: Words;
  text: Words | null;
}

/** Three pins: sent, approval, ready; none where nobody asked and nobody decides. `now` is Graph's, UTC ms. */
export function pinsOf(row: RequestRow, kind: Kind, now: number, formats: Formats): StoryPin[] {
  if (isBySystem(row)) return [];
  const sent: StoryPin = {
    state: 'set',
    label: say('pin.sent'),
    text: row.createdDateTime === null ? say('step.justNow') : say('onDay', { day: formats.weekdayDay(row.createdDateTime, now) }),
  };
  const finished = row.completedDateTime ? say('onDay', { day: formats.weekdayDay(row.completedDateTime, now) }) : null;
  const readyPin = (state: PinState, text: Words | null): StoryPin => ({
    state,
    label: say(kind === 'add' ? 'pin.ready' : `pin.done.${kind}`),
    text,
  });
  const lasts = kind === 'removal' ? null : lastsWords(row.schedule?.expiration, now, formats);
  const gone = say('pin.notWithThis');
  switch (row.state) {
    case 'submitted':
      return [{ ...sent, state: 'now' }, { state: 'next', label: say('pin.approval'), text: say('pin.ifNeeded') }, readyPin('next', lasts)];
    case 'pendingApproval':
      return [
        sent,
        { state: 'now', label: say('pin.approval'), text: say('pin.since', moment(row.createdDateTime, now, formats)) },
        readyPin('next', lasts),
      ];
    case 'scheduled':
      return [
        sent,
        passed(),
        readyPin('next', row.schedule?.startDateTime ? say('pin.starts', { day: formats.day(row.schedule.startDateTime, now) }) : null),
      ];
    case 'delivering':
    case 'other':
      return [sent, passed(), readyPin(row.state === 'other' ? 'next' : 'now', row.state === 'other' ? null : say('pin.beingSetUp'))];
    case 'delivered':
      return [sent, passed(), readyPin('set', finished)];
    case 'partiallyDelivered':
      return [sent, passed(), readyPin('now', say('pin.partly'))];
    case 'deliveryFailed':
      return [sent, passed(), readyPin('no', say('pin.failed'))];
    case 'denied':
      return [sent, { state: 'no', label: say('pin.denied'), text: finished }, readyPin('next', gone)];
    case 'canceled':
      return [sent, { state: 'over', label: say('pin.cancelled'), text: finished }, readyPin('next', gone)];
  }
}

/** The approval is behind the request: given, or none was needed; which of the two is not readable. */
function passed(): StoryPin {
  return { state: 'set', label: say('pin.approval'), text: say('pin.passed') };
}
