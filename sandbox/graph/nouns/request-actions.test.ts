import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PartitionTenant } from '../../tenant/partition.ts';
import { S, W } from '../scopes.ts';
import { startServer } from '../testing/server.ts';
import type { Answer, Body, Send, TestServer } from '../testing/server.ts';
import { assignment, id, makeTenant, NOW, personId } from '../testing/tenant.ts';
import type { Name } from '../testing/tenant.ts';

const REQUESTS = '/identityGovernance/entitlementManagement/assignmentRequests';
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

describe('creating requests (contract §4.8, §9)', () => {
  const good = {
    requestType: 'userAdd',
    assignment: { targetId: personId('ana'), assignmentPolicyId: id('policy', 1), accessPackageId: id('package', 1) },
  };

  it.each<[string, unknown]>([
    ['no JSON', '{'],
    ['no type', { assignment: good.assignment }],
    ['an unknown type', { ...good, requestType: 'userExtend' }],
    ['onBehalfAdd', { ...good, requestType: 'onBehalfAdd' }],
    ['a system type', { ...good, requestType: 'systemAdd' }],
    ['no assignment', { requestType: 'userAdd' }],
    ['both names of the assignment', { ...good, accessPackageAssignment: good.assignment }],
    ['an unknown property', { ...good, comment: 'x' }],
    ['an unknown property inside', { ...good, assignment: { ...good.assignment, packageId: 'x' } }],
    ['an answer without a question', { ...good, answers: [{ '@odata.type': '#microsoft.graph.accessPackageAnswerString', value: 'x' }] }],
    ['an answer without a type', { ...good, answers: [{ value: 'x', answeredQuestion: { id: 'q' } }] }],
    ['a recurrence', { ...good, schedule: { recurrence: { pattern: { type: 'daily' } } } }],
    [
      'a duration and an end',
      { ...good, schedule: { expiration: { type: 'afterDuration', duration: 'P1D', endDateTime: '2026-12-01T00:00:00Z' } } },
    ],
    ['a bad parameter', { ...good, parameters: { bypassApproval: 'yes' } }],
  ])('%s is 400 InvalidModel', async (_what, body) => {
    const answer = await post(body);
    expect([answer.status, answer.code]).toEqual([400, 'InvalidModel']);
    expect(tenant.requests.size).toBe(0);
  });

  it('takes a whole body with parameters and the leftover schedule', async () => {
    const answer = await post(
      {
        ...good,
        requestType: 'adminAdd',
        parameters: { bypassApproval: true },
        assignment: { ...good.assignment, schedule: { stopDateTime: 'x' } },
      },
      'admin',
    );
    expect(answer.status).toBe(201);
  });

  it('takes a schedule and shows the assignment to come under its later id', async () => {
    const answer = await post({
      ...good,
      schedule: {
        startDateTime: '2026-09-05T00:00:00Z',
        recurrence: null,
        expiration: { type: 'afterDateTime', endDateTime: '2026-09-12T00:00:00Z', duration: null },
      },
    });
    expect(answer.status).toBe(201);
    const path = `${REQUESTS}/${String(answer.body['id'])}?$expand=assignment,accessPackage`;
    pass(10);
    const scheduled = (await server.get(path)).body;
    expect(scheduled).toMatchObject({ state: 'scheduled', createdDateTime: '2026-09-01T10:00:00Z', assignment: { state: 'delivering' } });
    pass(5 * 24 * 3600);
    const delivered = (await server.get(path)).body;
    expect(delivered).toMatchObject({ state: 'delivered', assignment: { state: 'delivered' } });
    expect((delivered['assignment'] as Body)['id']).toBe((scheduled['assignment'] as Body)['id']);
  });

  it('refuses what the lifecycle refuses', async () => {
    expect((await post(good, 'guest')).status).toBe(403);
    expect((await post({ ...good, assignment: { ...good.assignment, accessPackageId: id('unknown', 1) } })).status).toBe(404);
    expect((await post({ ...good, requestType: 'adminAdd' }, 'ana', { scopes: [W] })).code).toBe('PermissionDenied');
  });
});

