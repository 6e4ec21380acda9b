'use client';

import { useCallback, useRef, useState } from 'react';
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
const kept = { oid: '', facts: new Map<string, { value: RequirementFacts | null; at: number }>() };

function keptFor(oid: string): RequirementFactsById {
  if (kept.oid !== oid) {
    kept.oid = oid;
    kept.facts.clear();
  }
  const fresh = [...kept.facts].filter(([, { at }]) => performance.now() - at < FRESH_MS);
  return Object.fromEntries(fresh.map(([id, { value }]) => [id, value]));
}

/** Requirements in short of the packages asked for with `want`: up to 20 in one call to the handler, one $batch to Graph. */
export function useRequirementFacts(): { facts: RequirementFactsById; want: (ids: readonly string[]) => void } {
  const { oid } = useViewer();
  const [facts, setFacts] = useState<RequirementFactsById>({});
  const queue = useRef(new Set<string>());
  const running = useRef(false);

  const want = useCallback(
    (ids: readonly string[]) => {
      for (const id of ids) queue.current.add(id);
      if (running.current || queue.current.size === 0) return;
      running.current = true;
      void readAll(queue.current, oid, setFacts).finally(() => {
        running.current = false;
      });
    },
    [oid],
  );
  return { facts, want };
}

/** Empties the queue, 20 packages a call, after the rows in view have settled. */
async function readAll(queue: Set<string>, oid: string, tell: (facts: RequirementFactsById) => void): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  while (queue.size > 0) {
    const known = keptFor(oid);
    const ids = [...queue].filter((id) => !(id in known)).slice(0, MOST);
    if (ids.length > 0) {
      const query = new URLSearchParams(ids.map((id) => ['id', id]));
      const answer = await api<RequirementFactsById>(`${paths.api.requirements}?${query}`);
      for (const id of ids) kept.facts.set(id, { value: (answer.ok && answer.value[id]) || null, at: performance.now() });
    } else queue.clear();
    for (const id of ids) queue.delete(id);
    tell(keptFor(oid));
  }
}
