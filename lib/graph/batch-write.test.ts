import { describe, expect, it } from 'vitest';
import { createGraph } from './client';
import { fakeDeps, json, refusal } from './testing/fake-transport';

const write = (path: string) => ({ method: 'PATCH', path, body: { a: 1 } }) as const;
const inner = (id: string, status: number, body?: unknown, headers: Record<string, string> = {}) => ({ id, status, headers, body });
const answer = (...responses: object[]) => json({ responses });

describe('a batch of writes', () => {
  it('sends bodies with their type, and answers in the order given', async () => {
    const { deps, calls } = fakeDeps(answer(inner('1', 409), inner('0', 204)));
    expect(await createGraph(deps).writeBatch([write('/a'), write('/b')])).toMatchObject([null, { error: { kind: 'conflict' } }]);
    const { requests } = calls[0]?.body as { requests: object[] };
    expect(requests).toMatchObject([
      { id: '0', method: 'PATCH', url: '/a', body: { a: 1 }, headers: { 'Content-Type': 'application/json' } },
      { id: '1', method: 'PATCH', url: '/b' },
    ]);
  });

  it('repeats nothing: throttled, failed, missing and unreadable are what they are', async () => {
    const { deps, calls } = fakeDeps(
      answer(inner('0', 429, {}, { 'Retry-After': '1' }), inner('1', 503), inner('3', 200, '{"half'), inner('4', 204)),
    );
    const results = await createGraph(deps).writeBatch(['/a', '/b', '/c', '/d', '/e'].map(write));
    expect(results).toMatchObject([
      { error: { kind: 'throttled' } },
      { error: { kind: 'unknownOutcome' } },
      { error: { kind: 'unknownOutcome' } },
      { error: { kind: 'unknownOutcome' } },
      null,
    ]);
    expect(calls).toHaveLength(1);
  });

  it('sends only what came back 401 once more, with a renewed token', async () => {
    const { deps, calls, tokens } = fakeDeps(answer(inner('0', 204), inner('1', 401)), answer(inner('0', 204)));
    expect(await createGraph(deps).writeBatch([write('/a'), write('/b')])).toEqual([null, null]);
    expect((calls[1]?.body as { requests: object[] }).requests).toMatchObject([{ url: '/b' }]);
    expect(tokens).toEqual([undefined, { force: true }, undefined]);
    const never = fakeDeps(answer(inner('0', 401)));
    expect(await createGraph(never.deps).writeBatch([write('/a')])).toMatchObject([{ error: { kind: 'signedOut' } }]);
  });

  it('knows of none what became of it when the whole answer is lost, and that none was taken when the whole was refused', async () => {
    for (const [reply, kind] of [
      [new Error('reset'), 'unknownOutcome'],
      [refusal(502), 'unknownOutcome'],
      [refusal(429), 'throttled'],
    ] as const) {
      const { deps, calls } = fakeDeps(reply);
      const results = await createGraph(deps).writeBatch([write('/a'), write('/b')]);
      expect(results).toMatchObject([{ error: { kind } }, { error: { kind } }]);
      expect(calls).toHaveLength(1);
    }
  });

  it('has limits', async () => {
    const { deps, calls } = fakeDeps(answer());
    expect(await createGraph(deps).writeBatch([])).toEqual([]);
    await expect(createGraph(deps).writeBatch(Array.from({ length: 21 }, () => write('/a')))).rejects.toThrow(RangeError);
    expect(calls).toHaveLength(0);
  });
});
