import { describe, expect, it } from 'vitest';
import { fakeGraph, fault } from '@/lib/entitlement/testing/fake-graph';
import { insideAnswer } from './inside-answer';

const now = new Date('2026-09-01T10:00:00Z');
const row = {
  id: 'r_s',
  role: { displayName: 'Members' },
  scope: { displayName: 'Warehouse forecasts', originSystem: 'AadGroup', originId: 'g' },
};

describe('insideAnswer', () => {
  it('names what is inside, null where it is not told, and leaves out what failed', async () => {
    const { graph } = fakeGraph((path) =>
      path.includes('c2') ? fault({ kind: 'forbidden' }) : path.includes('c3') ? fault({ kind: 'unavailable' }) : { value: [row] },
    );
    expect(await insideAnswer(graph, ['c1', 'c2', 'c3'])).toEqual({
      inside: { c1: ['Warehouse forecasts, Members'], c2: null },
      waitMs: null,
    });
  });

  it('says how long to wait: the longest that Graph asks for inside the batch, or half a minute where it does not say', async () => {
    const inTen = now.getTime() + 10_000;
    const part = (path: string) =>
      path.includes('c1')
        ? fault({ kind: 'throttled', retryAt: inTen })
        : path.includes('c2')
          ? fault({ kind: 'throttled', retryAt: null })
          : { value: [row] };
    expect((await insideAnswer(fakeGraph(part, now).graph, ['c1', 'c3'])).waitMs).toBe(10_000);
    expect((await insideAnswer(fakeGraph(part, now).graph, ['c1', 'c2'])).waitMs).toBe(30_000);
    const { graph } = fakeGraph(() => ({ value: [] }), now);
    const whole = { ...graph, batch: () => Promise.reject(fault({ kind: 'throttled', retryAt: inTen })) };
    expect(await insideAnswer(whole, ['c1'])).toEqual({ inside: {}, waitMs: 10_000 });
  });

  it('asks nothing for nothing', async () => {
    const { graph, asked } = fakeGraph(() => ({ value: [] }));
    expect(await insideAnswer(graph, [])).toEqual({ inside: {}, waitMs: null });
    expect(asked).toEqual([]);
  });
});
