import 'server-only';
import { PortalFault } from '@/lib/portal-error';
import { database } from '@/lib/store/database';

const WINDOW_MS = 60_000;

/** Calls a minute. Sessions are made by browsers, a few a day; writes by people, a few a minute. */
export const limits = {
  sessionsPerAddress: 600,
  sessionsPerPerson: 60,
  writesPerSession: 120,
} as const;

/** Counts a call in its minute, in the store, so that all replicas count together. Throws `throttled` over the limit. */
export async function countCall(kind: keyof typeof limits, who: string, now = Date.now()): Promise<void> {
  const window = now - (now % WINDOW_MS);
  const db = await database();
  const { count } = await db
    .insertInto('rate_windows')
    .values({ key: `${kind} ${who}`, window_ms: window, count: 1 })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({
        count: eb
          .case()
          .when('rate_windows.window_ms', '=', window)
          .then(eb('rate_windows.count', '+', 1))
          .else(1)
          .end(),
        window_ms: window,
      })),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  if (count > limits[kind]) throw new PortalFault({ kind: 'throttled', retryAt: window + WINDOW_MS });
}

/** Forgets windows that are over. */
export async function forgetWindows(now = Date.now()): Promise<void> {
  const db = await database();
  await db
    .deleteFrom('rate_windows')
    .where('window_ms', '<', now - WINDOW_MS)
    .execute();
}
