import { describe, expect, it } from 'vitest';
import { PortalFault } from '@/lib/portal-error';
import { requestablePackages } from './access-packages';
import { administeredPackages } from './administration';
import { assignments, myAssignments } from './assignments';
import { createdRequests, myRequests } from './requests';
import { fakeGraph } from './testing/fake-graph';
import { everyRow } from './walk';

const reads = {
  requestablePackages,
  myAssignments,
  myRequests,
  createdRequests,
  administeredPackages: (graph: Parameters<typeof myRequests>[0], next?: string) => administeredPackages(graph, next ? { next } : {}),
  assignments: (graph: Parameters<typeof myRequests>[0], next?: string) => assignments(graph, {}, next),
};

it.each(Object.entries(reads))('%s follows sealed links only, never a path from an address', async (_, read) => {
  const { graph, asked } = fakeGraph(() => ({ value: [] }));
  for (const path of ['/users', '/identityGovernance/entitlementManagement/assignments', '//evil.example/x'])
    await expect(read(graph, path)).rejects.toMatchObject({ error: { kind: 'notFound' } });
  expect(asked).toEqual([]);
  await read(graph, 'n.sealed');
  expect(asked).toEqual(['n.sealed']);
});

describe('a whole list', () => {
  const pages: Record<string, { rows: number[]; next: string | null }> = {
    first: { rows: [1, 2], next: 'second' },
    second: { rows: [], next: 'third' },
    third: { rows: [3], next: null },
  };

  it('is read to its end', async () => {
    expect(await everyRow(async (next = 'first') => pages[next] ?? { rows: [], next: null })).toEqual([1, 2, 3]);
  });

  it('is never a part of itself: a page that fails in the middle takes it all', async () => {
    const read = async (next = 'first') => {
      if (next === 'third') throw new PortalFault({ kind: 'unavailable' });
      return pages[next] ?? { rows: [], next: null };
    };
    await expect(everyRow(read)).rejects.toThrow('unavailable');
    await expect(everyRow(async () => ({ rows: [1], next: 'again' }))).rejects.toThrow('unavailable');
  });
});
