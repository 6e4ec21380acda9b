'use client';

import { useRouter } from 'next/navigation';
import { useTimeZone } from 'next-intl';
import { useEffect } from 'react';
import { preferenceCookies } from '@/lib/i18n/locales';
import { keepPreference, keptPreference } from './preferences';

/** Tells the server the browser's time zone; a page written for another one is written again. Draws nothing. */
export function TimeZone() {
  const router = useRouter();
  const written = useTimeZone();
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!zone || keptPreference(preferenceCookies.timeZone) === zone) return;
    keepPreference(preferenceCookies.timeZone, zone);
    if (zone !== written) router.refresh();
  }, [router, written]);
  return null;
}
