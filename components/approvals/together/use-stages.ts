'use client';

import { useEffect, useState } from 'react';
import { api } from '@/components/shell/api';
import { paths } from '@/lib/paths';
import type { PortalError } from '@/lib/portal-error';
import type { StageLook } from '../read-stages';

const MOST_ASKED = 20;

/** Which stage of each chosen request is mine, read 20 at a time; each is read once. */
export function useStages(ids: readonly string[]) {
  const [looks, setLooks] = useState<ReadonlyMap<string, StageLook>>(new Map());
  const [failed, setFailed] = useState<PortalError | null>(null);
  const [next, setNext] = useState(0);
  const missing = ids.filter((id) => !looks.has(id)).slice(0, MOST_ASKED);
  const asked = failed ? '' : missing.join(' ');
  useEffect(() => {
    if (asked === '') return;
    const stop = new AbortController();
    const read = async () => {
      const answer = await api<{ rows: StageLook[] }>(paths.api.approvalStages(asked.split(' ')), { signal: stop.signal });
      if (stop.signal.aborted) return;
      if (answer.ok) setLooks((before) => new Map([...before, ...answer.value.rows.map((look) => [look.id, look] as const)]));
      else setFailed(answer.error);
    };
    // Rejects only when it is stopped.
    read().catch(() => undefined);
    return () => stop.abort();
  }, [asked, next]);
  const retry = () => {
    setFailed(null);
    setNext((count) => count + 1);
  };
  return { looks, failed, retry };
}
