import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { fakeGraph, fault } from '@/lib/entitlement/testing/fake-graph';
import { PortalFault } from '@/lib/portal-error';
import { withBothEngines } from '@/lib/store/testing/engines';
import {
  adminRemoveAssignment,
  adminUpdateAssignment,
  assignAccess,
  cancelRequest,
  removeAssignment,
  submitRequest,
  updateAssignment,
} from './commands';
import { assignAccessInput, submitRequestInput } from './inputs';

vi.stubEnv('SESSION_SECRET', 'unit-tests-only-thirty-two-bytes-or-more');
vi.stubEnv('LOG_LEVEL', 'silent');

const EM = '/identityGovernance/entitlementManagement';
const viewer: Viewer = { sessionId: 's', oid: 'u-1', tid: 't', name: 'Ana', userPrincipalName: 'ana@x', roles: [], tag: 'tag' };
const question = {
  '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion',
  id: 'q-2',
  isRequired: true,
  isAnswerEditable: true,
  text: 'Cost centre',
  isSingleLineQuestion: true,
  regexPattern: '[0-9]{4}',
};
const requirement = {
  policyId: 'p-1',
  isRequestorJustificationRequired: true,
  allowCustomAssignmentSchedule: true,
  schedule: { expiration: { type: 'afterDuration', duration: 'P90D' } },
  questions: [question],
};
const policy = { id: 'p-1', displayName: 'Staff', expiration: { type: 'afterDuration', duration: 'P90D' }, questions: [question] };
const answers = { 'q-2': ['4120'] };

/** A service with one policy; everything written is taken. */
function service(rules: unknown = requirement) {
  const fake = fakeGraph((path, method) => {
    if (path.endsWith('/getApplicablePolicyRequirements')) return { value: [rules] };
    if (path.includes('/assignmentPolicies/')) return policy;
    return method === 'POST' && path.endsWith('/assignmentRequests') ? { id: 'q-1' } : { value: [] };
  });
  return { ...fake, context: { viewer, graph: fake.graph } };
}

const kindOf = (promise: Promise<unknown>) =>
  promise.then(String, (error: unknown) => (error instanceof PortalFault ? error.error : error));
const about = { accessPackageId: 'c2', accessPackageName: 'Audit tools', timeZone: 'UTC' };
const request = () => ({ ...about, key: randomUUID(), policyId: 'p-1', answers, justification: 'Audit week', period: null });

