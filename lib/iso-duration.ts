export type DurationUnit = 'years' | 'months' | 'weeks' | 'days' | 'hours' | 'minutes' | 'seconds';

export const DURATION_UNITS: readonly DurationUnit[] = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'];

const PATTERN =
  /^P(?=.)(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?=.)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:\.\d+)?S)?)?$/i;

/** The parts of an ISO 8601 duration, a part that is not there as 0, fractions of a second left out; null when it is none. */
export function isoDuration(text: string): Record<DurationUnit, number> | null {
  const match = PATTERN.exec(text.trim());
  if (!match) return null;
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(1).map((part: string | undefined) => Number(part ?? 0));
  return {
    years: years ?? 0,
    months: months ?? 0,
    weeks: weeks ?? 0,
    days: days ?? 0,
    hours: hours ?? 0,
    minutes: minutes ?? 0,
    seconds: seconds ?? 0,
  };
}

/** About so long, ISO 8601: in seconds, minutes, hours or days, whichever says it shortest. */
export function aboutDuration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 60) return `PT${seconds}S`;
  if (seconds < 60 * 60) return `PT${Math.round(seconds / 60)}M`;
  if (seconds < 48 * 3600) return `PT${Math.round(seconds / 3600)}H`;
  return `P${Math.round(seconds / 86_400)}D`;
}
