'use client';

import { useMemo, useRef, useState } from 'react';
import { api } from '@/components/shell/api';
import { useFurtherPages } from '@/components/status/use-further-pages';
import { usePoll } from '@/components/status/use-poll';
import type { Page } from '@/lib/entitlement/access-packages';
import { paths } from '@/lib/paths';
import { oldestFirst, type ApprovalRow } from './approval-row';
import { needsWhole, readWhole, type LookedPage } from './queue-look';

interface Seen {
  rows: ApprovalRow[];
  complete: boolean;
  full: boolean;
}

/**
 * What waits for me as far as read, kept fresh: a look reads the first page, and the further ones where the first has changed, the server
 * has read it anew, or now and then. `fresh` starts the quick looks anew.
 */
export function useApprovalList(first: Page<ApprovalRow>, start: number, fresh: unknown) {
  const further = useFurtherPages<ApprovalRow>(paths.api.approvals, first.next);
  const [given, setGiven] = useState(first);
  const [seen, setSeen] = useState<Seen | null>(null);
  /** `at`: of the latest reading of all of it. */
  const [look, setLook] = useState({ at: start, failed: false });
  const [known, setKnown] = useState({ firstIds: idsOf(first), isStale: false });
  const [readings, setReadings] = useState(0);
  const looks = useRef(0);

  const list = useMemo<Seen>(
    () => seen ?? { rows: [...further.rows, ...given.rows], complete: further.complete, full: further.full },
    [seen, given, further.rows, further.complete, further.full],
  );
  if (given !== first) {
    setGiven(first);
    if (first.next === null) {
      setSeen({ rows: first.rows, complete: true, full: false });
      setLook({ at: start, failed: false });
      setKnown({ firstIds: idsOf(first), isStale: false });
    } else {
      // Longer than a page: what left it may stand on a later one. All of it is read soon; until then it is as of before.
      setSeen({ ...list, rows: [...list.rows, ...first.rows] });
      setKnown({ ...known, isStale: true });
      setReadings(readings + 1);
    }
  }
  usePoll(
    async (signal) => {
      const read = async (next?: string): Promise<LookedPage | null> => {
        const query = next === undefined ? '' : `?next=${encodeURIComponent(next)}`;
        const answer = await api<LookedPage>(`${paths.api.approvals}${query}`, { signal });
        return answer.ok ? answer.value : null;
      };
      looks.current += 1;
      const page = await read();
      const isDue = page !== null && needsWhole(page, { ...known, isFull: list.full }, looks.current);
      const whole = isDue ? await readWhole(page, read) : null;
      if (signal.aborted) return;
      if (page === null || (isDue && whole === null)) return setLook((before) => ({ ...before, failed: true }));
      if (whole === null) return setLook((before) => ({ ...before, failed: false }));
      setSeen({ rows: whole.rows, complete: !whole.isFull, full: whole.isFull });
      setKnown({ firstIds: idsOf(page), isStale: false });
      setLook({ at: page.at, failed: false });
    },
    true,
    `${String(fresh)} ${readings}`,
  );
  const rows = useMemo(() => oldestFirst(list.rows), [list.rows]);
  return { ...further, ...list, rows, look };
}

function idsOf({ rows }: Pick<Page<ApprovalRow>, 'rows'>): string[] {
  return rows.map(({ id }) => id);
}
