'use client';

import { useEffect, useMemo, useState } from 'react';
import { api } from '@/components/shell/api';
import type { ResourceRole } from '@/lib/entitlement/access-packages';
import { paths } from '@/lib/paths';
import type { OtherAccess } from './kept-elsewhere';

export interface OtherContents {
  contents: Readonly<Record<string, readonly ResourceRole[]>>;
  /** `partly`: of some of it nothing could be read. */
  state: 'reading' | 'read' | 'partly';
}

const MOST_AT_ONCE = 20;

/** What my other access gives, read once `wanted`: twenty packages in one call. */
export function useOtherContents(others: readonly OtherAccess[], wanted: boolean): OtherContents {
  const [found, setFound] = useState<OtherContents>({ contents: {}, state: 'reading' });
  const ids = useMemo(() => [...new Set(others.map(({ packageId }) => packageId))].join(' '), [others]);
  useEffect(() => {
    if (!wanted) return;
    const stop = new AbortController();
    const read = async () => {
      const all = ids.split(' ').filter(Boolean);
      const contents: Record<string, readonly ResourceRole[]> = {};
      for (let from = 0; from < all.length; from += MOST_AT_ONCE) {
        const query = new URLSearchParams(all.slice(from, from + MOST_AT_ONCE).map((id) => ['package', id]));
        const answer = await api<Record<string, ResourceRole[]>>(`${paths.api.contentsOfEach}?${query}`, { signal: stop.signal });
        if (answer.ok) Object.assign(contents, answer.value);
      }
      if (!stop.signal.aborted) setFound({ contents, state: all.every((id) => contents[id]) ? 'read' : 'partly' });
    };
    read().catch(() => undefined);
    return () => stop.abort();
  }, [ids, wanted]);
  return found;
}
