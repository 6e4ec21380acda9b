'use client';

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
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

  const save = useCallback(
    async (keepalive = false): Promise<boolean> => {
      if (stopped.current) return true;
      const answer = await api<{ saved: boolean }>(paths.api.draft(key), { method: 'PUT', body: latest.current(), keepalive });
      const saved = answer.ok && answer.value.saved;
      setState(saved ? 'kept' : 'notKept');
      // What could not be kept is tried again when the page is left; a draft that was sent elsewhere is nothing to wait for.
      if (!answer.ok) kept.current = '';
      return answer.ok;
    },
    [key],
  );

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

  // What was typed in the last pause goes too, when the page is hidden, closed or left by a link.
  const leave = useEffectEvent(() => {
    if (kept.current === typed) return;
    kept.current = typed;
    void save(true);
  });
  useEffect(() => {
    const go = () => leave();
    const hide = () => document.visibilityState === 'hidden' && go();
    window.addEventListener('pagehide', go);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('pagehide', go);
      document.removeEventListener('visibilitychange', hide);
      go();
    };
  }, []);

  const stop = useCallback(() => {
    stopped.current = true;
  }, []);
  return { state, stop };
}
