import { describe, expect, it } from 'vitest';
import { EM_ROLES } from '../tenant/model.ts';
import { approvedBy, refusalOf, Scene, stage, textQuestion, user } from './testing/scene.ts';
import type { PolicyChanges } from './testing/scene.ts';

function scene(policy: PolicyChanges = {}) {
  const at = new Scene();
  const [ana, admin] = [at.person('ana'), at.admin()];
  const audit = at.package('Audit');
  const made = at.policy(audit, policy);
  return { at, ana, admin, audit, direct: { packageId: audit.id, policyId: made.id, targetObjectId: ana.id } };
}

describe('adminAdd', () => {
  it('assigns at once, by an administrator of the tenant or of the catalog', () => {
    const { at, ana, admin, audit, direct } = scene({ allowedTargetScope: 'notSpecified' });
    const asked = at.granted(admin, 'adminAdd', direct);
    expect(asked).toMatchObject({ state: 'delivered', requestorId: at.tenant.subjectOf(admin).id, targetId: at.tenant.subjectOf(ana).id });
    const helper = at.person('helper');
    at.role(helper, EM_ROLES.assignmentManager);
    expect(at.granted(helper, 'adminAdd', { ...direct, targetObjectId: helper.id, packageId: audit.id }).state).toBe('delivered');
  });

  it('refuses without a role, or with one on another catalog', () => {
    const { at, ana, direct } = scene();
    expect(refusalOf(() => at.ask(ana, 'adminAdd', direct))).toBe('403 PermissionDenied');
    expect(refusalOf(() => at.ask(ana, 'adminAdd', { ...direct, packageId: 'nope' }))).toBe('403 PermissionDenied');
    at.role(ana, EM_ROLES.catalogOwner, at.addCatalog('Other').id);
    expect(refusalOf(() => at.ask(ana, 'adminAdd', direct))).toBe('403 PermissionDenied');
    const reader = at.person('reader', { directoryRoles: ['Global Reader'] });
    expect(refusalOf(() => at.ask(reader, 'adminAdd', direct))).toBe('403 PermissionDenied');
  });

  it('refuses what is unknown, missing, outside the policy, twice or unanswered', () => {
    const { at, admin, ana, audit, direct } = scene({
      allowedTargetScope: 'specificDirectoryUsers',
      questions: [textQuestion('cost', { isRequired: true })],
    });
    const answers = [{ value: '1', answeredQuestion: { '@odata.type': '', id: 'cost' } }];
    const ask = (changes: object) => refusalOf(() => at.ask(admin, 'adminAdd', { ...direct, answers, ...changes }));
    expect(ask({ packageId: 'nope' })).toBe('404 ResourceNotFound');
    expect(ask({ policyId: 'nope' })).toBe('404 ResourceNotFound');
    expect(ask({ policyId: undefined })).toBe('400 InvalidModel');
    expect(ask({ targetObjectId: 'nope' })).toBe('404 ResourceNotFound');
    expect(ask({ targetObjectId: undefined })).toBe('400 InvalidModel');
    expect(ask({})).toBe('400 PolicyRequirementsNotMet');
    const open = at.policy(audit, { questions: [textQuestion('cost', { isRequired: true })] });
    expect(ask({ policyId: open.id, answers: [] })).toBe('400 InvalidModel');
    expect(ask({ policyId: open.id })).toBe('taken');
    expect(ask({ policyId: open.id })).toBe('400 ExistingOpenRequest');
    at.pass('PT3S');
    expect(ask({ policyId: open.id })).toBe('400 ExistingGrant');
    const other = at.package('Other', { incompatiblePackageIds: [audit.id] });
    const direct2 = at.policy(other, { allowedTargetScope: 'notSpecified' });
    expect(ask({ packageId: other.id, policyId: direct2.id, targetObjectId: ana.id, answers: [] })).toBe('400 IncompatibleAccess');
  });

  it('knows somebody by e-mail alone, or finds the person with that address', () => {
    const { at, ana, admin, direct } = scene({ allowedTargetScope: 'notSpecified' });
    const byMail = { ...direct, targetObjectId: undefined };
    const guest = at.granted(admin, 'adminAdd', { ...byMail, targetEmail: 'new@partner.example' });
    expect(guest.state).toBe('delivered');
    expect(at.tenant.subjects.get(guest.targetId)).toMatchObject({
      objectId: null,
      email: 'new@partner.example',
      displayName: 'new@partner.example',
    });
    expect(refusalOf(() => at.ask(admin, 'adminAdd', { ...byMail, targetEmail: 'NEW@partner.example' }))).toBe('400 ExistingGrant');
    expect(at.ask(admin, 'adminAdd', { ...byMail, target: { email: ana.mail } }).targetId).toBe(at.tenant.subjectOf(ana).id);
    at.person('gone', { accountEnabled: false });
    expect(refusalOf(() => at.ask(admin, 'adminAdd', { ...byMail, targetEmail: 'gone@example.test' }))).toBe(
      '400 PolicyRequirementsNotMet',
    );
    expect(refusalOf(() => at.ask(admin, 'adminAdd', { ...byMail, targetEmail: 'no address' }))).toBe('400 InvalidModel');
  });

  it('asks for approval only when told to, unless that is bypassed', () => {
    const { at, admin, audit, direct } = scene();
    const policy = at.policy(audit, { approval: approvedBy(stage([user(at.person('boss'))])) });
    const add = { ...direct, policyId: policy.id };
    expect(at.granted(admin, 'adminAdd', add).state).toBe('delivered');
    at.tenant.setBehaviour({ adminAdd: 'asksApproval' });
    const [ben, eva] = [at.person('ben'), at.person('eva')];
    expect(at.granted(admin, 'adminAdd', { ...add, targetObjectId: ben.id }).state).toBe('pendingApproval');
    expect(at.granted(admin, 'adminAdd', { ...add, targetObjectId: eva.id, bypassApproval: true }).state).toBe('delivered');
  });
});

