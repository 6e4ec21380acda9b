import { isoDuration } from '@/lib/iso-duration';

/** Milliseconds of an ISO 8601 duration made of days, hours, minutes and seconds; null for anything else, and for nothing at all. */
export function durationMs(text: string): number | null {
  const parts = isoDuration(text);
  if (!parts || parts.years + parts.months + parts.weeks > 0) return null;
  const total = (((parts.days * 24 + parts.hours) * 60 + parts.minutes) * 60 + parts.seconds) * 1000;
  return total > 0 ? total : null;
}
