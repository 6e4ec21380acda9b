import { describe, expect, it } from 'vitest';
import type { Expiration, Schedule } from '../tenant/model.ts';
import { checkSchedule, NO_SCHEDULE } from './schedules.ts';
import { refusalOf, START } from './testing/scene.ts';

const NINETY: Expiration = { type: 'afterDuration', endDateTime: null, duration: 'P90D' };
const FIXED: Expiration = { type: 'afterDateTime', endDateTime: '2026-12-31T00:00:00Z', duration: null };
const EVER: Expiration = { type: 'noExpiration', endDateTime: null, duration: null };

function sent(expiration: Partial<Expiration>, startDateTime: string | null = null): Schedule {
  return { startDateTime, recurrence: null, expiration: { type: 'notSpecified', endDateTime: null, duration: null, ...expiration } };
}
const end = (endDateTime: string): Partial<Expiration> => ({ type: 'afterDateTime', endDateTime });
const check = (schedule: Schedule | null, policy: Expiration, allowed = true) => checkSchedule(schedule, { allowed, policy, now: START });

describe('a schedule', () => {
  it('is none when nothing is said, allowed or not', () => {
    expect(check(null, NINETY, false)).toEqual(NO_SCHEDULE);
    expect(check(sent({}), NINETY, false)).toEqual(NO_SCHEDULE);
  });

  it.each([
    ['an end within the duration', sent(end('2026-11-30T08:00:00Z')), NINETY],
    ['an end counted from a later start', sent(end('2026-12-10T00:00:00Z'), '2026-09-15T00:00:00Z'), NINETY],
    ['a shorter duration', sent({ type: 'afterDuration', duration: 'P5D' }), NINETY],
    ['an end up to the fixed one', sent(end('2026-12-31T00:00:00Z')), FIXED],
    ['for ever where the policy says so', sent({ type: 'noExpiration' }), EVER],
    ['a start alone', sent({}, '2026-09-15T00:00:00Z'), NINETY],
  ])('may say %s', (_, schedule, policy) => {
    expect(refusalOf(() => check(schedule, policy))).toBe('taken');
  });

  it.each([
    ['when it is not allowed', sent(end('2026-09-05T00:00:00Z')), NINETY, false],
    ['an end before the start', sent(end('2026-09-10T00:00:00Z'), '2026-09-15T00:00:00Z'), NINETY, true],
    ['an end that has passed', sent(end('2026-08-01T00:00:00Z')), NINETY, true],
    ['an end beyond the duration', sent(end('2026-12-01T00:00:00Z')), NINETY, true],
    ['a longer duration', sent({ type: 'afterDuration', duration: 'P91D' }), NINETY, true],
    ['an end beyond the fixed one', sent(end('2027-01-01T00:00:00Z')), FIXED, true],
    ['for ever where the policy ends', sent({ type: 'noExpiration' }), NINETY, true],
    ['a start after the fixed end', sent({}, '2027-01-15T00:00:00Z'), FIXED, true],
    ['no end with afterDateTime', sent({ type: 'afterDateTime' }), NINETY, true],
    ['no duration with afterDuration', sent({ type: 'afterDuration' }), NINETY, true],
    ['both', sent({ type: 'afterDuration', duration: 'P5D', endDateTime: '2026-09-05T00:00:00Z' }), NINETY, true],
    ['a start that is no date', sent({}, 'tomorrow'), NINETY, true],
  ])('may not be sent %s', (_, schedule, policy, allowed) => {
    expect(refusalOf(() => check(schedule, policy, allowed))).toBe('400 InvalidModel');
  });
});
