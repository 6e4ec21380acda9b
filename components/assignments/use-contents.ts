'use client';

import { useEffect, useState } from 'react';
import { api } from '@/components/shell/api';
import type { ResourceRole } from '@/lib/entitlement/access-packages';
import type { PortalError } from '@/lib/portal-error';
import { paths } from '@/lib/paths';

export type Contents =
  | { kind: 'reading' }
  | { kind: 'read'; roles: readonly ResourceRole[] }
  /** The tenant or the cloud does not say. */
  | { kind: 'notTold' }
  | { kind: 'failed'; error: PortalError };

/** What a package gives, read when its row opens. */
export function useContents(packageId: string | null): Contents {
  const [contents, setContents] = useState<Contents>({ kind: 'reading' });
  useEffect(() => {
    if (packageId === null) return;
    const stop = new AbortController();
    const read = async () => {
      const answer = await api<ResourceRole[] | null>(`${paths.api.assignments}/contents?package=${encodeURIComponent(packageId)}`, {
        signal: stop.signal,
      });
      if (stop.signal.aborted) return;
      if (!answer.ok) setContents({ kind: 'failed', error: answer.error });
      else setContents(answer.value ? { kind: 'read', roles: answer.value } : { kind: 'notTold' });
    };
    read().catch(() => undefined);
    return () => stop.abort();
  }, [packageId]);
  return packageId === null ? { kind: 'notTold' } : contents;
}
