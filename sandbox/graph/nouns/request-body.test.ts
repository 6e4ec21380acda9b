import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Policy } from '../../tenant/model.ts';
import type { PartitionTenant } from '../../tenant/partition.ts';
import { S, W } from '../scopes.ts';
import { startServer } from '../testing/server.ts';
import type { Answer, Body, Send, TestServer } from '../testing/server.ts';
import { assignment, id, makeTenant, NOW, personId, policy } from '../testing/tenant.ts';
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

const choice = (value: string, displayValue?: string): Body => ({
  '@odata.type': '#microsoft.graph.accessPackageAnswerString',
  value,
  ...(displayValue === undefined ? {} : { displayValue }),
  answeredQuestion: { '@odata.type': '#microsoft.graph.accessPackageMultipleChoiceQuestion', id: 'q-1' },
});
const words = (value: string): Body => ({
  '@odata.type': '#microsoft.graph.accessPackageAnswerString',
  value,
  displayValue: `Cost centre ${value}`,
  answeredQuestion: { '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion', id: 'q-2' },
});

const QUESTIONS: Policy['questions'] = [
  {
    '@odata.type': '#microsoft.graph.accessPackageMultipleChoiceQuestion',
    id: 'q-1',
    sequence: 0,
    isRequired: true,
    isAnswerEditable: true,
    text: 'Site?',
    localizations: [],
    isMultipleSelectionAllowed: false,
    choices: [
      { actualValue: 'BER', text: 'Berlin', localizations: [] },
      { actualValue: 'MUC', text: 'Munich', localizations: [] },
    ],
  },
  {
    '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion',
    id: 'q-2',
    sequence: 1,
    isRequired: false,
    isAnswerEditable: true,
    text: 'Cost centre',
    localizations: [],
    isSingleLineQuestion: true,
    regexPattern: '[0-9]{4}',
  },
];

describe('the six bodies of contract §7', () => {
  it('1 adminAdd', async () => {
    const answer = await post(
      {
        requestType: 'adminAdd',
        assignment: { targetId: personId('ana'), assignmentPolicyId: id('policy', 1), accessPackageId: id('package', 1) },
      },
      'admin',
    );
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      requestType: 'adminAdd',
      state: 'submitted',
      status: 'Accepted',
      createdDateTime: null,
      completedDateTime: null,
    });
    expect(answer.body['schedule']).toMatchObject({ expiration: { type: 'notSpecified' } });
    pass(60);
    expect(await stateOf(answer.body['id'])).toBe('delivered');
  });

  it('2 adminRemove', async () => {
    tenant.assignments.put(assignment(tenant, 9, 1, 'ana'));
    const answer = await post({ requestType: 'adminRemove', assignment: { id: id('assignment', 9) } }, 'admin');
    expect(answer.status).toBe(201);
    pass(60);
    await server.get(REQUESTS);
    expect(tenant.assignments.get(id('assignment', 9))?.state).toBe('expired');
  });

  it('3 userAdd with answers and without a policy id', async () => {
    tenant.policies.put(policy(1, 1, { questions: QUESTIONS }));
    const answer = await post({
      '@odata.type': '#microsoft.graph.accessPackageAssignmentRequest',
      requestType: 'userAdd',
      answers: [choice('BER', 'Berlin'), words('4120')],
      assignment: { accessPackageId: id('package', 1) },
    });
    expect([answer.status, answer.text]).toEqual([201, expect.stringContaining('"displayValue":"Berlin"')]);
  });

  it('4 UserAdd under the beta name', async () => {
    const answer = await post({
      requestType: 'UserAdd',
      accessPackageAssignment: { accessPackageId: id('package', 1) },
      justification: 'First week',
    });
    expect([answer.status, answer.body['requestType'], answer.body['justification']]).toEqual([201, 'userAdd', 'First week']);
  });

  it('5 AdminAdd by e-mail', async () => {
    tenant.policies.put(policy(1, 1, { allowedTargetScope: 'allExternalUsers' }));
    const answer = await post(
      {
        requestType: 'AdminAdd',
        accessPackageAssignment: {
          target: { email: 'new@partner.example' },
          assignmentPolicyId: id('policy', 1),
          accessPackageId: id('package', 1),
        },
      },
      'admin',
    );
    expect([answer.status, answer.body['requestType']]).toEqual([201, 'adminAdd']);
    const read = await server.get(`${REQUESTS}/${String(answer.body['id'])}?$expand=assignment($expand=target)`);
    expect(read.body['assignment']).toMatchObject({ target: { email: 'new@partner.example', objectId: null } });
  });

  it('6 adminUpdate of answers with the id of an older request', async () => {
    tenant.policies.put(policy(1, 1, { questions: QUESTIONS }));
    tenant.assignments.put(assignment(tenant, 9, 1, 'ana'));
    const answer = await post(
      {
        '@odata.type': '#microsoft.graph.accessPackageAssignmentRequest',
        id: 'an-older-request',
        requestType: 'adminUpdate',
        answers: [choice('MUC'), words('4130')],
        assignment: { id: id('assignment', 9) },
      },
      'admin',
    );
    expect(answer.status).toBe(201);
    expect(answer.body['id']).not.toBe('an-older-request');
    expect((answer.body['answers'] as Body[])[0]).toMatchObject({ value: 'MUC', displayValue: 'Munich' });
  });
});
