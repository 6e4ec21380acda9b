import { api } from '@/components/shell/api';
import { paths } from '@/lib/paths';
import { readInside, type InsideAnswer, type InsideWorld } from './inside-reader';
import { insideOf, tellInside } from './inside-store';

/** Long enough for the page's own work to come first, also where the browser knows no idle time. */
const IDLE_MS = 2_000;

/** Looks into the packages in this browser, until all is read or `signal` says that the page was left. `tag`: for whom. */
export async function lookInside(tag: string, ids: readonly string[], signal: AbortSignal): Promise<void> {
  if (insideOf(tag).state === 'notTold') return;
  const world: InsideWorld = {
    ask: (some, stop) => {
      const query = new URLSearchParams(some.map((id) => ['id', id]));
      return api<InsideAnswer>(`${paths.api.packageContents}?${query}`, { signal: stop, priority: 'low' });
    },
    idle: async (stop) => {
      await seen(stop);
      await free(stop);
    },
    sleep,
    known: () => insideOf(tag),
    // A call that comes back after the person has changed tells nobody.
    tell: (known) => !signal.aborted && tellInside(tag, known),
  };
  await readInside(ids, world, signal);
}

function seen(signal: AbortSignal): Promise<void> {
  if (document.visibilityState === 'visible') return Promise.resolve();
  return unlessLeft(signal, (done) => {
    const look = () => document.visibilityState === 'visible' && done();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  });
}

function free(signal: AbortSignal): Promise<void> {
  if (!('requestIdleCallback' in window)) return sleep(0, signal);
  return unlessLeft(signal, (done) => {
    const id = requestIdleCallback(() => done(), { timeout: IDLE_MS });
    return () => cancelIdleCallback(id);
  });
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return unlessLeft(signal, (done) => {
    const id = setTimeout(done, ms);
    return () => clearTimeout(id);
  });
}

/** Waits for what `begin` starts; rejects when the page is left. `begin` answers how to stop. */
function unlessLeft(signal: AbortSignal, begin: (done: () => void) => () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error);
    const leave = () => {
      stop();
      reject(signal.reason as Error);
    };
    const stop = begin(() => {
      stop();
      signal.removeEventListener('abort', leave);
      resolve();
    });
    signal.addEventListener('abort', leave, { once: true });
  });
}
