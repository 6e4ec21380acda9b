'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '@/components/shell/api';
import { useLeaveGuard } from '@/components/shell/leave-guard';
import type { DraftContent } from '@/lib/drafts/drafts';
import { paths } from '@/lib/paths';
import { dropTabCopy, keepTabCopy } from './tab-copy';

/** `gone`: sent or discarded in another tab. */
export type DraftState = { kind: 'untouched' | 'saving' | 'unsaved' | 'gone' } | { kind: 'saved'; at: string };

/** What PUT of a draft answers. `savedAt`: Graph's clock, UTC ISO 8601. */
export interface SavedDraft {
  saved: boolean;
  savedAt: string;
}

const PAUSE_MS = 800;

/**
 * Keeps a form as one types: after each pause on the server, at once when the page is left or hidden, and in this tab alone while the server
 * cannot be reached. `name` is the form's name for the sign-in that may come between.
 */
export function useDraft(draftKey: string, name: string, content: () => DraftContent) {
  const [state, setState] = useState<DraftState>({ kind: 'untouched' });
  const dirty = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useCallback(
    async (keepalive = false): Promise<boolean> => {
      clearTimeout(timer.current);
      if (!dirty.current) return true;
      dirty.current = false;
      const body = content();
      const answer = await api<SavedDraft>(paths.api.draft(draftKey), { method: 'PUT', body, keepalive });
      if (answer.ok) {
        if (!dirty.current) dropTabCopy(draftKey);
        setState(answer.value.saved ? { kind: 'saved', at: answer.value.savedAt } : { kind: 'gone' });
        return true;
      }
      dirty.current = true;
      keepTabCopy(draftKey, body);
      setState({ kind: 'unsaved' });
      return false;
    },
    [content, draftKey],
  );

  const touch = useCallback(() => {
    dirty.current = true;
    setState((was) => (was.kind === 'gone' ? was : { kind: 'saving' }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), PAUSE_MS);
  }, [save]);

  /** After sending nothing of the form is kept any more. */
  const settle = useCallback(() => {
    clearTimeout(timer.current);
    dirty.current = false;
    dropTabCopy(draftKey);
  }, [draftKey]);

  useLeaveGuard(save, { name, snapshot: () => JSON.stringify(content()) });
  useEffect(() => {
    const leave = () => void save(true);
    const hide = () => document.visibilityState === 'hidden' && leave();
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
      leave();
    };
  }, [save]);
  return { state, touch, save, settle };
}
