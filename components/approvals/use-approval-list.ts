'use client';

import { useMemo, useState } from 'react';
import { api } from '@/components/shell/api';
import { useFurtherPages } from '@/components/status/use-further-pages';
import { usePoll } from '@/components/status/use-poll';
import type { Page } from '@/lib/entitlement/access-packages';
import { paths } from '@/lib/paths';
import { oldestFirst, type ApprovalRow } from './approval-row';

interface Look {
  rows: ApprovalRow[];
  next: string | null;
  at: number;
}

/** A list longer than this is read anew by hand only. */
const MOST_PAGES = 50;

/**
 * What waits for me as far as read, kept fresh: a look reads the first page, and the further ones where the first has changed. `fresh`
 * starts the quick looks anew.
 */
export function useApprovalList(first: Page<ApprovalRow>, start: number, fresh: unknown) {
  const further = useFurtherPages<ApprovalRow>(paths.api.approvals, first.next);
  const [seen, setSeen] = useState<ApprovalRow[] | null>(null);
  const [look, setLook] = useState({ at: start, failed: false });
  // The page read anew is newer than any look.
  const [given, setGiven] = useState(first);
  if (given !== first) {
    setGiven(first);
    setSeen(null);
    setLook({ at: start, failed: false });
  }
  // A page read anew that has no further ones is the whole list: what was read behind it before is decided.
  const rows = useMemo(
    () => oldestFirst(seen ?? (first.next === null ? first.rows : [...further.rows, ...first.rows])),
    [seen, first, further.rows],
  );

  const readWhole = async (page: Look, signal: AbortSignal): Promise<ApprovalRow[] | null> => {
    const whole = [...page.rows];
    let next = page.next;
    for (let pages = 1; next !== null; pages++) {
      const answer = await api<Look>(`${paths.api.approvals}?next=${encodeURIComponent(next)}`, { signal });
      if (!answer.ok || pages > MOST_PAGES) return null;
      whole.push(...answer.value.rows);
      next = answer.value.next;
    }
    return whole;
  };
  usePoll(
    async (signal) => {
      const answer = await api<Look>(paths.api.approvals, { signal });
      if (signal.aborted) return;
      const known = new Set(rows.map(({ id }) => id));
      const isAsBefore = answer.ok && answer.value.next !== null && answer.value.rows.every(({ id }) => known.has(id));
      const whole = answer.ok && !isAsBefore ? await readWhole(answer.value, signal) : null;
      if (signal.aborted) return;
      if (whole) setSeen(whole);
      setLook((before) => (answer.ok && (whole || isAsBefore) ? { at: answer.value.at, failed: false } : { ...before, failed: true }));
    },
    true,
    fresh,
  );
  return { ...further, rows, complete: further.complete || seen !== null, look };
}
