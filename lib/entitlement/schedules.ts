import { fromDate, parseDate, toCalendarDate, toZoned, type CalendarDate } from '@internationalized/date';
import { addDuration } from './durations';
import { knownZone } from './end-day';
import type { Expiration } from './policies';

export { endDay, knownZone } from './end-day';

/** Wire schedule in closed form. Instants are UTC ISO 8601. */
export interface Schedule {
  startDateTime: string | null;
  expiration: Expiration;
}

/** Bounds for a custom period (contract §6.4): end at most start + duration, or the policy's end date. Calendar days in `timeZone`. */
export interface PeriodBounds {
  /** First selectable day, yyyy-mm-dd. */
  firstDay: string;
  /**
   * Last whole selectable day for a start on `startDay`, yyyy-mm-dd, null when there is no bound. Before `startDay` when not even
   * one whole day fits.
   */
  lastDay(startDay: string): string | null;
}

/** "From D, until the end of E"; a null start is as soon as possible, a null end the policy's own. Days yyyy-mm-dd. */
export interface Period {
  startDay: string | null;
  endDay: string | null;
}

/** Bounds of what the policy allows, from now, in the reader's zone. */
export function periodBounds(expiration: Expiration, now: Date, timeZone: string): PeriodBounds {
  const zone = knownZone(timeZone);
  return {
    firstDay: dayAt(now, zone).toString(),
    lastDay: (startDay) => {
      const bound = latestEnd(expiration, startInstant(startDay, now, zone) ?? now);
      return bound && dayAt(bound, zone).subtract({ days: 1 }).toString();
    },
  };
}

/**
 * "From D, until the end of E" as a wire schedule: start = local midnight of D (null today or sooner: as soon as possible), end =
 * local midnight after E, never beyond the bound (contract §6.4, whole days). Days that are none throw a RangeError.
 */
export function toWireSchedule(period: Period, expiration: Expiration, now: Date, timeZone: string): WireSchedule {
  const zone = knownZone(timeZone);
  const start = period.startDay === null ? null : startInstant(period.startDay, now, zone);
  const bound = latestEnd(expiration, start ?? now);
  const chosen = period.endDay === null ? null : midnightAfter(period.endDay, zone);
  const end = chosen && bound ? new Date(Math.min(chosen.getTime(), bound.getTime())) : (chosen ?? bound);
  return { startDateTime: start && wireInstant(start), recurrence: null, expiration: toWireExpiration(expiration, end) };
}

/** A schedule that only says when access ends, for updates. */
export function untilEndOf(endDay: string, expiration: Expiration, now: Date, timeZone: string): WireSchedule {
  return toWireSchedule({ startDay: null, endDay }, expiration, now, timeZone);
}

export interface WireSchedule {
  startDateTime: string | null;
  recurrence: null;
  expiration: { type: 'afterDateTime' | 'noExpiration' | 'notSpecified'; endDateTime: string | null; duration: null };
}

/** The day on which an instant falls in the reader's zone. yyyy-mm-dd. */
export function startDay(startDateTime: string, timeZone: string): string {
  return dayAt(new Date(startDateTime), knownZone(timeZone)).toString();
}

/**
 * What an update may reach (contract §6.4): the last whole day up to now + duration or the policy's end, and whether that is later than
 * the present end. `lastDay` null: no bound.
 */
export function extension(
  expiration: Expiration,
  currentEnd: string | null,
  now: Date,
  timeZone: string,
): { lastDay: string | null; isPossible: boolean } {
  const bounds = periodBounds(expiration, now, timeZone);
  const lastDay = bounds.lastDay(bounds.firstDay);
  if (currentEnd === null) return { lastDay, isPossible: false };
  if (lastDay === null) return { lastDay, isPossible: true };
  return { lastDay, isPossible: midnightAfter(lastDay, knownZone(timeZone)).getTime() > Date.parse(currentEnd) };
}

/** Latest end for a start (contract §6.4); null without a bound. */
export function latestEnd(expiration: Expiration, start: Date): Date | null {
  if (expiration.kind === 'until') return new Date(expiration.endDateTime);
  return expiration.kind === 'for' ? addDuration(start, expiration.duration) : null;
}

function toWireExpiration(expiration: Expiration, end: Date | null): WireSchedule['expiration'] {
  if (end) return { type: 'afterDateTime', endDateTime: wireInstant(end), duration: null };
  return { type: expiration.kind === 'never' ? 'noExpiration' : 'notSpecified', endDateTime: null, duration: null };
}

/** Start for a day: null for today and before, which begin as soon as possible. */
function startInstant(day: string, now: Date, zone: string): Date | null {
  const start = midnightOf(parseDate(day), zone);
  return start.getTime() <= now.getTime() ? null : start;
}

function midnightAfter(day: string, zone: string): Date {
  return midnightOf(parseDate(day).add({ days: 1 }), zone);
}

// Where clocks skip midnight the day begins at the first instant it has.
function midnightOf(day: CalendarDate, zone: string): Date {
  return toZoned(day, zone).toDate();
}

function dayAt(instant: Date, zone: string): CalendarDate {
  return toCalendarDate(fromDate(instant, zone));
}

// Whole seconds as the contract's examples write them.
function wireInstant(instant: Date): string {
  return instant.toISOString().replace('.000Z', 'Z');
}
