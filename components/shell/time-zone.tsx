'use client';

import { useRouter } from 'next/navigation';
import { useTimeZone } from 'next-intl';
import { useEffect } from 'react';
import { keepTimeZone } from './preferences';

/** Tells the server the browser's time zone; a page written for another one is written again. Draws nothing. */
export function TimeZone() {
  const router = useRouter();
  const written = useTimeZone();
  useEffect(() => {
    const zone = keepTimeZone();
    if (zone !== null && zone !== written) router.refresh();
  }, [router, written]);
  return null;
}
