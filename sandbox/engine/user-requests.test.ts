import { describe, expect, it } from 'vitest';
import type { Schedule } from '../tenant/model.ts';
import { approvedBy, choiceQuestion, refusalOf, Scene, stage, START, textQuestion, user } from './testing/scene.ts';
import type { PolicyChanges } from './testing/scene.ts';

const DAY = 86_400_000;

function until(days: number): Schedule {
  const endDateTime = new Date(START + days * DAY).toISOString();
  return { startDateTime: null, recurrence: null, expiration: { type: 'afterDateTime', endDateTime, duration: null } };
}

function scene(policy: PolicyChanges = {}) {
  const at = new Scene();
  const ana = at.person('ana');
  const audit = at.package('Audit');
  return { at, ana, audit, policy: at.policy(audit, policy) };
}

describe('userAdd', () => {
  it('is submitted, then delivering, then delivered, and gives an assignment with the policy’s end', () => {
    const { at, ana, audit, policy } = scene();
    const asked = at.ask(ana, 'userAdd', { packageId: audit.id, policyId: policy.id, targetObjectId: ana.id, justification: 'Audit week' });
    expect(asked).toMatchObject({
      state: 'submitted',
      status: 'Accepted',
      justification: 'Audit week',
      assignmentId: null,
      schedule: { expiration: { type: 'notSpecified' } },
    });
    at.pass('PT1S');
    const delivering = at.request(asked.id);
    expect(delivering.state).toBe('delivering');
    expect(at.tenant.assignments.get(delivering.assignmentId ?? '')?.state).toBe('delivering');
    at.pass('PT2S');
    expect(at.request(asked.id)).toMatchObject({ state: 'delivered', status: 'Delivered', completedAt: START + 3000 });
    expect(at.tenant.assignments.get(delivering.assignmentId ?? '')).toMatchObject({
      state: 'delivered',
      createdBy: ana.id,
      schedule: { startDateTime: '2026-09-01T08:00:01Z', expiration: { type: 'afterDateTime', endDateTime: '2026-11-30T08:00:01Z' } },
    });
  });

  it('takes the package alone when exactly one policy applies', () => {
    const { at, ana, audit, policy } = scene();
    expect(at.ask(ana, 'userAdd', { packageId: audit.id }).policyId).toBe(policy.id);
    const other = at.package('Other');
    at.policy(other);
    at.policy(other);
    expect(refusalOf(() => at.ask(ana, 'userAdd', { packageId: other.id }))).toBe('400 InvalidModel');
  });

  it('refuses what is unknown, of another package, or not for the caller', () => {
    const { at, ana, audit } = scene({ allowedTargetScope: 'specificDirectoryUsers' });
    const other = at.policy(at.package('Other'));
    expect(refusalOf(() => at.ask(ana, 'userAdd', {}))).toBe('400 InvalidModel');
    expect(refusalOf(() => at.ask(ana, 'userAdd', { packageId: 'nope' }))).toBe('404 ResourceNotFound');
    expect(refusalOf(() => at.ask(ana, 'userAdd', { packageId: audit.id, policyId: other.id }))).toBe('404 ResourceNotFound');
    expect(refusalOf(() => at.ask(ana, 'userAdd', { packageId: audit.id }))).toBe('403 PermissionDenied');
  });

  it('refuses a policy of a class that a stricter one takes the place of', () => {
    const { at, ana, audit, policy } = scene();
    at.policy(audit, { allowedTargetScope: 'specificDirectoryUsers', specificAllowedTargets: [user(ana)] });
    expect(refusalOf(() => at.ask(ana, 'userAdd', { packageId: audit.id, policyId: policy.id }))).toBe('403 PermissionDenied');
  });

  it('refuses a second open request, and a grant that cannot be extended', () => {
    const { at, ana, audit } = scene();
    at.ask(ana, 'userAdd', { packageId: audit.id });
    expect(refusalOf(() => at.ask(ana, 'userAdd', { packageId: audit.id }))).toBe('400 ExistingOpenRequest');
    at.pass('PT3S');
    expect(refusalOf(() => at.ask(ana, 'userAdd', { packageId: audit.id }))).toBe('400 ExistingGrant');
  });

  it('renews where the policy lets targets extend: the assignment keeps its id', () => {
    const { at, ana, audit } = scene({ requestor: { enableTargetsToSelfUpdateAccess: true } });
    const first = at.granted(ana, 'userAdd', { packageId: audit.id });
    at.pass('P10D');
    const renewed = at.granted(ana, 'userAdd', { packageId: audit.id });
    expect(renewed.assignmentId).toBe(first.assignmentId);
    expect(at.tenant.assignments.get(renewed.assignmentId ?? '')?.schedule.expiration.endDateTime).toBe('2026-12-10T08:00:06Z');
    expect(at.tenant.assignments.size).toBe(1);
  });

  it('refuses a missing justification and a schedule that is not allowed', () => {
    const { at, ana, audit } = scene({ approval: { isRequestorJustificationRequired: true } });
    expect(refusalOf(() => at.ask(ana, 'userAdd', { packageId: audit.id, justification: ' ' }))).toBe('400 InvalidModel');
    expect(refusalOf(() => at.ask(ana, 'userAdd', { packageId: audit.id, justification: 'x', schedule: until(5) }))).toBe(
      '400 InvalidModel',
    );
    expect(refusalOf(() => at.ask(ana, 'userAdd', { packageId: audit.id, justification: 'x' }))).toBe('taken');
  });

  it('refuses whoever holds an incompatible package or is in an incompatible group', () => {
    const { at, ana, audit } = scene();
    const pay = at.package('Pay', { incompatiblePackageIds: [audit.id] });
    const check = at.package('Check', { incompatibleGroupIds: ['g'] });
    at.policy(pay);
    at.policy(check);
    at.granted(ana, 'userAdd', { packageId: audit.id });
    expect(refusalOf(() => at.ask(ana, 'userAdd', { packageId: pay.id }))).toBe('400 IncompatibleAccess');
    at.tenant.groups.put({ id: 'g', displayName: 'Payers', description: null, members: [ana.id] });
    expect(refusalOf(() => at.ask(ana, 'userAdd', { packageId: check.id }))).toBe('400 IncompatibleAccess');
  });

  it('waits for its start, and can be cancelled until then', () => {
    const { at, ana, audit } = scene({ requestor: { allowCustomAssignmentSchedule: true } });
    const schedule: Schedule = { ...until(40), startDateTime: new Date(START + 10 * DAY).toISOString() };
    const asked = at.ask(ana, 'userAdd', { packageId: audit.id, schedule });
    at.pass('P9D');
    expect(at.request(asked.id)).toMatchObject({ state: 'scheduled', status: 'PendingNotBefore' });
    at.pass('P2D');
    expect(at.request(asked.id)).toMatchObject({ state: 'delivered', completedAt: START + 10 * DAY + 3000 });
    expect(at.tenant.assignments.values().next().value?.schedule.startDateTime).toBe('2026-09-11T08:00:00Z');
  });

  it('refuses another person as target without the right to act for them', () => {
    const { at, ana, audit } = scene();
    const ben = at.person('ben');
    expect(refusalOf(() => at.ask(ana, 'userAdd', { packageId: audit.id, targetObjectId: ben.id }))).toBe('403 PermissionDenied');
    expect(refusalOf(() => at.ask(ana, 'userAdd', { packageId: audit.id, targetObjectId: 'nobody' }))).toBe('403 PermissionDenied');
    const byMail = { packageId: audit.id, target: { email: 'ben@example.test' } };
    expect(refusalOf(() => at.ask(ana, 'userAdd', byMail))).toBe('403 PermissionDenied');
    expect(refusalOf(() => at.ask(ana, 'userAdd', { ...byMail, target: { email: 'new@partner.example' } }))).toBe('403 PermissionDenied');
    expect(at.ask(ana, 'userAdd', { ...byMail, target: { email: 'ANA@example.test' } }).targetId).toBe(at.tenant.subjectOf(ana).id);
  });

  it('lets a manager ask for a direct report where the policy says so', () => {
    const manager = { '@odata.type': '#microsoft.graph.targetManager', managerLevel: 1 };
    const { at, ana, audit } = scene({ requestor: { enableOnBehalfRequestorsToAddAccess: true, onBehalfRequestors: [manager] } });
    const report = at.person('report', { managerId: ana.id });
    const asked = at.granted(ana, 'userAdd', { packageId: audit.id, target: { objectId: report.id } });
    expect(asked).toMatchObject({ state: 'delivered', requestorId: at.tenant.subjectOf(ana).id, targetId: at.tenant.subjectOf(report).id });
    expect(at.tenant.assignments.get(asked.assignmentId ?? '')?.createdBy).toBe(ana.id);
  });
});

