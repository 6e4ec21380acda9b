'use client';

import { useEffect, useState } from 'react';
import type { AssignmentPolicy } from '@/lib/entitlement/administration';
import { paths } from '@/lib/paths';
import { api } from '@/components/shell/api';

export type Policies = { state: 'none' | 'reading' | 'failed' } | { state: 'read'; policies: AssignmentPolicy[] };

/** Policies one can assign this package with, direct ones first. */
export function usePolicies(accessPackageId: string | null): Policies {
  const [read, setRead] = useState<{ of: string; policies: AssignmentPolicy[] | null } | null>(null);
  useEffect(() => {
    if (!accessPackageId) return;
    const stop = new AbortController();
    api<AssignmentPolicy[]>(paths.api.adminPolicies(accessPackageId), { signal: stop.signal }).then(
      (answer) => setRead({ of: accessPackageId, policies: answer.ok ? answer.value : null }),
      () => undefined,
    );
    return () => stop.abort();
  }, [accessPackageId]);
  if (!accessPackageId) return { state: 'none' };
  if (read?.of !== accessPackageId) return { state: 'reading' };
  return read.policies ? { state: 'read', policies: read.policies } : { state: 'failed' };
}
