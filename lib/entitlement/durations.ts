import { isoDuration } from '@/lib/iso-duration';
import type { Expiration } from './policies';

const MS_OF_DAY = 86_400_000;

/** `instant` plus an ISO 8601 duration, in UTC (a day is 24 hours); null where it is no duration or leads out of time. */
export function addDuration(instant: Date, duration: string): Date | null {
  const parts = isoDuration(duration);
  if (!parts) return null;
  const { years, months, weeks, days, hours, minutes, seconds } = parts;
  const end = addMonths(instant, years * 12 + months);
  end.setTime(end.getTime() + (weeks * 7 + days) * MS_OF_DAY + ((hours * 60 + minutes) * 60 + seconds) * 1000);
  return Number.isNaN(end.getTime()) ? null : end;
}

/** When access ends that starts at `startDateTime` (UTC ISO 8601): null where it never does or nobody knows. */
export function endOf(expiration: Expiration, startDateTime: string | null): string | null {
  if (expiration.kind === 'until') return expiration.endDateTime;
  if (expiration.kind !== 'for' || startDateTime === null) return null;
  return addDuration(new Date(startDateTime), expiration.duration)?.toISOString() ?? null;
}

// 31 January plus a month is the last of February, not 3 March.
function addMonths(instant: Date, months: number): Date {
  const end = new Date(instant);
  if (months === 0) return end;
  end.setUTCMonth(end.getUTCMonth() + months);
  if (end.getUTCDate() !== instant.getUTCDate()) end.setUTCDate(0);
  return end;
}
