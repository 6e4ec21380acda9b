'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '@/components/shell/api';
import { useLeaveGuard } from '@/components/shell/leave-guard';
import type { DraftContent } from '@/lib/drafts/drafts';
import { paths } from '@/lib/paths';

/** How what was typed is kept: nothing typed, being kept, kept, could not be kept. */
export type Keeping = 'untouched' | 'keeping' | 'kept' | 'notKept';

const PAUSE_MS = 800;

/** Keeps the form on the server as one types, and before the session keeper leaves the page. `values` tells when something changed. */
export function useUpdateDraft(key: string, content: () => DraftContent, values: unknown): { state: Keeping; stop: () => void } {
  const [state, setState] = useState<Keeping>('untouched');
  const latest = useRef(content);
  const stopped = useRef(false);
  const typed = JSON.stringify(values);
  const kept = useRef(typed);

  useEffect(() => {
    latest.current = content;
  });

  const save = useCallback(async (): Promise<boolean> => {
    if (stopped.current) return true;
    const answer = await api<{ saved: boolean }>(paths.api.draft(key), { method: 'PUT', body: latest.current() });
    const saved = answer.ok && answer.value.saved;
    setState(saved ? 'kept' : 'notKept');
    return saved;
  }, [key]);

  useEffect(() => {
    if (kept.current === typed) return;
    const timer = setTimeout(() => {
      kept.current = typed;
      setState('keeping');
      void save();
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, save]);

  useLeaveGuard(() => (kept.current === typed ? true : save()), { name: key, snapshot: () => typed });

  const stop = useCallback(() => {
    stopped.current = true;
  }, []);
  return { state, stop };
}
