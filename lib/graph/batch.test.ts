import { describe, expect, it } from 'vitest';
import { createGraph } from './client';
import { fakeDeps, json, refusal } from './testing/fake-transport';

const ask = (path: string) => ({ method: 'GET', path }) as const;
const inner = (id: string, status: number, body?: unknown, headers: Record<string, string> = {}) => ({ id, status, headers, body });
const answer = (...responses: object[]) => json({ responses });

describe('a batch', () => {
  it('asks in one call and answers in the order asked', async () => {
    const { deps, calls } = fakeDeps(answer(inner('1', 200, { b: 1 }), inner('0', 200, { a: 1 })));
    expect(await createGraph(deps).batch([ask('/a'), { method: 'POST', path: '/b' }])).toEqual([{ a: 1 }, { b: 1 }]);
    expect(calls[0]?.url).toBe('http://127.0.0.1:4010/v1.0/$batch');
    const { requests } = calls[0]?.body as { requests: { id: string; headers: Record<string, string> }[] };
    expect(requests).toMatchObject([
      { id: '0', method: 'GET', url: '/a' },
      { id: '1', method: 'POST', url: '/b' },
    ]);
    expect(requests[0]?.headers['client-request-id']).not.toBe(requests[1]?.headers['client-request-id']);
  });

  it('keeps the good ones when some fail', async () => {
    const { deps } = fakeDeps(
      answer(inner('0', 200, {}), inner('1', 404, { error: { code: '' } }), inner('2', 200, 'half'), inner('4', 500)),
    );
    const results = await createGraph(deps).batch([ask('/a'), ask('/b'), ask('/c'), ask('/d'), ask('/e')]);
    expect(results[0]).toEqual({});
    expect(results.slice(1)).toMatchObject([
      { error: { kind: 'notFound' } },
      { error: { kind: 'unavailable' } },
      { error: { kind: 'unavailable' } },
      { error: { kind: 'unavailable' } },
    ]);
  });

  it('asks only what was throttled once more, and only after a short wait', async () => {
    const first = answer(
      inner('0', 200, { a: 1 }),
      inner('1', 429, {}, { 'Retry-After': '0' }),
      inner('2', 429, {}, { 'Retry-After': '30' }),
    );
    const { deps, calls } = fakeDeps(first, answer(inner('0', 200, { b: 1 })));
    const results = await createGraph(deps).batch([ask('/a'), ask('/b'), ask('/c')]);
    expect(results).toMatchObject([{ a: 1 }, { b: 1 }, { error: { kind: 'throttled' } }]);
    expect((calls[1]?.body as { requests: unknown[] }).requests).toMatchObject([{ url: '/b' }]);
  });

  it('renews the token where an inner call wants it', async () => {
    const { deps, tokens } = fakeDeps(answer(inner('0', 401, {})), answer(inner('0', 200, { a: 1 })));
    expect(await createGraph(deps).batch([ask('/a')])).toEqual([{ a: 1 }]);
    expect(tokens).toEqual([undefined, { force: true }, undefined]);
  });

  it('fails whole when the outer call fails', async () => {
    await expect(createGraph(fakeDeps(refusal(500)).deps).batch([ask('/a')])).rejects.toMatchObject({ error: { kind: 'unavailable' } });
  });

  it('has limits', async () => {
    const { deps, calls } = fakeDeps(answer());
    expect(await createGraph(deps).batch([])).toEqual([]);
    expect(calls).toHaveLength(0);
    await expect(createGraph(deps).batch(Array.from({ length: 21 }, () => ask('/a')))).rejects.toThrow(RangeError);
  });
});