describe('acting on requests (contract §4.9)', () => {
  const ask = async (): Promise<string> =>
    String((await post({ requestType: 'userAdd', assignment: { accessPackageId: id('package', 1) } })).body['id']);

  it('cancels', async () => {
    const made = await ask();
    expect((await server.send('POST', `${REQUESTS}/${made}/cancel`, { as: 'ana', scopes: [S] })).status).toBe(204);
    expect(await stateOf(made)).toBe('canceled');
    const again = await server.send('POST', `${REQUESTS}/${made}/cancel`, { as: 'ana', scopes: [S] });
    expect([again.status, again.code]).toEqual([400, 'InvalidOperation']);
  });

  it('reprocesses a failed delivery, and deletes the record of a canceled request', async () => {
    tenant.setBehaviour({ delivery: 'fail' });
    const made = await ask();
    pass(60);
    expect(await stateOf(made)).toBe('deliveryFailed');
    tenant.setBehaviour({ delivery: 'deliver' });
    expect((await server.send('POST', `${REQUESTS}/${made}/reprocess`)).status).toBe(202);
    pass(60);
    expect(await stateOf(made)).toBe('delivered');
    expect((await server.send('POST', `${REQUESTS}/${id('unknown', 1)}/reprocess`)).status).toBe(404);
    expect((await server.send('POST', `${REQUESTS}/not-a-guid/reprocess`)).status).toBe(400);
  });

  it('deletes the record of a canceled request', async () => {
    const made = await ask();
    await server.send('POST', `${REQUESTS}/${made}/cancel`, { as: 'ana' });
    expect((await server.send('DELETE', `${REQUESTS}/${made}`)).status).toBe(204);
    expect((await server.get(`${REQUESTS}/${made}`)).status).toBe(404);
  });

  it('resumes what waits for a custom extension', async () => {
    tenant.setBehaviour({ delivery: 'waitForCallback' });
    const made = await ask();
    pass(10);
    const waiting = (await server.get(`${REQUESTS}/${made}`)).body;
    expect(waiting).toMatchObject({
      state: 'submitted',
      status: 'WaitingForCallback',
      customExtensionCalloutInstances: [{ status: 'waitingForCallback' }],
    });
    const body = {
      source: 'Contoso.Extension',
      type: 'microsoft.graph.accessPackageCustomExtensionStage.assignmentRequestCreated',
      data: {
        '@odata.type': 'microsoft.graph.accessPackageAssignmentRequestCallbackData',
        stage: 'assignmentRequestCreated',
        customExtensionStageInstanceId: 'x',
        customExtensionStageInstanceDetail: 'No.',
        state: 'denied',
      },
    };
    const path = `${REQUESTS}/${made}/resume`;
    expect((await server.send('POST', path, { body: { ...body, reason: 'x' } })).status).toBe(400);
    expect((await server.send('POST', path, { body: { ...body, type: 'nonsense' } })).status).toBe(400);
    tenant.setBehaviour({ cloud: 'usgov' });
    expect((await server.send('POST', path, { body })).status).toBe(404);
    tenant.setBehaviour({ cloud: 'global' });
    expect((await server.send('POST', path, { body })).status).toBe(204);
    expect(await stateOf(made)).toBe('denied');
  });

  it('reprocesses a delivered assignment', async () => {
    tenant.assignments.put(assignment(tenant, 9, 1, 'ana'));
    const path = '/identityGovernance/entitlementManagement/assignments';
    expect((await server.send('POST', `${path}/${id('assignment', 9)}/reprocess`)).status).toBe(202);
    expect((await server.send('POST', `${path}/${id('assignment', 9)}/reprocess`, { as: 'ana' })).status).toBe(403);
    expect((await server.send('POST', `${path}/${id('unknown', 9)}/reprocess`)).status).toBe(404);
    expect((await server.send('POST', `${path}/x/reprocess`)).status).toBe(400);
  });
});
