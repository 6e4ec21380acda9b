import type { Tenant } from '../tenant/tenant.ts';

export const DAY = 24 * 60 * 60_000;

/** `days` before today at this time of day (UTC), as UTC ms on the partition's clock. */
export function daysAgo(tenant: Tenant, days: number, time = '09:30'): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return startOfDay(tenant.now()) - days * DAY + (hours * 60 + minutes) * 60_000;
}

/** `days` from now and a little more, but still on that day: "ends in 9 days" is true by hours and by calendar. */
export function inDays(tenant: Tenant, days: number): number {
  const at = tenant.now() + days * DAY;
  return Math.min(at + 3 * 60 * 60_000, startOfDay(at) + DAY - 60_000);
}

export function iso(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

function startOfDay(instant: number): number {
  return Math.floor(instant / DAY) * DAY;
}
