'use client';

import { useEffect, useState } from 'react';
import { api } from '@/components/shell/api';
import type { ResourceRole } from '@/lib/entitlement/access-packages';
import type { PortalError } from '@/lib/portal-error';

export type Contents =
  | { kind: 'reading' }
  | { kind: 'read'; roles: readonly ResourceRole[] }
  /** The tenant or the cloud does not say, or the reader may not read it. */
  | { kind: 'notTold' }
  | { kind: 'failed'; error: PortalError };

/** What a package gives, from one of the portal's handlers; `path` null where there is nothing to ask. */
export function useContents(path: string | null): Contents {
  const [contents, setContents] = useState<Contents>({ kind: 'reading' });
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    const read = async () => {
      const answer = await api<ResourceRole[] | null>(path, { signal: stop.signal });
      if (stop.signal.aborted) return;
      if (!answer.ok) setContents({ kind: 'failed', error: answer.error });
      else setContents(answer.value ? { kind: 'read', roles: answer.value } : { kind: 'notTold' });
    };
    read().catch(() => undefined);
    return () => stop.abort();
  }, [path]);
  return path === null ? { kind: 'notTold' } : contents;
}
