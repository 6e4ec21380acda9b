const zones = new Map<string, string>();

/** The zone itself, or UTC where this machine does not know it. */
export function knownZone(timeZone: string): string {
  const known = zones.get(timeZone) ?? resolved(timeZone);
  if (zones.size < 1_000) zones.set(timeZone, known);
  return known;
}

function resolved(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/**
 * The day an end instant is shown as: an end at local midnight is the day before (contract §6.4). yyyy-mm-dd. It is the day of the last
 * moment before the end, which also holds where clocks skip midnight. Apart from schedules, which bring a calendar along.
 */
export function endDay(endDateTime: string, timeZone: string): string {
  const last = new Date(Date.parse(endDateTime) - 1);
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: knownZone(timeZone),
    calendar: 'gregory',
    numberingSystem: 'latn',
    era: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(last);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}`;
}
