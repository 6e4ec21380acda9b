'use client';

import { useCallback, useMemo, useState } from 'react';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import type { SubmissionOutcome } from '@/lib/submissions/submit';
import { useFollow } from './use-follow';

/** A change to one row that was sent from here. */
export interface SentChange {
  assignmentId: string;
  intent: 'adminUpdate' | 'adminRemove';
  outcome: SubmissionOutcome;
  /** What Graph says of the request, once looked at. */
  request: AssignmentRequest | null;
  stale: boolean;
  lookedAt: string | null;
}

/** Changes sent from this list, each followed until it is true; `renew` reads a row again when its change has settled. */
export function useSent(renew: (assignmentId: string) => void) {
  const [changes, setChanges] = useState<Omit<SentChange, 'request' | 'stale' | 'lookedAt'>[]>([]);
  const ids = useMemo(() => changes.flatMap(({ outcome }) => (outcome.state === 'sent' ? [outcome.requestId] : [])), [changes]);
  const settled = useCallback(
    (request: AssignmentRequest) => {
      const change = changes.find(({ outcome }) => outcome.state === 'sent' && outcome.requestId === request.id);
      if (change) renew(change.assignmentId);
    },
    [changes, renew],
  );
  const look = useFollow(ids, settled);
  const byAssignment: Record<string, SentChange> = useMemo(
    () =>
      Object.fromEntries(
        changes.map((change) => {
          const request = change.outcome.state === 'sent' ? (look.requests[change.outcome.requestId] ?? null) : null;
          return [change.assignmentId, { ...change, request, stale: look.stale, lookedAt: look.lookedAt }];
        }),
      ),
    [changes, look],
  );
  const add = useCallback(
    (assignmentId: string, intent: SentChange['intent'], outcome: SubmissionOutcome) =>
      setChanges((before) => [...before.filter((change) => change.assignmentId !== assignmentId), { assignmentId, intent, outcome }]),
    [],
  );
  return { byAssignment, add };
}
