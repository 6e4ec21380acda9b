import { describe, expect, it } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { fakeGraph } from '@/lib/entitlement/testing/fake-graph';
import { readUpdate } from './read-update';

const viewer: Viewer = {
  sessionId: 's-1',
  tid: 't-1',
  oid: 'u-1',
  name: 'Ana Ruiz',
  userPrincipalName: 'ana@tidewater.example',
  roles: [],
  tag: 'x',
};
const accessPackage = { id: 'c2', displayName: 'Audit tools' };
const held = { id: 'a-1', state: 'delivered', accessPackage };
const open = { id: 'r-2', requestType: 'userUpdate', state: 'pendingApproval', accessPackage, assignment: { id: 'a-1' } };

describe('readUpdate', () => {
  it('finds what is on its way on a later page of my requests', async () => {
    const { graph } = fakeGraph((path) => {
      if (path.includes('/assignments/')) return { value: [held] };
      if (path.includes('/assignmentRequests/')) return { value: [{ id: 'r-1', state: 'delivered' }], next: 'n.2' };
      return { value: path === 'n.2' ? [open] : [] };
    });
    const found = await readUpdate(viewer, graph, 'a-1', null, 'Europe/Paris', 'en');
    expect(found).toMatchObject({ kind: 'closed', reason: 'onItsWay', openRequestId: 'r-2' });
  });
});
