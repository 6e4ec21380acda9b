'use client';

import { useEffect, useRef } from 'react';
import { useViewer } from '../viewer-context';
import { kept } from './kept';
import type { Sight } from './news';

/** Hands what a page has seen to the notices; `seen` makes it, and is asked again whenever `of` is another. */
export function useHeed(seen: () => readonly Sight[], of: unknown): void {
  const { oid } = useViewer();
  const latest = useRef(seen);
  useEffect(() => {
    latest.current = seen;
  });
  useEffect(() => {
    if (!kept(oid)) return;
    const now = latest.current();
    void import('./heed').then(({ heed }) => heed(oid, now)).catch(() => undefined);
  }, [oid, of]);
}
