const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;

interface Duration {
  months: number;
  ms: number;
}

/** Takes an ISO 8601 duration apart; null when it is none. */
function parseDuration(text: string): Duration | null {
  const parts = DURATION.exec(text.trim());
  if (!parts || /^PT?$/i.test(text.trim()) || /T$/i.test(text.trim())) return null;
  const [years, months, weeks, days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  const whole = (weeks ?? 0) * 7 + (days ?? 0);
  return {
    months: (years ?? 0) * 12 + (months ?? 0),
    ms: Math.round((((whole * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000),
  };
}

/** Whether this is an ISO 8601 duration that Graph would take: `P14D`, `PT4H`, `P1Y` (contract §1.3). */
export function isDuration(text: string): boolean {
  return parseDuration(text) !== null;
}

/** The instant (UTC ms) one ISO 8601 duration after another; years and months by the UTC calendar. Unreadable durations add nothing. */
export function addDuration(at: number, text: string | null | undefined): number {
  const duration = parseDuration(text ?? '');
  if (!duration) return at;
  if (duration.months === 0) return at + duration.ms;
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + duration.months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime() + duration.ms;
}

/** The instant in UTC ms that an ISO 8601 text names; null when there is none. */
export function instant(text: string | null | undefined): number | null {
  if (text == null) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

/** UTC ms as Graph writes instants: no fraction when it is zero. */
export function isoInstant(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
