'use client';

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useViewer } from '@/components/shell/viewer-context';
import type { PackageRow } from '../package-row-data';
import type { InsideState } from './inside-reader';
import { insideOf, rowsWithInside, subscribeInside, tellInside } from './inside-store';

export interface Inside {
  /** The rows, with names inside where they have been read. */
  rows: readonly PackageRow[];
  state: InsideState;
  /** How many packages have been looked into. */
  read: number;
  /** Everything there is to look into has been looked into, or nobody may. */
  whole: boolean;
  /** What of it a search has seen. */
  searched: 'all' | 'reading' | 'gap' | 'notTold';
  retry: () => void;
}

/**
 * What is inside the packages, read in the background once somebody means to search (`wanted`), as far as the list has come; left with the
 * page. The reader is a chunk of its own.
 */
export function useInside(rows: readonly PackageRow[], wanted: boolean): Inside {
  const { tag } = useViewer();
  const known = useSyncExternalStore(
    subscribeInside,
    () => insideOf(tag),
    () => insideOf(''),
  );
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (!wanted || rows.length === 0) return;
    const left = new AbortController();
    const ids = rows.map((row) => row.id);
    import('./inside-world')
      .then(({ lookInside }) => lookInside(tag, ids, left.signal))
      .catch(() => !left.signal.aborted && tellInside(tag, { ...insideOf(tag), state: 'gap' }));
    return () => left.abort();
  }, [wanted, rows, tag, attempt]);
  const enriched = useMemo(() => rowsWithInside(rows, known.names), [rows, known.names]);
  const read = useMemo(() => rows.filter((row) => known.names.has(row.id)).length, [rows, known.names]);
  const whole = known.state === 'notTold' || read === rows.length;
  return {
    rows: enriched,
    state: known.state,
    read,
    whole,
    searched: known.state === 'notTold' || known.state === 'gap' ? known.state : whole ? 'all' : 'reading',
    retry: () => setAttempt((count) => count + 1),
  };
}
