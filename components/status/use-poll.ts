'use client';

import { useEffect, useRef } from 'react';

/** Milliseconds until the next look after so many: 2, 5, 15 s, then each minute (contract §6.2). */
export function lookAgainAfter(looks: number): number {
  return [2_000, 5_000, 15_000][looks] ?? 60_000;
}

/**
 * Looks again while `active`, in the rhythm above, never in a hidden tab and never twice at once; a tab that comes back looks at once.
 * A new `rhythm` starts over. `look` gets a signal that ends with the page.
 */
export function usePoll(look: (signal: AbortSignal) => Promise<void>, active: boolean, rhythm: unknown = 0): void {
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  });
  useEffect(() => {
    if (!active) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let looks = 0;
    let running = false;
    const wait = () => {
      clearTimeout(timer);
      if (!document.hidden && !stop.signal.aborted) timer = setTimeout(go, lookAgainAfter(looks));
    };
    const go = async () => {
      if (running) return;
      running = true;
      looks += 1;
      await latest.current(stop.signal).catch(() => undefined);
      running = false;
      wait();
    };
    const seen = () => {
      clearTimeout(timer);
      if (!document.hidden) void go();
    };
    document.addEventListener('visibilitychange', seen);
    wait();
    return () => {
      stop.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [active, rhythm]);
}
