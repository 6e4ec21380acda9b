import 'server-only';
import { createEvents, type EventAttributes } from 'ics';
import type { Assignment } from '@/lib/entitlement/assignments';
import { endDay } from '@/lib/entitlement/end-day';
import type { Formats } from '@/lib/i18n/formats';

export interface EndWords {
  /** "Access ends: VPN for travel". */
  title(name: string): string;
  /** When exactly, and where to extend it. */
  text(when: string, address: string): string;
  /** For a package that Graph did not name. */
  unknownPackage: string;
}

interface EndCalendar {
  words: EndWords;
  formats: Formats;
  /** PORTAL_ORIGIN: makes addresses and ids. */
  origin: string;
  /** My access. */
  path: string;
  /** Graph's now, UTC ms. */
  now: number;
}

/** Access I hold whose end is known and still to come. */
export function withEnd(assignments: readonly Assignment[], now: number): Assignment[] {
  return assignments.filter(
    ({ state, endDateTime }) =>
      (state === 'delivered' || state === 'partiallyDelivered') && endDateTime !== null && Date.parse(endDateTime) > now,
  );
}

/**
 * Ends as an iCalendar text, one whole-day event on the last day in the reader's zone, reminded of a week before. The id of an event is that of
 * its assignment, and later files count higher: taken in again after an extension, the event moves. No words of a person are in it.
 */
export function endCalendar(assignments: readonly Assignment[], { words, formats, origin, path, now }: EndCalendar): string {
  const sequence = Math.floor(now / 60_000);
  const events = assignments.map(({ id, accessPackage, endDateTime }): EventAttributes => {
    const end = endDateTime ?? '';
    const title = words.title(accessPackage?.displayName ?? words.unknownPackage);
    return {
      uid: `${id}.end@${new URL(origin).host}`,
      sequence,
      title,
      description: words.text(`${formats.instant(end)} (${formats.zoneName(now)})`, origin + path),
      url: origin + path,
      start: dayOf(endDay(end, formats.timeZone), 0),
      end: dayOf(endDay(end, formats.timeZone), 1),
      status: 'CONFIRMED',
      busyStatus: 'FREE',
      transp: 'TRANSPARENT',
      classification: 'PRIVATE',
      alarms: [{ action: 'display', description: title, trigger: { days: 7, before: true } }],
    };
  });
  const { error, value } = createEvents(events, { productId: '-//Latchkey//Ends of access//EN', calName: 'Latchkey' });
  if (error || !value) throw error ?? new Error('no calendar was made');
  return value;
}

/** A calendar day, `later` days on, as the library takes it. */
function dayOf(day: string, later: number): [number, number, number] {
  const date = new Date(Date.parse(`${day}T00:00:00Z`) + later * 86_400_000);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}
