'use client';

import { useEffect, useState } from 'react';
import type { Answer } from './use-request-form';

/** Until when the button sleeps after the service asked us to wait: UTC ms on Graph's clock, null when it is awake. */
export function useWaiting(answer: Answer | null, graphNow: () => number): number | null {
  const until = answer?.kind === 'error' && answer.error.kind === 'throttled' ? answer.error.retryAt : null;
  const [woken, setWoken] = useState<number | null>(null);
  useEffect(() => {
    if (until === null) return;
    const timer = setTimeout(() => setWoken(until), Math.max(0, until - graphNow()));
    return () => clearTimeout(timer);
  }, [until, graphNow]);
  return until !== null && woken !== until ? until : null;
}
