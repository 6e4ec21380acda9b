'use client';

import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { paths } from '@/lib/paths';
import { api } from './api';
import { approvalsCookie } from './approvals-cookie';
import { keepPreference } from './preferences';
import { useViewer } from './viewer-context';

/** How many requests wait for this person's decision, as far as read; `more` where there are further ones. */
export interface Waiting {
  count: number;
  more: boolean;
}

interface Approvals {
  /** Something waits or once waited: the place is shown. */
  shown: boolean;
  waiting: Waiting | null;
  /** A screen that has read the list says what it found. */
  report: (waiting: Waiting) => void;
  /** A screen keeps the count itself as long as it is there; answers how it stops. */
  keep: () => () => void;
}

const Context = createContext<Approvals>({ shown: false, waiting: null, report: () => undefined, keep: () => () => undefined });

/** The first look waits for the page itself; who never had anything to decide is asked about rarely. */
const FIRST_LOOK_MS = 2_000;
const EVERY_MS = 60_000;
const RARELY_MS = 15 * 60_000;
/** What a screen has just read is not asked again. */
const FRESH_MS = 30_000;

/** Keeps the count of the place Approvals fresh, never in a hidden tab. `approves`: something has waited for this person in this browser before. */
export function ApprovalsProvider({ approves, children }: { approves: boolean; children: ReactNode }) {
  const { oid } = useViewer();
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const shown = approves || (waiting?.count ?? 0) > 0;
  const reportedAt = useRef(-FRESH_MS);
  const keepers = useRef(0);
  const keep = useCallback(() => {
    keepers.current += 1;
    return () => void (keepers.current -= 1);
  }, []);
  const report = useCallback(
    (found: Waiting) => {
      reportedAt.current = performance.now();
      setWaiting((before) => (before?.count === found.count && before.more === found.more ? before : found));
      if (found.count > 0 && !approves) keepPreference(approvalsCookie, oid);
    },
    [approves, oid],
  );
  useEffect(() => {
    const stop = new AbortController();
    const look = async () => {
      if (keepers.current > 0 || document.hidden || performance.now() - reportedAt.current < FRESH_MS || (!shown && askedLately(oid)))
        return;
      const answer = await api<Waiting>(paths.api.approvalsWaiting, { signal: stop.signal });
      if (!stop.signal.aborted && answer.ok) report(answer.value);
    };
    const go = () => void look().catch(() => undefined);
    const first = setTimeout(go, FIRST_LOOK_MS);
    const each = setInterval(go, EVERY_MS);
    return () => {
      stop.abort();
      clearTimeout(first);
      clearInterval(each);
    };
  }, [shown, oid, report]);
  const value = useMemo(() => ({ shown, waiting, report, keep }), [shown, waiting, report, keep]);
  return <Context value={value}>{children}</Context>;
}

/** Whether the place is shown, how many wait, and where to report a newer count. */
export function useApprovalsWaiting(): Approvals {
  return use(Context);
}

/** A screen that the server drew with the count in hand says so. */
export function ReportWaiting({ count, more }: Waiting) {
  const { report } = useApprovalsWaiting();
  useEffect(() => report({ count, more }), [report, count, more]);
  return null;
}

/** True when this tab has asked for this person in the last quarter of an hour; otherwise it counts as asked now. */
function askedLately(oid: string): boolean {
  const key = `latchkey.approvals ${oid}`;
  try {
    const before = Number(sessionStorage.getItem(key) ?? 0);
    if (Date.now() - before < RARELY_MS) return true;
    sessionStorage.setItem(key, String(Date.now()));
  } catch {
    // A browser may refuse its storage.
  }
  return false;
}
