import { database } from './database';

/** Asking more often than this asks nothing: anybody may ask. */
const KEPT_MS = 2_000;

const kept = globalThis as { latchkeyReadiness?: { at: number; ready: Promise<boolean> } };

/** Whether the store takes a write: one that only answers reads (disk full, a standby) would refuse whatever people send. */
export function isReady(): Promise<boolean> {
  const now = performance.now();
  if (kept.latchkeyReadiness && now - kept.latchkeyReadiness.at < KEPT_MS) return kept.latchkeyReadiness.ready;
  const ready = writes().then(
    () => true,
    () => false,
  );
  kept.latchkeyReadiness = { at: now, ready };
  return ready;
}

/** For tests: forgets the last answer. */
export function forgetReadiness(): void {
  kept.latchkeyReadiness = undefined;
}

async function writes(): Promise<void> {
  const db = await database();
  const window_ms = Date.now();
  await db
    .insertInto('rate_windows')
    .values({ key: 'readiness', window_ms, count: 1 })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ window_ms }))
    .execute();
}
