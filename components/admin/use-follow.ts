'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import { api } from '@/components/shell/api';
import { usePoll } from '@/components/status/use-poll';
import type { SubmissionOutcome } from '@/lib/submissions/submit';
import { paths } from '@/lib/paths';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import { isSettled } from './admin-view';

/** Asked for in one look. */
export const MOST = 20;

/** What GET of `paths.api.adminFollow` answers. */
export interface FollowAnswer {
  /** In the order of `id=`. */
  requests: (AssignmentRequest | null)[];
  /** By `key=`: what became of a submission; null when it was never sent. */
  outcomes: Record<string, SubmissionOutcome | null>;
  /** Graph's time, UTC ISO 8601. */
  at: string;
}

interface Look {
  requests: Record<string, AssignmentRequest>;
  /** Graph's time of the last good look, UTC ISO 8601. */
  lookedAt: string | null;
  /** The last look failed; what is shown may be older than it seems. */
  stale: boolean;
}

/** A look that also takes in what was read elsewhere, with Graph's time of that read. */
interface Following extends Look {
  add: (requests: readonly AssignmentRequest[], at: string | null) => void;
}

/**
 * Follows requests by id until each is settled, in the rhythm of `usePoll`. `onSettled` is told once per request.
 */
export function useFollow(ids: readonly string[], onSettled?: (request: AssignmentRequest) => void): Following {
  const [look, setLook] = useState<Look>({ requests: {}, lookedAt: null, stale: false });
  const wanted = useMemo(() => ids.filter((id) => !look.requests[id] || !isSettled(look.requests[id])).join(','), [ids, look.requests]);

  const add = useCallback<Following['add']>(
    (requests, at) => setLook((before) => ({ ...withRequests(before, requests), lookedAt: at ?? before.lookedAt })),
    [],
  );
  const turn = useRef(0);
  usePoll(
    async (signal) => {
      // Twenty in one look (one $batch, contract §1.7); the others take their turn.
      const all = wanted.split(',');
      const from = all.length > MOST ? (turn.current++ * MOST) % all.length : 0;
      const query = new URLSearchParams(all.slice(from, from + MOST).map((id) => ['id', id]));
      const answer = await api<FollowAnswer>(`${paths.api.adminFollow}?${query}`, { signal });
      if (signal.aborted) return;
      if (!answer.ok) return setLook((before) => ({ ...before, stale: true }));
      const seen = answer.value.requests.filter((request) => request !== null);
      setLook((before) => ({ ...withRequests(before, seen), lookedAt: answer.value.at, stale: false }));
      for (const request of seen) if (isSettled(request)) onSettled?.(request);
    },
    wanted !== '',
    wanted,
  );
  return useMemo(() => ({ ...look, add }), [look, add]);
}

function withRequests(look: Look, requests: readonly AssignmentRequest[]): Look {
  return { ...look, requests: { ...look.requests, ...Object.fromEntries(requests.map((request) => [request.id, request])) } };
}
