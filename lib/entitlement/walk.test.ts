import { expect, it } from 'vitest';
import { requestablePackages } from './access-packages';
import { administeredPackages } from './administration';
import { assignments, myAssignments } from './assignments';
import { createdRequests, myRequests } from './requests';
import { fakeGraph } from './testing/fake-graph';

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
