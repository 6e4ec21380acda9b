'use client';

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { api } from '@/components/shell/api';
import { useLeaveGuard } from '@/components/shell/leave-guard';
import type { DraftContent } from '@/lib/drafts/drafts';
import { paths } from '@/lib/paths';
import { contentFromText } from './draft-text';
import { dropTabCopy, keepTabCopy, takeTabCopy } from './tab-copy';

/** `gone`: sent or discarded in another tab. */
export type DraftState = { kind: 'untouched' | 'saving' | 'unsaved' | 'gone' } | { kind: 'saved'; at: string };

/** What PUT of a draft answers. `savedAt`: Graph's clock, UTC ISO 8601. */
export interface SavedDraft {
  saved: boolean;
  savedAt: string;
}

interface Drafting {
  draftKey: string;
  /** The form's name for the sign-in that may come between. */
  name: string;
  /** A react-hook-form: what is typed in it touches the draft. */
  form: { subscribe: (on: { formState: { values: true }; callback: (change: { name?: string }) => void }) => () => void };
  /** What there is to keep now. */
  content: () => DraftContent;
  /** Fills the form with what this tab kept. */
  restore: (kept: DraftContent) => void;
}

const PAUSE_MS = 800;

/**
 * Keeps a form as one types: after each pause on the server, at once when the page is left or hidden, and in this tab alone while the server
 * cannot be reached.
 */
export function useDraft({ draftKey, name, form: { subscribe }, content, restore }: Drafting) {
  const [state, setState] = useState<DraftState>({ kind: 'untouched' });
  const dirty = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(content);
  useEffect(() => {
    latest.current = content;
  });

  const save = useCallback(
    async (keepalive = false): Promise<boolean> => {
      clearTimeout(timer.current);
      if (!dirty.current) return true;
      dirty.current = false;
      const body = latest.current();
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
    [draftKey],
  );

  const saveSoon = useCallback(() => {
    dirty.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), PAUSE_MS);
  }, [save]);
  const touch = useCallback(() => {
    setState((was) => (was.kind === 'gone' ? was : { kind: 'saving' }));
    saveSoon();
  }, [saveSoon]);
  useEffect(() => subscribe({ formState: { values: true }, callback: ({ name: field }) => field && touch() }), [subscribe, touch]);

  const takeOver = (kept: DraftContent | null) => {
    if (!kept) return;
    restore(kept);
    saveSoon();
  };
  const takeOverTabCopy = useEffectEvent(takeOver);
  // The copy stays until what it holds is saved: a second reload may come before that.
  useEffect(() => takeOverTabCopy(takeTabCopy(draftKey)), [draftKey]);

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
  /** Takes over what the tab kept while a sign-in came between. */
  const takeOverText = (text: string | null) => takeOver(contentFromText(text));
  return { state, touch, save, settle, takeOverText };
}
