'use client';

import { useEffect, useState } from 'react';
import type { ResourceRole } from '@/lib/entitlement/access-packages';
import { paths } from '@/lib/paths';
import { api } from '@/components/shell/api';

/** What a package gives, as the administrator reads it; null until known and where it cannot be read. */
export function useContents(accessPackageId: string | null): ResourceRole[] | null {
  const [contents, setContents] = useState<ResourceRole[] | null>(null);
  useEffect(() => {
    if (!accessPackageId) return;
    const stop = new AbortController();
    api<ResourceRole[] | null>(paths.api.adminContents(accessPackageId), { signal: stop.signal }).then(
      (answer) => setContents(answer.ok ? answer.value : null),
      () => undefined,
    );
    return () => stop.abort();
  }, [accessPackageId]);
  return contents;
}
