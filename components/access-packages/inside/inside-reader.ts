import type { Result } from '@/lib/portal-error';

/** Names inside by package; null where the cloud or the tenant does not tell, absent where the reading failed. `waitMs`: how long Graph wants to be left alone. */
export interface InsideAnswer {
  inside: Record<string, string[] | null>;
  waitMs: number | null;
}

/**
 * `reading`; `waiting`: Graph asked to be left alone for a while; `gap`: it does not answer, until somebody tries again; `notTold`: nobody may
 * see what is inside.
 */
export type InsideState = 'idle' | 'reading' | 'waiting' | 'gap' | 'done' | 'notTold';

export interface InsideKnown {
  /** Package id → names inside, of all that have been read. */
  names: ReadonlyMap<string, readonly string[]>;
  state: InsideState;
}

export interface InsideWorld {
  /** One call: up to 20 packages, one $batch. */
  ask: (ids: readonly string[], signal: AbortSignal) => Promise<Result<InsideAnswer>>;
  /** Resolves when the page is seen and has nothing better to do; rejects when it was left. */
  idle: (signal: AbortSignal) => Promise<void>;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  known: () => InsideKnown;
  tell: (known: InsideKnown) => void;
}

/** Inner calls of one $batch (contract §1.7). */
const MOST = 20;
/** Between two calls, so that everything else comes first. */
const BREATH_MS = 250;
const PATIENCE = 2;
const AGAIN_MS = 3_000;

/**
 * Reads what is inside the packages, 20 a call, one call at a time, only while the page is seen and idle, until all are read. Obeys every
 * wait that Graph asks for; gives up (`gap`) after failures in a row. Rejects only because `signal` says that the page was left.
 */
export async function readInside(ids: readonly string[], world: InsideWorld, signal: AbortSignal): Promise<void> {
  const pending = ids.filter((id) => !world.known().names.has(id));
  const tell = (state: InsideState, names = world.known().names) => world.tell({ names, state });
  let failures = 0;
  while (pending.length > 0) {
    tell('reading');
    await world.idle(signal);
    const batch = pending.slice(0, MOST);
    const answer = await world.ask(batch, signal);
    signal.throwIfAborted();
    const { inside, waitMs }: InsideAnswer = answer.ok ? answer.value : { inside: {}, waitMs: null };
    const came = batch.filter((id) => inside[id] !== undefined);
    const names = new Map(world.known().names);
    for (const id of came) names.set(id, inside[id] ?? []);
    const isNobodys = came.length === batch.length && came.every((id) => inside[id] === null) && world.known().names.size === 0;
    if (isNobodys) return tell('notTold', world.known().names);
    pending.splice(0, batch.length, ...batch.filter((id) => !names.has(id)));
    failures = came.length > 0 || waitMs !== null ? 0 : failures + 1;
    if (failures >= PATIENCE) return tell('gap', names);
    tell(waitMs === null ? 'reading' : 'waiting', names);
    await world.sleep(waitMs ?? (failures > 0 ? AGAIN_MS : BREATH_MS), signal);
  }
  tell('done');
}
