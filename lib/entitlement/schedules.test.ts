import { parseDate } from '@internationalized/date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDuration } from './durations';
import type { Expiration } from './policies';
import { endDay, extension, latestEnd, periodBounds, startDay, toWireSchedule } from './schedules';

const at = (text: string) => new Date(text);
const days = (n: number): Expiration => ({ kind: 'for', duration: `P${n}D` });
const never: Expiration = { kind: 'never' };

describe('addDuration', () => {
  it.each([
    ['2026-09-01T00:00:00Z', 'P90D', '2026-11-30T00:00:00.000Z'],
    ['2028-02-28T12:00:00Z', 'P1D', '2028-02-29T12:00:00.000Z'],
    ['2028-02-29T12:00:00Z', 'P1Y', '2029-02-28T12:00:00.000Z'],
    ['2026-01-31T00:00:00Z', 'P1M', '2026-02-28T00:00:00.000Z'],
    ['2026-01-01T00:00:00Z', 'PT4H', '2026-01-01T04:00:00.000Z'],
    ['2026-01-01T00:00:00Z', 'P2W', '2026-01-15T00:00:00.000Z'],
    ['2026-01-01T00:00:00Z', 'PT0S', '2026-01-01T00:00:00.000Z'],
  ])('%s + %s', (from, duration, to) => {
    expect(addDuration(at(from), duration)?.toISOString()).toBe(to);
  });

  it('is null for what is no duration', () => {
    for (const text of ['', '90D', 'P-1D', 'P1.5D', 'P999999Y']) expect(addDuration(at('2026-01-01T00:00:00Z'), text)).toBeNull();
  });
});

