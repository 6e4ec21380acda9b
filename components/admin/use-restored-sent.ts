'use client';

import { useEffect, useEffectEvent } from 'react';
import { api } from '@/components/shell/api';
import { paths } from '@/lib/paths';
import { restoredSent, type RestoredSent } from './restored-sent';
import { rememberedSent } from './sent-memory';
import type { FollowAnswer } from './use-follow';

/**
 * What was sent from this tab before comes back with the page, in one read; following it goes on from there. `at`: Graph's time of the
 * read, null where it failed. `signal` ends with the page.
 */
export function useRestoredSent(onRestored: (sent: RestoredSent[], at: string | null, signal: AbortSignal) => void): void {
  const restored = useEffectEvent(onRestored);
  useEffect(() => {
    const kept = rememberedSent();
    if (kept.length === 0) return;
    const stop = new AbortController();
    const read = async () => {
      const query = new URLSearchParams(kept.map(({ key, requestId }) => (requestId === null ? ['key', key] : ['id', requestId])));
      const answer = await api<FollowAnswer>(`${paths.api.adminFollow}?${query}`, { signal: stop.signal });
      if (stop.signal.aborted) return;
      restored(restoredSent(kept, answer.ok ? answer.value : null), answer.ok ? answer.value.at : null, stop.signal);
    };
    read().catch(() => undefined);
    return () => stop.abort();
  }, []);
}
