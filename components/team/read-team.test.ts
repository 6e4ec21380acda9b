import { expect, it } from 'vitest';
import { fakeGraph } from '@/lib/entitlement/testing/fake-graph';
import { PortalFault } from '@/lib/portal-error';
import { probeTeam, teamPage } from './read-team';

const row = (id: string, more: object = {}) => ({
  id,
  state: 'delivered',
  accessPackage: { id: 'c2', displayName: 'Audit tools' },
  target: { objectId: 'u-2', displayName: 'Nadia Benali' },
  ...more,
});

it('tells whose access it is, and leaves out what has ended', async () => {
  const { graph, asked } = fakeGraph(() => ({ value: [row('a-1'), row('a-2', { state: 'expired' })], next: 'p2' }));
  expect(await probeTeam(graph)).toMatchObject({ rows: [{ id: 'a-1', personId: 'u-2', packageName: 'Audit tools' }], next: 'p2' });
  expect(asked[0]).toContain("filterByCurrentUser(on='targetManager')");
});

it('does without where the service refuses it, or does not say whose it is', async () => {
  const refused = fakeGraph(() => new PortalFault({ kind: 'refused', status: 400, code: '' }));
  expect(await probeTeam(refused.graph)).toBeNull();
  const silent = fakeGraph(() => ({ value: [row('a-1', { target: null })] }));
  expect(await probeTeam(silent.graph)).toBeNull();
  // Nobody is said to have nothing because of them.
  expect((await teamPage(silent.graph)).rows).toMatchObject([{ id: 'a-1', personId: '' }]);
  expect(await probeTeam(fakeGraph(() => ({ value: [] })).graph)).toBeNull();
});
