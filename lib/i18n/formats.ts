import { DURATION_UNITS, isoDuration, type DurationUnit } from '@/lib/iso-duration';

/** How near a day is to now, for sentences: `day` is the word or date that goes with it. */
export interface DayWhen {
  kind: 'today' | 'yesterday' | 'tomorrow' | 'weekday' | 'date';
  day: string;
}

export interface Formats {
  /** The reader's IANA zone. */
  timeZone: string;
  /** "3 December", with the year when it is another one and more than four months away. Takes an instant (UTC ISO 8601) or a calendar day (yyyy-mm-dd). */
  day(value: string, now: number): string;
  /** "Thursday 3 December". */
  weekdayDay(value: string, now: number): string;
  /** "3 Dec 26", for tables. */
  shortDay(value: string): string;
  /** "23 Nov", for a column of recent dates. */
  dayMonth(value: string): string;
  /** "16:20". */
  time(value: string): string;
  /** "Monday 23 November 2026, 16:20". */
  instant(value: string): string;
  dayWhen(value: string, now: number): DayWhen;
  /** ISO 8601 duration in words: "90 days", "4 hours", "1 year". Whole days of hours become days. Empty for what is not a duration. */
  duration(iso: string): string;
  /** Whole calendar days from now's day to the value's day in the reader's zone; negative when past. */
  daysUntil(value: string, now: number): number;
  /** The calendar day of an instant in the reader's zone, yyyy-mm-dd. */
  calendarDay(instant: number): string;
  /** "Paris (UTC+1)". */
  zoneName(now: number): string;
  /** "December". */
  month(value: string): string;
  number(value: number): string;
}

/** So near a day is clear without its year. */
const nearDays = 120;
const dayOnly = /^\d{4}-\d{2}-\d{2}$/;

/** The parts of an ISO 8601 duration that are not nothing, whole days taken out of hours; null when it is none. */
export function durationParts(iso: string): Partial<Record<DurationUnit, number>> | null {
  const found = isoDuration(iso);
  if (!found) return null;
  const parts: Partial<Record<DurationUnit, number>> = Object.fromEntries(Object.entries(found).filter(([, amount]) => amount > 0));
  const hours = parts.hours ?? 0;
  if (hours >= 24 && hours % 24 === 0) {
    parts.days = (parts.days ?? 0) + hours / 24;
    delete parts.hours;
  }
  return parts;
}

/** English is written the way the rest of the screens are: day before month, 24 hours. */
export const regional = (locale: string) => (locale === 'en' ? 'en-GB' : locale);

/** A word as it begins a line: weekdays and months are small in French and Spanish. */
export const capital = (text: string, locale: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

/** Dates, times and durations for one reader. `timeZone` is an IANA name. */
export function createFormats(locale: string, timeZone: string): Formats {
  const tag = regional(locale);
  const zoned = (options: Intl.DateTimeFormatOptions) => {
    const inZone = new Intl.DateTimeFormat(tag, { ...options, timeZone });
    const asDay = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    return (value: string) => {
      const text = (dayOnly.test(value) ? asDay : inZone).format(new Date(value));
      // Intl leaves out the ordinal of the first: "le 1er décembre".
      return locale === 'fr' && options.day ? text.replace(/\b1 (?=\p{L})/u, '1er ') : text;
    };
  };
  const numbering = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', calendar: 'gregory' });
  const calendarDay = (value: string | number) =>
    typeof value === 'string' && dayOnly.test(value) ? value : numbering.format(new Date(value));
  const dayNumber = (value: string | number) => Date.parse(`${calendarDay(value)}T00:00:00Z`) / 86_400_000;

  const dayMonthLong = zoned({ day: 'numeric', month: 'long' });
  const dayMonthYear = zoned({ day: 'numeric', month: 'long', year: 'numeric' });
  const weekday = zoned({ weekday: 'long' });
  // Runtimes differ in the comma of English dates: written out, so that server and browser agree.
  const withWeekday = (date: (value: string) => string, whole: (value: string) => string) =>
    locale === 'en' ? (value: string) => `${weekday(value)} ${date(value)}` : whole;
  const weekdayLong = withWeekday(dayMonthLong, zoned({ weekday: 'long', day: 'numeric', month: 'long' }));
  const weekdayYear = withWeekday(dayMonthYear, zoned({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }));
  const gap = locale === 'ja' ? ' ' : locale === 'ar' ? '، ' : ', ';
  const time = zoned({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const sameYear = (value: string, now: number) =>
    calendarDay(value).slice(0, 4) === calendarDay(now).slice(0, 4) || Math.abs(dayNumber(value) - dayNumber(now)) <= nearDays;
  const day = (value: string, now: number) => (sameYear(value, now) ? dayMonthLong(value) : dayMonthYear(value));

  return {
    timeZone,
    day,
    weekdayDay: (value, now) => (sameYear(value, now) ? weekdayLong(value) : weekdayYear(value)),
    shortDay: zoned({ day: 'numeric', month: 'short', year: '2-digit' }),
    dayMonth: zoned({ day: 'numeric', month: 'short' }),
    time,
    instant: (value) => weekdayYear(value) + gap + time(value),
    calendarDay,
    daysUntil: (value, now) => dayNumber(value) - dayNumber(now),
    dayWhen(value, now) {
      const away = dayNumber(value) - dayNumber(now);
      if (away === 0) return { kind: 'today', day: day(value, now) };
      if (away === -1) return { kind: 'yesterday', day: day(value, now) };
      if (away === 1) return { kind: 'tomorrow', day: day(value, now) };
      if (away < 0 && away > -7) return { kind: 'weekday', day: weekday(value) };
      return { kind: 'date', day: day(value, now) };
    },
    duration(iso) {
      const parts = durationParts(iso);
      if (!parts) return '';
      const words = DURATION_UNITS.flatMap((unit) => {
        const amount = parts[unit];
        if (!amount) return [];
        return [new Intl.NumberFormat(tag, { style: 'unit', unit: unit.slice(0, -1), unitDisplay: 'long' }).format(amount)];
      });
      return new Intl.ListFormat(tag, { style: 'long', type: 'unit' }).format(words);
    },
    zoneName(now) {
      if (timeZone === 'UTC' || timeZone === 'Etc/UTC') return 'UTC';
      const offset = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' })
        .formatToParts(new Date(now))
        .find((part) => part.type === 'timeZoneName')?.value;
      const city = capital(timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone, tag);
      return offset ? `${city} (${offset.replace('GMT', 'UTC')})` : city;
    },
    month: zoned({ month: 'long' }),
    number: (value) => new Intl.NumberFormat(tag).format(value),
  };
}
