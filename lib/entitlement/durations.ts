import type { Expiration } from './policies';

const PARTS =
  /^P(?:(\d{1,5})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})(?:\.\d+)?S)?)?$/;
const MS_OF_DAY = 86_400_000;

/** `instant` plus an ISO 8601 duration, in UTC (a day is 24 hours); null where it is no duration or leads out of time. */
export function addDuration(instant: Date, duration: string): Date | null {
  const match = PARTS.exec(duration);
  if (!match) return null;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
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

/** Whole days of a duration made of weeks and days only; null where it has other parts. */
export function wholeDays(duration: string): number | null {
  const match = /^P(?:(\d{1,5})W)?(?:(\d{1,6})D)?$/.exec(duration);
  return match && duration.length > 1 ? Number(match[1] ?? 0) * 7 + Number(match[2] ?? 0) : null;
}

// 31 January plus a month is the last of February, not 3 March.
function addMonths(instant: Date, months: number): Date {
  const end = new Date(instant);
  if (months === 0) return end;
  end.setUTCMonth(end.getUTCMonth() + months);
  if (end.getUTCDate() !== instant.getUTCDate()) end.setUTCDate(0);
  return end;
}