describe('userUpdate', () => {
  const extending: PolicyChanges = { requestor: { enableTargetsToSelfUpdateAccess: true } };

  it('moves the end and keeps the assignment', () => {
    const { at, ana, audit } = scene(extending);
    const { assignmentId } = at.granted(ana, 'userAdd', { packageId: audit.id });
    const update = at.granted(ana, 'userUpdate', { assignmentId: assignmentId ?? '', schedule: until(30) });
    expect(update).toMatchObject({ state: 'delivered', assignmentId });
    expect(at.tenant.assignments.get(assignmentId ?? '')?.schedule).toEqual({
      startDateTime: '2026-09-01T08:00:01Z',
      recurrence: null,
      expiration: { type: 'afterDateTime', endDateTime: '2026-10-01T08:00:00Z', duration: null },
    });
  });

  it('changes editable answers alone and keeps the others', () => {
    const questions = [choiceQuestion('site', ['BER', 'MUC']), textQuestion('cost', { isAnswerEditable: false })];
    const { at, ana, audit } = scene({ ...extending, questions });
    const answer = (id: string, value: string) => ({ value, answeredQuestion: { '@odata.type': '', id } });
    const { assignmentId } = at.granted(ana, 'userAdd', { packageId: audit.id, answers: [answer('site', 'BER'), answer('cost', '4120')] });
    const id = assignmentId ?? '';
    expect(refusalOf(() => at.ask(ana, 'userUpdate', { assignmentId: id, answers: [answer('cost', '4130')] }))).toBe('400 InvalidModel');
    at.granted(ana, 'userUpdate', { assignmentId: id, answers: [answer('site', 'MUC'), answer('cost', '4120')] });
    const stored = at.tenant.assignments.get(id)?.answers.map((row) => `${row.answeredQuestion.id}=${row.value} (${row.displayValue})`);
    expect(stored).toEqual(['site=MUC (MUC in words)', 'cost=4120 (4120)']);
  });

  it('refuses another’s assignment, an empty change, a bound passed, a policy without extension, an ended one', () => {
    const { at, ana, audit, policy } = scene(extending);
    const ben = at.person('ben');
    const id = at.granted(ana, 'userAdd', { packageId: audit.id }).assignmentId ?? '';
    expect(refusalOf(() => at.ask(ben, 'userUpdate', { assignmentId: id, schedule: until(5) }))).toBe('404 ResourceNotFound');
    expect(refusalOf(() => at.ask(ana, 'userUpdate', { assignmentId: 'nope', schedule: until(5) }))).toBe('404 ResourceNotFound');
    expect(refusalOf(() => at.ask(ana, 'userUpdate', { assignmentId: id }))).toBe('400 InvalidModel');
    expect(refusalOf(() => at.ask(ana, 'userUpdate', { assignmentId: id, schedule: until(92) }))).toBe('400 InvalidModel');
    at.tenant.policies.put({ ...policy, requestorSettings: { ...policy.requestorSettings, enableTargetsToSelfUpdateAccess: false } });
    expect(refusalOf(() => at.ask(ana, 'userUpdate', { assignmentId: id, schedule: until(5) }))).toBe('403 PermissionDenied');
    at.tenant.policies.put({ ...policy, allowedTargetScope: 'specificDirectoryUsers' });
    expect(refusalOf(() => at.ask(ana, 'userUpdate', { assignmentId: id, schedule: until(5) }))).toBe('403 PermissionDenied');
    at.tenant.policies.put(policy);
    at.pass('P91D');
    expect(refusalOf(() => at.ask(ana, 'userUpdate', { assignmentId: id, schedule: until(120) }))).toBe('400 InvalidOperation');
  });

  it('needs approval where the policy says so', () => {
    const { at, ana, audit, policy } = scene(extending);
    const approval = {
      ...policy.requestApprovalSettings,
      ...approvedBy(stage([user(at.person('boss'))])),
      isApprovalRequiredForAdd: false,
    };
    at.tenant.policies.put({ ...policy, requestApprovalSettings: approval });
    const id = at.granted(ana, 'userAdd', { packageId: audit.id }).assignmentId ?? '';
    expect(at.granted(ana, 'userUpdate', { assignmentId: id, schedule: until(30) }).state).toBe('pendingApproval');
  });
});

