import { describe, expect, it } from 'vitest';
import type { Result } from '@/lib/portal-error';
import { readInside, type InsideAnswer, type InsideKnown } from './inside-reader';

const ids = Array.from({ length: 45 }, (_, at) => `p${at}`);
const all = (asked: readonly string[], waitMs: number | null = null): Result<InsideAnswer> => ({
  ok: true,
  value: { inside: Object.fromEntries(asked.map((id) => [id, [`in ${id}`]])), waitMs },
});
const down: Result<InsideAnswer> = { ok: false, error: { kind: 'unavailable' } };

function world(answer: (asked: readonly string[], call: number) => Result<InsideAnswer>) {
  let known: InsideKnown = { names: new Map(), state: 'idle' };
  const calls: string[][] = [];
  const states: string[] = [];
  const slept: number[] = [];
  const made = {
    ask: async (asked: readonly string[]) => {
      calls.push([...asked]);
      return answer(asked, calls.length);
    },
    idle: async (signal: AbortSignal) => signal.throwIfAborted(),
    sleep: async (ms: number, signal: AbortSignal) => {
      slept.push(ms);
      signal.throwIfAborted();
    },
    known: () => known,
    tell: (next: InsideKnown) => {
      known = next;
      if (states.at(-1) !== next.state) states.push(next.state);
    },
  };
  return { made, calls, states, slept, names: () => known.names };
}
const never = () => new AbortController().signal;

describe('readInside', () => {
  it('asks for 20 packages at a time, one call after the other, until all are read', async () => {
    const { made, calls, states, names } = world((asked) => all(asked));
    await readInside(ids, made, never());
    expect(calls.map((call) => call.length)).toEqual([20, 20, 5]);
    expect(names().get('p44')).toEqual(['in p44']);
    expect(states).toEqual(['reading', 'done']);
    await readInside(ids, made, never());
    expect(calls).toHaveLength(3);
  });

  it('waits as long as Graph asks, and asks again only for what did not come', async () => {
    const { made, calls, states, slept } = world((asked, call) => (call === 1 ? all(asked.slice(0, 15), 30_000) : all(asked)));
    await readInside(ids.slice(0, 20), made, never());
    expect(calls[1]).toEqual(ids.slice(15, 20));
    expect(slept[0]).toBe(30_000);
    expect(states).toEqual(['reading', 'waiting', 'reading', 'done']);
  });

  it('leaves a gap after failures in a row, and goes on from there when asked to', async () => {
    const answers: Result<InsideAnswer>[] = [down, down];
    const { made, calls, states } = world((asked, call) => (call === 1 ? all(asked) : (answers.shift() ?? all(asked))));
    await readInside(ids, made, never());
    expect(states).toEqual(['reading', 'gap']);
    await readInside(ids, made, never());
    expect(states).toEqual(['reading', 'gap', 'reading', 'done']);
    expect(calls[3]).toEqual(ids.slice(20, 40));
  });

  it('asks no further where nobody may see what is inside', async () => {
    const nothing = (asked: readonly string[]) =>
      ({ ok: true, value: { inside: Object.fromEntries(asked.map((id) => [id, null])), waitMs: null } }) as const;
    const { made, calls, states } = world(nothing);
    await readInside(ids, made, never());
    expect(calls).toHaveLength(1);
    expect(states).toEqual(['reading', 'notTold']);
  });

  it('takes one that is hidden for one without names, and goes on', async () => {
    const { made, states, names } = world((asked) => ({
      ok: true,
      value: { inside: Object.fromEntries(asked.map((id) => [id, id === 'p3' ? null : [id]])), waitMs: null },
    }));
    await readInside(ids, made, never());
    expect(names().get('p3')).toEqual([]);
    expect(states.at(-1)).toBe('done');
  });

  it('stops when the page is left', async () => {
    const left = new AbortController();
    const { made, calls } = world((asked) => {
      left.abort();
      return all(asked);
    });
    await expect(readInside(ids, made, left.signal)).rejects.toThrow();
    expect(calls).toHaveLength(1);
  });
});
