import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PartitionTenant } from '../../tenant/partition.ts';
import { R, S, W } from '../scopes.ts';
import { startServer } from '../testing/server.ts';
import type { Answer, Send, TestServer } from '../testing/server.ts';
import { id, makeTenant, NOW, personId, policy } from '../testing/tenant.ts';
import type { Name } from '../testing/tenant.ts';

const REQUESTS = '/identityGovernance/entitlementManagement/assignmentRequests';
const APPROVALS = '/identityGovernance/entitlementManagement/accessPackageAssignmentApprovals';
const SECOND = 1000;

let tenant: PartitionTenant;
let server: TestServer;
let clock: number;

beforeEach(async () => {
  tenant = makeTenant();
  clock = NOW;
  server = await startServer(tenant);
});
afterEach(() => server.close());

function pass(seconds: number): void {
  clock += seconds * SECOND;
  tenant.setClock({ now: clock });
}

const post = (body: unknown, as: Name = 'ana', options: Send = {}): Promise<Answer> =>
  server.send('POST', REQUESTS, { as, scopes: as === 'admin' ? [W] : [S], body, ...options });

const stateOf = async (id_: unknown): Promise<unknown> => (await server.get(`${REQUESTS}/${String(id_)}`)).body['state'];

describe('approvals (contract §4.10)', () => {
  let made: string;
  beforeEach(async () => {
    const stage = {
      durationBeforeAutomaticDenial: 'P7D',
      isApproverJustificationRequired: true,
      isEscalationEnabled: false,
      durationBeforeEscalation: 'PT0S',
      primaryApprovers: ['approver', 'max'].map((name) => ({
        '@odata.type': '#microsoft.graph.singleUser',
        userId: personId(name as Name),
      })),
      fallbackPrimaryApprovers: [],
      escalationApprovers: [],
      fallbackEscalationApprovers: [],
      approverInformationVisibility: 'default' as const,
    };
    const approval = {
      isApprovalRequiredForAdd: true,
      isApprovalRequiredForUpdate: false,
      isRequestorJustificationRequired: false,
      stages: [stage],
    };
    tenant.policies.put(policy(1, 1, { requestApprovalSettings: approval }));
    made = String((await post({ requestType: 'userAdd', assignment: { accessPackageId: id('package', 1) } })).body['id']);
    pass(1);
  });

  const read = (as: Name, rest = ''): Promise<Answer> => server.get(`${APPROVALS}/${made}${rest}`, { as, scopes: [R] });
  const decide = async (as: Name, body: unknown): Promise<Answer> => {
    const stage = tenant.requests.get(made)?.approval?.stages[0]?.id ?? '';
    return server.send('PATCH', `${APPROVALS}/${made}/stages/${stage}`, { as, scopes: [W], body });
  };

  it('lists what waits for me and reads it with inline stages', async () => {
    expect((await server.get(`${APPROVALS}/filterByCurrentUser(on='approver')`, { as: 'approver' })).value).toEqual([{ id: made }]);
    const pending = await server.get(`${REQUESTS}/filterByCurrentUser(on='approver')`, { as: 'approver', scopes: [S] });
    expect(pending.value.map((row) => row['id'])).toEqual([made]);
    expect((await read('approver')).body).toMatchObject({
      id: made,
      stages: [{ assignedToMe: true, status: 'InProgress', reviewResult: 'NotReviewed', reviewedBy: null, reviewedDateTime: null }],
    });
    expect((await read('reader')).body).toMatchObject({ stages: [{ assignedToMe: false }] });
    const stages = await read('approver', '/stages');
    expect((await read('approver', `/stages/${String(stages.value[0]?.['id'])}`)).body).toMatchObject({ status: 'InProgress' });
  });

  it('refuses readers without a right and unknown ones', async () => {
    expect((await read('nobody')).status).toBe(403);
    expect((await read('approver', '/stages/none')).status).toBe(404);
    const free = String((await post({ requestType: 'userAdd', assignment: { accessPackageId: id('package', 2) } })).body['id']);
    expect((await server.get(`${APPROVALS}/${free}`)).status).toBe(404);
  });

  it('takes a decision once', async () => {
    expect((await decide('nobody', { reviewResult: 'Approve', justification: 'x' })).status).toBe(403);
    expect((await decide('approver', { reviewResult: 'Approved', justification: 'x' })).code).toBe('InvalidModel');
    expect((await decide('approver', { reviewResult: 'Approve' })).status).toBe(400);
    expect((await decide('approver', { reviewResult: 'Approve', comment: 'x' })).code).toBe('InvalidModel');
    expect((await decide('approver', { reviewResult: 'Approve', justification: 'Fine.' })).status).toBe(204);
    expect((await decide('max', { reviewResult: 'Deny', justification: 'No.' })).status).toBe(409);
    expect((await read('approver')).body).toMatchObject({
      stages: [
        {
          status: 'Completed',
          reviewResult: 'Approved',
          justification: 'Fine.',
          reviewedBy: { id: personId('approver'), displayName: 'Approver Ruiz' },
        },
      ],
    });
    pass(60);
    expect(await stateOf(made)).toBe('delivered');
    expect((await server.get(`${REQUESTS}/filterByCurrentUser(on='approver')`, { as: 'approver' })).value).toEqual([]);
  });
});
