'use client';

import { useCallback, useEffect, useState } from 'react';
import { api } from '@/components/shell/api';
import { paths } from '@/lib/paths';
import type { PortalError } from '@/lib/portal-error';
import type { MoreRows, PackageRow } from './package-row-data';

interface Feed {
  rows: PackageRow[];
  /** Sealed link to what is missing, null when the list is whole. */
  next: string | null;
  /** Why the rest did not come: a visible gap, until somebody tries again. */
  error: PortalError | null;
}

/** The list as it streams in: the first rows at once, then page after page from the handler until it is whole or a page fails. */
export function usePackageFeed(first: MoreRows): Feed & { retry: () => void } {
  const [feed, setFeed] = useState<Feed>({ ...first, error: null });
  const { next, error } = feed;
  useEffect(() => {
    if (next === null || error !== null) return;
    const controller = new AbortController();
    void api<MoreRows>(`${paths.api.accessPackages}?next=${encodeURIComponent(next)}`, { signal: controller.signal }).then(
      (answer) => {
        if (controller.signal.aborted) return;
        setFeed((before) => (answer.ok ? appended(before, answer.value) : { ...before, error: answer.error }));
      },
      // Only because the page was left.
      () => undefined,
    );
    return () => controller.abort();
  }, [next, error]);
  const retry = useCallback(() => setFeed((before) => ({ ...before, error: null })), []);
  return { ...feed, retry };
}

/** A row that two pages bring (the list moved meanwhile) stands once. */
function appended(before: Feed, more: MoreRows): Feed {
  const known = new Set(before.rows.map((row) => row.id));
  return { rows: [...before.rows, ...more.rows.filter((row) => !known.has(row.id))], next: more.next, error: null };
}
