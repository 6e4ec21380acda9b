'use client';

import { useEffect, useEffectEvent } from 'react';
import { api } from '@/components/shell/api';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import { paths } from '@/lib/paths';
import type { SubmissionOutcome } from '@/lib/submissions/submit';
import { rememberedSent } from './sent-memory';
import type { FollowAnswer } from './use-follow';

const NOTHING_READ: Omit<FollowAnswer, 'at'> & { at: null } = { requests: [], outcomes: {}, at: null };

/** A write sent from this tab before the page was left. */
export interface RestoredSent {
  key: string;
  outcome: SubmissionOutcome;
  request: AssignmentRequest | null;
}

/** What was sent from this tab before comes back with the page, in one read; following it goes on from there. */
export function useRestoredSent(onRestored: (sent: RestoredSent[], at: string | null) => void): void {
  const restored = useEffectEvent(onRestored);
  useEffect(() => {
    const kept = rememberedSent();
    if (kept.length === 0) return;
    const stop = new AbortController();
    const read = async () => {
      const query = new URLSearchParams(kept.map(({ key, requestId }) => (requestId === null ? ['key', key] : ['id', requestId])));
      const answer = await api<FollowAnswer>(`${paths.api.adminFollow}?${query}`, { signal: stop.signal });
      if (stop.signal.aborted) return;
      const { requests, outcomes, at } = answer.ok ? answer.value : NOTHING_READ;
      const byId = new Map(requests.flatMap((request) => (request ? [[request.id, request] as const] : [])));
      const sent = kept.map(({ key, requestId }): RestoredSent => {
        if (requestId !== null) return { key, outcome: { state: 'sent', requestId }, request: byId.get(requestId) ?? null };
        return { key, outcome: outcomes[key] ?? { state: 'unknown' }, request: null };
      });
      restored(sent, at);
    };
    read().catch(() => undefined);
    return () => stop.abort();
  }, []);
}
