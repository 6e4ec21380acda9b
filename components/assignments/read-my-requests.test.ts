import { describe, expect, it } from 'vitest';
import { badRequest, fakeGraph } from '@/lib/entitlement/testing/fake-graph';
import { readMyRequests } from './read-my-requests';

const row = (id: string) => ({ id, state: 'delivered' });

/** My requests in `count` pages of one row; `broken` is the page that cannot be read. */
function pages(count: number, broken = 0) {
  return fakeGraph((path) => {
    const at = path.startsWith('n.') ? Number(path.slice(2)) : 1;
    if (at === broken) return badRequest();
    return { value: [row(`r-${at}`)], next: at < count ? `n.${at + 1}` : null };
  });
}

const read = async (graph: ReturnType<typeof pages>['graph'], patience?: number) => {
  const { requests, allRead } = await readMyRequests(graph, patience);
  return { ids: requests.map(({ id }) => id), allRead };
};

describe('readMyRequests', () => {
  it('reads to the end', async () => {
    expect(await read(pages(3).graph)).toEqual({ ids: ['r-1', 'r-2', 'r-3'], allRead: true });
  });

  it('says that a page could not be read', async () => {
    expect(await read(pages(3, 2).graph)).toEqual({ ids: ['r-1'], allRead: false });
  });

  it('says that there was more than it reads', async () => {
    const found = await read(pages(30).graph);
    expect([found.ids.length, found.allRead]).toEqual([10, false]);
  });

  it('does not keep the form waiting for long', async () => {
    expect(await read(pages(3).graph, -1)).toEqual({ ids: ['r-1'], allRead: false });
  });
});
