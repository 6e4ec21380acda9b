'use client';

import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { api } from '@/components/shell/api';
import { paths } from '@/lib/paths';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import { isSettled, lookAgainIn } from './admin-view';

const MOST = 20;

interface Look {
  requests: Record<string, AssignmentRequest>;
  /** Graph's time of the last good look, UTC ISO 8601. */
  lookedAt: string | null;
  /** The last look failed; what is shown may be older than it seems. */
  stale: boolean;
}

/**
 * Follows requests by id until each is settled: 2, 5, 15 s, then each minute, never in a hidden tab.
 * `onSettled` is told once per request.
 */
export function useFollow(ids: readonly string[], onSettled?: (request: AssignmentRequest) => void): Look {
  const [look, setLook] = useState<Look>({ requests: {}, lookedAt: null, stale: false });
  const wanted = useMemo(() => ids.filter((id) => !look.requests[id] || !isSettled(look.requests[id])).join(','), [ids, look.requests]);

  const settled = useEffectEvent((request: AssignmentRequest) => onSettled?.(request));

  useEffect(() => {
    if (!wanted) return;
    let looks = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = new AbortController();
    const again = () => {
      clearTimeout(timer);
      if (!document.hidden && !stop.signal.aborted) timer = setTimeout(() => void go().catch(() => undefined), lookAgainIn(looks));
    };
    const go = async () => {
      looks += 1;
      // Twenty in one look (one $batch, contract §1.7); the others take their turn.
      const all = wanted.split(',');
      const from = all.length > MOST ? ((looks - 1) * MOST) % all.length : 0;
      const query = new URLSearchParams(all.slice(from, from + MOST).map((id) => ['id', id]));
      const answer = await api<{ requests: (AssignmentRequest | null)[]; at: string }>(`${paths.api.adminFollow}?${query}`, {
        signal: stop.signal,
      });
      if (stop.signal.aborted) return;
      if (!answer.ok) {
        setLook((before) => ({ ...before, stale: true }));
        again();
        return;
      }
      const seen = answer.value.requests.filter((request) => request !== null);
      setLook((before) => ({
        requests: { ...before.requests, ...Object.fromEntries(seen.map((request) => [request.id, request])) },
        lookedAt: answer.value.at,
        stale: false,
      }));
      for (const request of seen) if (isSettled(request)) settled(request);
      again();
    };
    document.addEventListener('visibilitychange', again);
    again();
    return () => {
      stop.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', again);
    };
  }, [wanted]);

  return look;
}