describe('whole days', () => {
  it('end at local midnight and are shown as the day before', () => {
    const schedule = toWireSchedule({ startDay: null, endDay: '2026-12-31' }, never, at('2026-09-01T10:00:00Z'), 'Europe/Berlin');
    expect(schedule).toEqual({
      startDateTime: null,
      recurrence: null,
      expiration: { type: 'afterDateTime', endDateTime: '2026-12-31T23:00:00Z', duration: null },
    });
    expect(endDay('2026-12-31T23:00:00Z', 'Europe/Berlin')).toBe('2026-12-31');
    expect(endDay('2026-12-31T23:00:00Z', 'UTC')).toBe('2026-12-31');
    expect(endDay('2027-01-01T00:00:00Z', 'UTC')).toBe('2026-12-31');
    expect(endDay('2027-01-01T00:00:00Z', 'Europe/Berlin')).toBe('2027-01-01');
  });

  it('begin at local midnight of a later day, today as soon as possible', () => {
    const now = at('2026-09-01T22:30:00Z');
    const start = (day: string) => toWireSchedule({ startDay: day, endDay: null }, never, now, 'Europe/Berlin').startDateTime;
    expect(start('2026-09-02')).toBeNull();
    expect(start('2026-09-03')).toBe('2026-09-02T22:00:00Z');
  });

  it('work on the day the clocks change and where midnight does not exist', () => {
    const now = at('2026-03-01T00:00:00Z');
    const end = (day: string, zone: string) =>
      toWireSchedule({ startDay: null, endDay: day }, never, now, zone).expiration.endDateTime ?? '';
    expect(end('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T22:00:00Z');
    // Santiago's clocks jump from midnight to one o'clock on 6 September 2026.
    const gap = end('2026-09-05', 'America/Santiago');
    expect(gap).toBe('2026-09-06T04:00:00Z');
    expect(endDay(gap, 'America/Santiago')).toBe('2026-09-05');
  });

  it('count from the reader’s day: one in the morning in Kiritimati', () => {
    const now = at('2026-09-01T11:00:00Z');
    const bounds = periodBounds(days(7), now, 'Pacific/Kiritimati');
    expect(bounds.firstDay).toBe('2026-09-02');
    expect(bounds.lastDay('2026-09-02')).toBe('2026-09-08');
    expect(startDay('2026-09-01T11:00:00Z', 'Pacific/Kiritimati')).toBe('2026-09-02');
  });

  it('fall back to UTC in a zone nobody knows', () => {
    expect(endDay('2026-09-01T10:00:00Z', 'Mars/Olympus')).toBe('2026-09-01');
  });

  it('refuse days that are none', () => {
    expect(() => toWireSchedule({ startDay: '2026-02-30', endDay: null }, never, at('2026-01-01T00:00:00Z'), 'UTC')).toThrow();
  });
});

describe('without an end', () => {
  const now = at('2026-09-01T10:00:00Z');
  const expiration = (of: Expiration) => toWireSchedule({ startDay: '2026-09-05', endDay: null }, of, now, 'UTC').expiration;
  it('the policy’s own end is said', () => {
    expect(expiration(days(7))).toMatchObject({ type: 'afterDateTime', endDateTime: '2026-09-12T00:00:00Z' });
    expect(expiration({ kind: 'until', endDateTime: '2026-12-24T12:00:00.000Z' })).toMatchObject({ endDateTime: '2026-12-24T12:00:00Z' });
    expect(expiration(never)).toEqual({ type: 'noExpiration', endDateTime: null, duration: null });
    expect(expiration({ kind: 'unspecified' })).toEqual({ type: 'notSpecified', endDateTime: null, duration: null });
  });
});

describe('extension', () => {
  const now = at('2026-09-01T10:00:00Z');
  it('reaches the last whole day of now + duration', () => {
    expect(extension(days(90), '2026-09-10T00:00:00.000Z', now, 'UTC')).toEqual({ lastDay: '2026-11-29', isPossible: true });
  });
  it('is none where that is not later than the present end', () => {
    expect(extension(days(90), '2026-11-30T00:00:00.000Z', now, 'UTC').isPossible).toBe(false);
    expect(extension({ kind: 'until', endDateTime: '2026-10-01T00:00:00.000Z' }, '2026-10-01T00:00:00.000Z', now, 'UTC').isPossible).toBe(
      false,
    );
    expect(extension(never, null, now, 'UTC').isPossible).toBe(false);
    expect(extension(never, '2026-10-01T00:00:00.000Z', now, 'UTC')).toEqual({ lastDay: null, isPossible: true });
  });
});

describe('whatever the zone, the day and the policy', () => {
  const zones = fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/Santiago',
    'Pacific/Kiritimati',
    'Pacific/Apia',
    'Asia/Kathmandu',
    'Africa/Cairo',
    'Pacific/Pago_Pago',
  );
  const instants = fc.date({ min: at('2024-01-01T00:00:00Z'), max: at('2032-12-31T00:00:00Z'), noInvalidDate: true });
  const policies: fc.Arbitrary<Expiration> = fc.oneof(
    fc.integer({ min: 1, max: 3660 }).map(days),
    fc.integer({ min: 1, max: 500 }).map((hours): Expiration => ({ kind: 'for', duration: `PT${hours}H` })),
    instants.map((end): Expiration => ({ kind: 'until', endDateTime: new Date(end.getTime() + 40 * 86_400_000).toISOString() })),
    fc.constant(never),
  );

  it('the end shown is the end chosen, after the start, within the bound', () => {
    fc.assert(
      fc.property(zones, instants, policies, fc.nat(400), fc.nat(400), (zone, now, expiration, wait, length) => {
        const bounds = periodBounds(expiration, now, zone);
        const first = parseDate(bounds.firstDay).add({ days: wait }).toString();
        const last = bounds.lastDay(first);
        const wished = parseDate(first).add({ days: length }).toString();
        const chosen = last !== null && wished > last ? last : wished;
        if (chosen < first) return;
        const schedule = toWireSchedule({ startDay: first, endDay: chosen }, expiration, now, zone);
        const start = schedule.startDateTime === null ? now : at(schedule.startDateTime);
        const end = schedule.expiration.endDateTime ?? '';
        expect(endDay(end, zone)).toBe(chosen);
        expect(start.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(at(end).getTime()).toBeGreaterThan(start.getTime());
        const bound = latestEnd(expiration, start);
        if (bound) expect(at(end).getTime()).toBeLessThanOrEqual(bound.getTime());
        if (schedule.startDateTime) expect(startDay(schedule.startDateTime, zone)).toBe(first);
      }),
      { numRuns: 400 },
    );
  });

  it('the day after the last one does not fit', () => {
    fc.assert(
      fc.property(zones, instants, policies, (zone, now, expiration) => {
        const bounds = periodBounds(expiration, now, zone);
        const last = bounds.lastDay(bounds.firstDay);
        const bound = latestEnd(expiration, now);
        if (last === null || bound === null) return;
        const unbounded = toWireSchedule({ startDay: null, endDay: parseDate(last).add({ days: 1 }).toString() }, never, now, zone);
        expect(at(unbounded.expiration.endDateTime ?? '').getTime()).toBeGreaterThan(bound.getTime());
      }),
      { numRuns: 300 },
    );
  });
});
