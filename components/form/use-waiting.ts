'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useFormats } from '@/lib/i18n/use-formats';
import type { PortalError } from '@/lib/portal-error';
import { useGraphNow } from './use-graph-now';

/**
 * Why a button sleeps after the service asked us to wait ("You can send at 10:42"), undefined once it is awake: at the stated time the
 * person presses it, never the machine. `error`: what came of the last press. `now`: Graph's when the page was made, UTC ms.
 */
export function useWaiting(error: PortalError | null, now: number): string | undefined {
  const t = useTranslations('common');
  const formats = useFormats();
  const graphNow = useGraphNow(now);
  const until = error?.kind === 'throttled' ? error.retryAt : null;
  const [woken, setWoken] = useState<number | null>(null);
  useEffect(() => {
    if (until === null) return;
    const timer = setTimeout(() => setWoken(until), Math.max(0, until - graphNow()));
    return () => clearTimeout(timer);
  }, [until, graphNow]);
  return until === null || woken === until ? undefined : t('waitUntil', { time: formats.time(new Date(until).toISOString()) });
}
