'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { api } from '@/components/shell/api';
import { useViewer } from '@/components/shell/viewer-context';
import { paths } from '@/lib/paths';
import type { ApprovalRow } from './approval-row';
import { deadlinesToAsk, withDeadlines, type Deadlines } from './deadlines';

/** The list comes first. */
const LATER_MS = 1_500;
/** Who may read no policy at all is asked about once in a tab. */
const refusedKey = (oid: string) => `latchkey.deadlines.${oid}`;

/**
 * Until when each row is to be decided, where this person may read the policy. Read after the list and shown when it comes; a failure
 * leaves the list as it is.
 */
export function useDeadlines(rows: readonly ApprovalRow[]): Deadlines['until'] {
  const { oid } = useViewer();
  const [deadlines, setDeadlines] = useState<Deadlines>({ until: {}, isReadable: {} });
  const next = deadlinesToAsk(rows, deadlines).join(' ');
  const ask = useEffectEvent(async (ids: string[], signal: AbortSignal) => {
    const answer = await api<{ deadlines: Deadlines['until'] }>(paths.api.approvalDeadlines(ids), { signal });
    if (signal.aborted) return;
    if (!answer.ok && answer.error.kind !== 'consentRequired' && answer.error.kind !== 'forbidden') return;
    const now = withDeadlines(deadlines, rows, ids, answer.ok ? answer.value.deadlines : {});
    if (!Object.values(now.isReadable).includes(true)) sessionStorage.setItem(refusedKey(oid), 'true');
    setDeadlines(now);
  });
  useEffect(() => {
    if (next === '' || sessionStorage.getItem(refusedKey(oid)) !== null) return;
    const stop = new AbortController();
    const timer = setTimeout(() => void ask(next.split(' '), stop.signal), LATER_MS);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [next, oid]);
  return deadlines.until;
}
