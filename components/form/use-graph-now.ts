'use client';

import { useCallback, useLayoutEffect } from 'react';
import { cameAt, graphTime } from './page-clock';

/**
 * Graph's clock in the browser, UTC ms: the page's `now` and what has passed since it came, whenever the component itself came. The page's
 * own component calls it too, so that a dialog that opens later counts from then. For events and effects only, never while drawing.
 */
export function useGraphNow(now: number): () => number {
  useLayoutEffect(() => {
    cameAt(now);
  }, [now]);
  return useCallback(() => graphTime(now), [now]);
}
