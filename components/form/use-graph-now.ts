'use client';

import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * Graph's clock in the browser, UTC ms: the page's `now` and what has passed since it came. A newer `now` sets it anew. For events and
 * effects only, never while drawing.
 */
export function useGraphNow(now: number): () => number {
  const anchor = useRef({ now, at: 0 });
  useLayoutEffect(() => {
    anchor.current = { now, at: performance.now() };
  }, [now]);
  return useCallback(() => anchor.current.now + performance.now() - anchor.current.at, []);
}
