import { describe, expect, it } from 'vitest';
import { createGraph } from './client';
import { fakeDeps, json, refusal } from './testing/fake-transport';

const ROOT = 'http://127.0.0.1:4010/v1.0';
const page = (rows: unknown[], link?: string) => json({ value: rows, ...(link ? { '@odata.nextLink': link } : {}) });

describe('pages', () => {
  it('hands out a sealed link and follows it whole, with the headers of the first', async () => {
    const link = `${ROOT}/users?$skiptoken=a%2Bb&$skiptoken=twice&x`;
    const { deps, calls } = fakeDeps(page([1], link), page([2]));
    const graph = createGraph(deps);
    const first = await graph.page('/users', { headers: { ConsistencyLevel: 'eventual' } });
    expect(first.rows).toEqual([1]);
    expect(first.next).not.toContain('skiptoken');
    expect(await graph.page(first.next ?? '')).toEqual({ rows: [2], next: null });
    expect(calls[1]?.url).toBe(link);
    expect(calls[1]?.headers.get('consistencylevel')).toBe('eventual');
    expect(calls[1]?.headers.get('authorization')).toBe('Bearer token-2');
  });

  it('reads what stands behind the link of an expanded property, and of an answer itself', async () => {
    const { deps, calls } = fakeDeps(page([2], `${ROOT}/x?p=2`), page([3]));
    const graph = createGraph(deps);
    expect(await graph.rest({ children: [1], 'children@odata.nextLink': `${ROOT}/x?p=1` }, 'children')).toEqual({
      rows: [1, 2, 3],
      complete: true,
    });
    expect(calls.map(({ url }) => url)).toEqual([`${ROOT}/x?p=1`, `${ROOT}/x?p=2`]);
    expect(await graph.rest({ value: [1], '@odata.nextLink': `${ROOT}/x?p=3` })).toEqual({ rows: [1, 3], complete: true });
    expect(await graph.rest({ value: [1] })).toEqual({ rows: [1], complete: true });
    expect(await graph.rest(null, 'children')).toEqual({ rows: [], complete: true });
    await expect(graph.rest({ a: [], 'a@odata.nextLink': 'http://evil.example/v1.0/x' }, 'a')).rejects.toMatchObject({
      error: { kind: 'unexpected' },
    });
  });

  it('says when there is more behind an expanded property than it reads', async () => {
    const many = Array.from({ length: 1500 }, (_, index) => index);
    const { deps } = fakeDeps(page(many, `${ROOT}/x?p=2`), page(many));
    const { rows, complete } = await createGraph(deps).rest({ a: many, 'a@odata.nextLink': `${ROOT}/x?p=1` }, 'a');
    expect([rows.length, complete]).toEqual([2000, false]);
  });

  it('follows empty pages', async () => {
    const { deps, calls } = fakeDeps(page([], `${ROOT}/x?p=2`), page([], `${ROOT}/x?p=3`), page([7]));
    expect(await createGraph(deps).page('/x')).toEqual({ rows: [7], next: null });
    expect(calls).toHaveLength(3);
  });

  it.each([
    'http://evil.example/v1.0/x',
    'http://127.0.0.1:4010.evil.example/x',
    'http://127.0.0.1:4011/v1.0/x',
    'https://127.0.0.1:4010/v1.0/x',
    'http://127.0.0.1:4010@evil.example/x',
    '//evil.example/x',
    '/v1.0/x',
  ])('does not follow %s', async (link) => {
    const { deps, calls } = fakeDeps(page([1], link));
    await expect(createGraph(deps).page('/x')).rejects.toMatchObject({ error: { kind: 'unexpected' } });
    expect(calls).toHaveLength(1);
  });

  it('opens no link that was not sealed here', async () => {
    const { deps, calls } = fakeDeps(page([1]));
    for (const next of ['http://evil.example/', 'n.', 'n.bm8', `n.${btoa('{"path":"https://evil.example/"}')}`]) {
      await expect(createGraph(deps).page(next)).rejects.toMatchObject({ error: { kind: 'notFound' } });
    }
    expect(calls).toHaveLength(0);
  });

  it('stops at a link that leads in a circle', async () => {
    const { deps } = fakeDeps(page([], `${ROOT}/x?p=2`), page([], `${ROOT}/x?p=2`));
    await expect(createGraph(deps).page('/x')).rejects.toMatchObject({ error: { kind: 'unavailable' } });
    const other = fakeDeps(page([1], `${ROOT}/x?p=2`));
    await expect(createGraph(other.deps).all('/x')).rejects.toMatchObject({ error: { kind: 'unavailable' } });
  });

  it('reads all, says when it stopped, and never ends in silence', async () => {
    const pages = [page([1, 2], `${ROOT}/x?p=2`), page([3], `${ROOT}/x?p=3`), page([4])];
    expect(await createGraph(fakeDeps(...pages).deps).all('/x')).toEqual({ rows: [1, 2, 3, 4], complete: true });
    expect(await createGraph(fakeDeps(...pages).deps).all('/x', { limit: 2 })).toEqual({ rows: [1, 2], complete: false });
    expect(await createGraph(fakeDeps(...pages).deps).all('/x', { limit: 4 })).toEqual({ rows: [1, 2, 3, 4], complete: true });
    const broken = fakeDeps(page([1], `${ROOT}/x?p=2`), refusal(500));
    await expect(createGraph(broken.deps).all('/x')).rejects.toMatchObject({ error: { kind: 'unavailable' } });
  });

  it('finds an answer without rows unreadable', async () => {
    await expect(createGraph(fakeDeps(json({})).deps).page('/x')).rejects.toMatchObject({ error: { kind: 'unavailable' } });
  });
});
