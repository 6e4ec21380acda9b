import { getLocale, getTimeZone } from 'next-intl/server';
import type { Formats } from './formats';
import { formatsOf } from './use-formats';

/** The reader's formats in async server components. */
export async function getFormats(): Promise<Formats> {
  const [locale, timeZone] = await Promise.all([getLocale(), getTimeZone()]);
  return formatsOf(locale, timeZone);
}
