import { useLocale, useTimeZone } from 'next-intl';
import { createFormats, type Formats } from './formats';

const made = new Map<string, Formats>();

/** The formats of a language and zone; made once, they hold nothing of a person. */
export function formatsOf(locale: string, timeZone: string): Formats {
  const key = `${locale} ${timeZone}`;
  const known = made.get(key);
  if (known) return known;
  const formats = createFormats(locale, timeZone);
  if (made.size >= 200) made.clear();
  made.set(key, formats);
  return formats;
}

/** The reader's formats, in server and client components that are not async. */
export function useFormats(): Formats {
  return formatsOf(useLocale(), useTimeZone() ?? 'UTC');
}
