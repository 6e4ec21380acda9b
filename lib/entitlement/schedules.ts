import type { Expiration } from './policies';

/** Wire schedule in closed form. Instants are UTC ISO 8601. */
export interface Schedule {
  startDateTime: string | null;
  expiration: Expiration;
}

/** Bounds for a custom period (contract §6.4): end at most start + duration, or the policy's end date. Calendar days in `timeZone`. */
export interface PeriodBounds {
  /** First selectable day, yyyy-mm-dd. */
  firstDay: string;
  /** Last whole selectable day for a start on `startDay`, yyyy-mm-dd, null when there is no bound. */
  lastDay(startDay: string): string | null;
}

/** Bounds of what the policy allows, from now, in the reader's zone. */
export declare function periodBounds(expiration: Expiration, now: Date, timeZone: string): PeriodBounds;

/**
 * "From D, until the end of E" as a wire schedule: start = now or local midnight of D, end = local midnight after E, never beyond the
 * bound (contract §6.4, whole days). `startDay` null = as soon as possible.
 */
export declare function toWireSchedule(
  period: { startDay: string | null; endDay: string | null },
  expiration: Expiration,
  now: Date,
  timeZone: string,
): unknown;

/** The day an end instant is shown as: an end at local midnight is the day before (contract §6.4). yyyy-mm-dd. */
export declare function endDay(endDateTime: string, timeZone: string): string;
