'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '@/components/shell/api';
import { useViewer } from '@/components/shell/viewer-context';
import { paths } from '@/lib/paths';
import type { RequirementFacts, RequirementFactsById } from './requirement-facts';

const FRESH_MS = 5 * 60_000;
/** Inner calls of one $batch (contract §1.7). */
const MOST = 20;
/** Waits until the rows in view have settled. */
const SETTLE_MS = 120;

/** Kept five minutes, and only for the person they were read for. */
const kept = { tag: '', facts: new Map<string, { value: RequirementFacts | null; at: number }>() };

function keptFor(tag: string): RequirementFactsById {
  if (kept.tag !== tag) {
    kept.tag = tag;
    kept.facts.clear();
  }
  const fresh = [...kept.facts].filter(([, { at }]) => performance.now() - at < FRESH_MS);
  return Object.fromEntries(fresh.map(([id, { value }]) => [id, value]));
}

/** Requirements in short of the packages asked for with `want`: up to 20 in one call to the handler, one $batch to Graph. */
export function useRequirementFacts(): { facts: RequirementFactsById; want: (ids: readonly string[]) => void } {
  const { tag } = useViewer();
  const [facts, setFacts] = useState<RequirementFactsById>({});
  const wanted = useRef(new Set<string>());
  const asked = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(async () => {
    const known = keptFor(tag);
    const ids = [...wanted.current].filter((id) => !(id in known) && !asked.current.has(id)).slice(0, MOST);
    for (const id of ids) asked.current.add(id);
    if (ids.length > 0) {
      const query = new URLSearchParams(ids.map((id) => ['id', id]));
      const answer = await api<RequirementFactsById>(`${paths.api.requirements}?${query}`);
      for (const id of ids) kept.facts.set(id, { value: (answer.ok && answer.value[id]) || null, at: performance.now() });
    }
    setFacts(keptFor(tag));
    const open = [...wanted.current].some((id) => !asked.current.has(id) && !kept.facts.has(id));
    if (open) timer.current = setTimeout(() => void flush(), 0);
  }, [tag]);

  const want = useCallback(
    (ids: readonly string[]) => {
      const before = wanted.current.size;
      for (const id of ids) wanted.current.add(id);
      if (wanted.current.size === before) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), SETTLE_MS);
    },
    [flush],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  return { facts, want };
}
