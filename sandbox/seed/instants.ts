import type { Tenant } from '../tenant/tenant.ts';

export const DAY = 24 * 60 * 60_000;

/** The seeded company keeps the days of its seat, Lyon: what is "yesterday" there is so at every hour. */
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', dateStyle: 'short' });

/** `days` before the company's today, at this time of day (UTC), as UTC ms on the partition's clock. */
export function daysAgo(tenant: Tenant, days: number, time = '09:30'): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return dayOf(tenant.now()) - days * DAY + (hours * 60 + minutes) * 60_000;
}

/** `days` from now and a little more, but still on that day of the company: "ends in 9 days" is true by hours and by calendar. */
export function inDays(tenant: Tenant, days: number): number {
  const at = tenant.now() + days * DAY;
  return Math.min(at + 3 * 60 * 60_000, endOfDay(at) - 60_000);
}

export function iso(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** UTC midnight of the company's calendar day at that instant, UTC ms. */
function dayOf(instant: number): number {
  return Date.parse(`${calendar.format(instant)}T00:00:00Z`);
}

/** When that day ends in the company: one or two hours before UTC midnight, UTC ms. */
function endOfDay(instant: number): number {
  const midnight = dayOf(instant) + DAY;
  const hour = 60 * 60_000;
  return dayOf(midnight - hour - 1) === dayOf(instant) ? midnight - hour : midnight - 2 * hour;
}