withBothEngines('commands', (engine) => {
  beforeEach(async () => {
    await engine.db().deleteFrom('submissions').execute();
  });

  it('ask with target, policy and package after one round trip of reading', async () => {
    const { context, asked, writes } = service();
    expect(await submitRequest(context, submitRequestInput.parse(request()))).toEqual({ state: 'sent', requestId: 'q-1' });
    expect(asked).toEqual([
      `${EM}/accessPackages/c2/getApplicablePolicyRequirements`,
      `${EM}/assignmentRequests/filterByCurrentUser(on='target')`,
    ]);
    expect(writes).toMatchObject([
      {
        method: 'POST',
        path: `${EM}/assignmentRequests`,
        body: {
          requestType: 'userAdd',
          justification: 'Audit week',
          assignment: { targetId: 'u-1', assignmentPolicyId: 'p-1', accessPackageId: 'c2' },
          answers: [{ value: '4120', answeredQuestion: { id: 'q-2' } }],
        },
      },
    ]);
  });

  it('answer a second press without asking again', async () => {
    const { context, asked } = service();
    const input = request();
    await submitRequest(context, input);
    const before = asked.length;
    expect(await submitRequest(context, input)).toEqual({ state: 'sent', requestId: 'q-1' });
    expect(asked).toHaveLength(before);
  });

  it('explain at the field what changed while the form was open', async () => {
    const { context, writes } = service();
    const invalid = (input: object, rules?: unknown) => kindOf(submitRequest(service(rules).context, { ...request(), ...input }));
    expect(await invalid({ answers: { 'q-2': ['no'] }, justification: '' })).toEqual({
      kind: 'invalid',
      fields: { 'answers.q-2': 'pattern', justification: 'justification' },
    });
    expect(await invalid({ policyId: 'p-2' })).toEqual({ kind: 'invalid', fields: { policyId: 'policy' } });
    expect(await invalid({}, { ...requirement, questions: [{ ...question, '@odata.type': '#x.odd' }] })).toEqual({
      kind: 'invalid',
      fields: { answers: 'other' },
    });
    expect(await invalid({ period: { startDay: null, endDay: '2027-09-01' } })).toEqual({
      kind: 'invalid',
      fields: { 'period.endDay': 'endBeyond' },
    });
    expect(writes).toHaveLength(0);
    expect(await submitRequest(context, request())).toMatchObject({ state: 'sent' });
  });

  it('say when the package is gone, and send nothing', async () => {
    const { graph, writes } = fakeGraph((path) => (path.endsWith('Requirements') ? fault({ kind: 'notFound' }) : { value: [] }));
    expect(await kindOf(submitRequest({ viewer, graph }, request()))).toEqual({ kind: 'notFound' });
    expect(writes).toHaveLength(0);
  });

  it('change what one holds', async () => {
    const { context, writes } = service();
    const input = { ...about, assignmentId: 'a-9', policyId: null, justification: 'longer' };
    await updateAssignment(context, { ...input, key: randomUUID(), answers, endDay: null });
    await updateAssignment(context, { ...input, key: randomUUID(), answers: null, endDay: '2026-09-30' });
    expect(writes.map(({ body }) => body)).toMatchObject([
      { requestType: 'userUpdate', assignment: { id: 'a-9' }, answers: [{ value: '4120' }] },
      { requestType: 'userUpdate', assignment: { id: 'a-9' }, schedule: { expiration: { endDateTime: '2026-10-01T00:00:00Z' } } },
    ]);
    expect(await kindOf(updateAssignment(context, { ...input, key: randomUUID(), answers: null, endDay: null }))).toMatchObject({
      kind: 'invalid',
    });
  });

  it('give back and cancel', async () => {
    const { context, writes, asked } = service();
    await removeAssignment(context, { key: randomUUID(), assignmentId: 'a-9', accessPackageId: null, accessPackageName: null });
    await cancelRequest(context, { key: randomUUID(), requestId: 'q-7', accessPackageId: 'c2', accessPackageName: 'x' });
    expect(writes).toEqual([
      { method: 'POST', path: `${EM}/assignmentRequests`, body: { requestType: 'userRemove', assignment: { id: 'a-9' } } },
      { method: 'POST', path: `${EM}/assignmentRequests/q-7/cancel`, body: undefined },
    ]);
    expect(asked).toEqual([]);
  });

  it('assign, change and take away for an administrator', async () => {
    const { context, writes, asked } = service();
    const target = { objectId: 'u-2' };
    const input = { ...about, policyId: 'p-1', answers, justification: '', period: { startDay: null, endDay: '2026-09-30' } };
    await assignAccess(context, assignAccessInput.parse({ ...input, key: randomUUID(), target }));
    await assignAccess(context, { ...input, key: randomUUID(), target: { email: 'new@partner.example' } });
    await adminUpdateAssignment(context, {
      ...about,
      key: randomUUID(),
      target,
      assignmentId: 'a-9',
      policyId: null,
      answers: null,
      justification: '',
      endDay: '2030-01-01',
    });
    await adminRemoveAssignment(context, { key: randomUUID(), target, assignmentId: 'a-9', accessPackageId: 'c2', accessPackageName: 'x' });
    expect(writes.map(({ body }) => body)).toMatchObject([
      { requestType: 'adminAdd', assignment: { targetId: 'u-2', assignmentPolicyId: 'p-1', accessPackageId: 'c2' } },
      {
        requestType: 'adminAdd',
        assignment: { target: { email: 'new@partner.example' }, assignmentPolicyId: 'p-1', accessPackageId: 'c2' },
      },
      { requestType: 'adminUpdate', assignment: { id: 'a-9' }, schedule: { expiration: { endDateTime: '2030-01-02T00:00:00Z' } } },
      { requestType: 'adminRemove', assignment: { id: 'a-9' } },
    ]);
    expect(asked[0]).toBe(`${EM}/assignmentPolicies/p-1?$expand=questions`);
  });

  it('refuse inputs that are none', () => {
    expect(submitRequestInput.safeParse({ ...request(), key: 'x' }).success).toBe(false);
    expect(assignAccessInput.safeParse({ ...request(), target: { email: 'not one' } }).success).toBe(false);
  });
});
