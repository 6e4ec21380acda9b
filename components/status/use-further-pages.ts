'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '@/components/shell/api';
import type { PortalError, Result } from '@/lib/portal-error';

interface PageAnswer<T> {
  rows: T[];
  next: string | null;
}

/** How a list that is longer than its first page stands. */
export interface FurtherPages<T> {
  rows: T[];
  /** Every page has been read. */
  complete: boolean;
  /** There is more, but no more fits in the browser: said in words, with what to do instead. */
  full: boolean;
  /** The page that failed; the list is not whole. */
  gap: PortalError | null;
  retry: () => void;
}

/** Rows the browser holds at most of one list. */
const MOST_ROWS = 2_000;

/** Streams the pages after the first from a route handler (`?next=<sealed link>`) into one list. A failed page is a gap, never a silent end. */
export function useFurtherPages<T>(path: string, next: string | null): FurtherPages<T> {
  const [rows, setRows] = useState<T[]>([]);
  const [link, setLink] = useState(next);
  const [gap, setGap] = useState<PortalError | null>(null);
  const held = useRef(0);

  const read = useCallback(
    async (from: string, signal: AbortSignal) => {
      let at: string | null = from;
      while (at !== null && held.current < MOST_ROWS) {
        const answer: Result<PageAnswer<T>> = await api<PageAnswer<T>>(`${path}?next=${encodeURIComponent(at)}`, {
          signal,
        });
        if (signal.aborted) return;
        if (!answer.ok) {
          setLink(at);
          setGap(answer.error);
          return;
        }
        const page: PageAnswer<T> = answer.value;
        held.current += page.rows.length;
        setRows((before) => [...before, ...page.rows]);
        at = page.next;
        setLink(at);
      }
    },
    [path],
  );

  const stop = useRef<AbortController>(null);
  const start = useCallback(
    (from: string | null) => {
      stop.current?.abort();
      if (from === null) return;
      stop.current = new AbortController();
      // Rejects only when it is stopped.
      read(from, stop.current.signal).catch(() => undefined);
    },
    [read],
  );

  // Only the first link starts the walk: later ones are followed by `read`, and a page read anew seals the same place differently.
  const [first] = useState(next);
  useEffect(() => {
    start(first);
    return () => stop.current?.abort();
  }, [start, first]);

  const retry = useCallback(() => {
    setGap(null);
    start(link);
  }, [start, link]);

  return { rows, complete: link === null, full: link !== null && gap === null && rows.length >= MOST_ROWS, gap, retry };
}
