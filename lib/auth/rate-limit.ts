import 'server-only';
import { log } from '@/lib/log';
import { PortalFault } from '@/lib/portal-error';
import { database } from '@/lib/store/database';

const WINDOW_MS = 60_000;

/**
 * Calls a minute. Sessions are made by browsers, a few a day; writes by people, a few a minute; searches by fingers, where one may walk
 * several pages. An address may be that of a whole company.
 */
export const limits = {
  sessionsPerPerson: 60,
  sessionsPerAddress: 600,
  refusedTokensPerAddress: 600,
  renewalsPerSession: 60,
  writesPerSession: 120,
  writesPerAddress: 6_000,
  searchesPerSession: 600,
  searchesPerAddress: 30_000,
} as const;

/**
 * Counts a call in its minute, in the store, so that all replicas count together. Throws `throttled` over the limit, its time on the clock
 * that people see (`graphOffsetMs`: Graph's minus ours), and `unavailable` when the store does not count.
 */
export async function countCall(kind: keyof typeof limits, who: string, graphOffsetMs = 0, now = Date.now()): Promise<void> {
  const window = now - (now % WINDOW_MS);
  const count = await counted(`${kind} ${who}`, window).catch((cause: unknown) => {
    throw new PortalFault({ kind: 'unavailable' }, { cause });
  });
  if (count > limits[kind]) throw new PortalFault({ kind: 'throttled', retryAt: window + WINDOW_MS + Math.round(graphOffsetMs) });
}

/** Who calls: a session, on its own Graph clock, from an address where that is known. */
export interface Caller {
  session: { id: string; graphOffsetMs: number };
  address: string | null;
}

/** Counts a write or a search of a session and of its address. A search goes on where the store does not count; a write does not. */
export async function countOf(what: 'writes' | 'searches', { session, address }: Caller): Promise<void> {
  try {
    await countCall(`${what}PerSession`, session.id, session.graphOffsetMs);
    if (address !== null) await countCall(`${what}PerAddress`, address, session.graphOffsetMs);
  } catch (error) {
    if (what === 'writes' || !(error instanceof PortalFault) || error.error.kind !== 'unavailable') throw error;
    log().warn({ err: error }, 'a search was not counted');
  }
}

/** Forgets windows that are over. */
export async function forgetWindows(now = Date.now()): Promise<void> {
  const db = await database();
  await db
    .deleteFrom('rate_windows')
    .where('window_ms', '<', now - WINDOW_MS)
    .execute();
}

async function counted(key: string, window: number): Promise<number> {
  const db = await database();
  const { count } = await db
    .insertInto('rate_windows')
    .values({ key, window_ms: window, count: 1 })
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
  return count;
}