describe('userRemove and approverRemove', () => {
  it('ends one’s own access where the policy allows it', () => {
    const { at, ana, audit } = scene({ requestor: { enableTargetsToSelfRemoveAccess: true } });
    const id = at.granted(ana, 'userAdd', { packageId: audit.id }).assignmentId ?? '';
    const removal = at.ask(ana, 'userRemove', { assignmentId: id });
    expect(refusalOf(() => at.ask(ana, 'userRemove', { assignmentId: id }))).toBe('400 ExistingOpenRequest');
    at.pass('PT3S');
    expect(at.request(removal.id).state).toBe('delivered');
    expect(at.tenant.assignments.get(id)).toMatchObject({ state: 'expired', expiredAt: START + 6000 });
    expect(refusalOf(() => at.ask(ana, 'userRemove', { assignmentId: id }))).toBe('400 InvalidOperation');
  });

  it('refuses where the policy does not, and by somebody who approved nothing', () => {
    const { at, ana, audit } = scene();
    const id = at.granted(ana, 'userAdd', { packageId: audit.id }).assignmentId ?? '';
    expect(refusalOf(() => at.ask(ana, 'userRemove', { assignmentId: id }))).toBe('403 PermissionDenied');
    expect(refusalOf(() => at.ask(ana, 'approverRemove', { assignmentId: id }))).toBe('403 PermissionDenied');
    expect(refusalOf(() => at.ask(ana, 'systemRemove', { assignmentId: id }))).toBe('400 InvalidModel');
  });
});
