import { addDuration, instant, isDuration, isoInstant } from '../tenant/durations.ts';
import type { Expiration, Schedule } from '../tenant/model.ts';
import { invalidModel } from './refusals.ts';

/** What a request without a schedule shows (contract §6.4). */
export const NO_SCHEDULE: Schedule = {
  startDateTime: null,
  recurrence: null,
  expiration: { type: 'notSpecified', endDateTime: null, duration: null },
};

/** A caller's clock may be that far ahead of ours when it computes a bound. */
const CLOCK_SLACK_MS = 60_000;

export function isSpecified(expiration: Expiration): boolean {
  return expiration.type !== 'notSpecified';
}

/** When (UTC ms) something that starts at `start` ends by this pattern; null for never. */
export function endOf(expiration: Expiration, start: number): number | null {
  if (expiration.type === 'afterDateTime') return instant(expiration.endDateTime);
  if (expiration.type === 'afterDuration') return addDuration(start, expiration.duration);
  return null;
}

/** The schedule an assignment shows: start and computed end (contract §6.4). `asked` wins over the policy's own. */
export function grantedSchedule(asked: Expiration, policy: Expiration, start: number): Schedule {
  const end = endOf(isSpecified(asked) ? asked : policy, start);
  return {
    startDateTime: isoInstant(start),
    recurrence: null,
    expiration: {
      type: end === null ? 'noExpiration' : 'afterDateTime',
      endDateTime: end === null ? null : isoInstant(end),
      duration: null,
    },
  };
}

export interface ScheduleRules {
  /** Whether a schedule may be sent at all: `allowCustomAssignmentSchedule`, updates, admin requests (contract §4.8). */
  allowed: boolean;
  policy: Expiration;
  /** UTC ms. */
  now: number;
  /** The present end of the assignment that is changed: keeping it is always within bounds. */
  presentEnd?: number | null;
}

/** The schedule of a request, checked (contract §6.4, §9). Refusal 400 InvalidModel. */
export function checkSchedule(sent: Schedule | null | undefined, rules: ScheduleRules): Schedule {
  if (!sent || (sent.startDateTime == null && !isSpecified(sent.expiration) && sent.recurrence == null)) return NO_SCHEDULE;
  if (sent.recurrence != null) throw invalidModel('schedule.recurrence is for access reviews only.');
  if (!rules.allowed) throw invalidModel('The policy does not allow a custom schedule.');
  const start = sent.startDateTime == null ? null : instant(sent.startDateTime);
  if (sent.startDateTime != null && start === null) throw invalidModel('schedule.startDateTime is not a date and time.');
  const { expiration } = sent;
  checkPattern(expiration);
  const from = Math.max(start ?? rules.now, rules.now);
  const end = endOf(expiration, from);
  if (end !== null && end <= from) throw invalidModel('The end of the schedule is not after its start.');
  checkBound(expiration, end, from, rules);
  return {
    startDateTime: start === null ? null : isoInstant(start),
    recurrence: null,
    expiration: {
      type: expiration.type,
      endDateTime: expiration.type === 'afterDateTime' && end !== null ? isoInstant(end) : null,
      duration: expiration.type === 'afterDuration' ? expiration.duration : null,
    },
  };
}

function checkPattern({ type, endDateTime, duration }: Expiration): void {
  if (type === 'afterDateTime' && instant(endDateTime) === null) throw invalidModel('expiration.endDateTime is needed with afterDateTime.');
  if (type !== 'afterDuration') return;
  if (duration == null || !isDuration(duration)) throw invalidModel('expiration.duration is needed with afterDuration.');
  if (endDateTime != null) throw invalidModel('expiration.endDateTime does not go with afterDuration.');
}

function checkBound(asked: Expiration, end: number | null, from: number, rules: ScheduleRules): void {
  const bound = endOf(rules.policy, from);
  if (bound === null || !isSpecified(asked)) {
    if (bound !== null && bound <= from) throw invalidModel("The schedule starts after the policy's end.");
    return;
  }
  const latest = Math.max(bound, rules.presentEnd ?? 0) + CLOCK_SLACK_MS;
  if (end === null || end > latest) throw invalidModel(`The end of the schedule is beyond the policy's: ${isoInstant(bound)}.`);
}
