'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { api } from '@/components/shell/api';
import { paths } from '@/lib/paths';
import type { Way } from './ways';

/** Package id → ways that admit me; null where it could not be read; absent while being read. */
export type Ways = Readonly<Record<string, readonly Way[] | null>>;

const MOST_AT_ONCE = 20;

/** Asks what may be done with these packages, after the list has painted: twenty in one call, each once. */
export function useWays(packageIds: readonly string[]): Ways {
  const [ways, setWays] = useState<Ways>({});
  const asked = useRef(new Set<string>());
  const wanted = useMemo(() => packageIds.join(' '), [packageIds]);
  useEffect(() => {
    const fresh = wanted.split(' ').filter((id) => id && !asked.current.has(id));
    if (fresh.length === 0) return;
    const stop = new AbortController();
    const ask = async () => {
      for (let from = 0; from < fresh.length; from += MOST_AT_ONCE) {
        const ids = fresh.slice(from, from + MOST_AT_ONCE);
        const query = new URLSearchParams(ids.map((id) => ['package', id]));
        const answer = await api<Ways>(`${paths.api.assignments}/options?${query}`, { signal: stop.signal });
        for (const id of ids) asked.current.add(id);
        const read = answer.ok ? answer.value : {};
        setWays((before) => ({ ...before, ...Object.fromEntries(ids.map((id) => [id, read[id] ?? null])) }));
      }
    };
    ask().catch(() => undefined);
    return () => stop.abort();
  }, [wanted]);
  return ways;
}
