'use client';

import { useMemo, useState, type RefObject } from 'react';
import { api } from '@/components/shell/api';
import { idsOnScreen } from '@/components/status/on-screen';
import { useFurtherPages } from '@/components/status/use-further-pages';
import { usePoll } from '@/components/status/use-poll';
import type { Page } from '@/lib/entitlement/access-packages';
import { isOpen } from '@/lib/entitlement/request-states';
import { paths } from '@/lib/paths';
import { mergeRows, movedRows } from './merge-rows';
import { newestFirst, type RequestRow } from './request-row';

/**
 * My requests as far as read, moving by themselves while something is open: a look reads the first page, and further ones only for what
 * is open on the screen. `list` holds the drawn rows, each with its `data-id`; `from`: where the list is read.
 */
export function useRequestList(
  first: Page<RequestRow>,
  start: number,
  list: RefObject<HTMLElement | null>,
  from: string = paths.api.requests,
) {
  const further = useFurtherPages<RequestRow>(from, first.next);
  const [seen, setSeen] = useState<RequestRow[]>([]);
  const [look, setLook] = useState({ at: start, failed: false });
  const [moved, setMoved] = useState<RequestRow[]>([]);
  const rows = useMemo(() => newestFirst(mergeRows(first.rows, further.rows, seen)), [first.rows, further.rows, seen]);
  // Whatever brought the news, a look or the page read anew, it is told.
  const [told, setTold] = useState(rows);
  if (told !== rows) {
    setTold(rows);
    const changed = movedRows(told, rows);
    if (changed.length > 0) setMoved(changed);
  }
  const open = useMemo(() => rows.filter((row) => isOpen(row)), [rows]);

  const lookAgain = async (signal: AbortSignal) => {
    const near = idsOnScreen(list.current, window.innerHeight);
    const watch = new URLSearchParams(open.filter(({ id }) => near.has(id)).map(({ id }) => ['watch', id]));
    const answer = await api<{ rows: RequestRow[]; at: number }>(`${from}?${watch}`, { signal });
    if (signal.aborted) return;
    if (!answer.ok) {
      setLook((before) => ({ ...before, failed: true }));
      return;
    }
    setSeen((before) => mergeRows(before, answer.value.rows));
    setLook({ at: answer.value.at, failed: false });
  };
  // A move starts the quick looks anew: what moved once often moves again.
  usePoll(lookAgain, open.length > 0, moved);

  return { rows, open: open.length, complete: further.complete, full: further.full, gap: further.gap, retry: further.retry, look, moved };
}