describe('adminUpdate and adminRemove', () => {
  it('changes the end and takes the access away', () => {
    const { at, admin, ana, direct } = scene();
    const id = at.granted(admin, 'adminAdd', direct).assignmentId ?? '';
    const expiration = { type: 'afterDuration' as const, endDateTime: null, duration: 'P5D' };
    const update = { assignmentId: id, schedule: { startDateTime: null, recurrence: null, expiration } };
    expect(refusalOf(() => at.ask(ana, 'adminUpdate', update))).toBe('403 PermissionDenied');
    expect(refusalOf(() => at.ask(admin, 'adminUpdate', { ...update, assignmentId: 'nope' }))).toBe('404 ResourceNotFound');
    expect(refusalOf(() => at.ask(admin, 'adminRemove', {}))).toBe('400 InvalidModel');
    expect(at.granted(admin, 'adminUpdate', update).state).toBe('delivered');
    expect(at.tenant.assignments.get(id)?.schedule.expiration.endDateTime).toBe('2026-09-06T08:00:06Z');
    expect(at.granted(admin, 'adminRemove', { assignmentId: id }).state).toBe('delivered');
    expect(at.tenant.assignments.get(id)?.state).toBe('expired');
    expect(refusalOf(() => at.ask(admin, 'adminRemove', { assignmentId: id }))).toBe('400 InvalidOperation');
  });

  it('removes somebody known by e-mail alone', () => {
    const { at, admin, direct } = scene({ allowedTargetScope: 'notSpecified' });
    const { assignmentId } = at.granted(admin, 'adminAdd', { ...direct, targetObjectId: undefined, targetEmail: 'new@partner.example' });
    expect(at.granted(admin, 'adminRemove', { assignmentId: assignmentId ?? '' }).state).toBe('delivered');
  });
});
