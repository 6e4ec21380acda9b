import { describe, expect, it } from 'vitest';
import type { ApprovalStageSettings, AssignmentRequest, Person } from '../tenant/model.ts';
import { assignedTo, decideStage, mayReadApproval, pendingFor } from './approvals.ts';
import { approvedBy, caller, refusalOf, Scene, stage, START, user } from './testing/scene.ts';

const HOUR = 3_600_000;

/** A package whose approval is built from the people of the scene, asked for by ana. */
function asked(stages: (people: Record<'boss' | 'vice' | 'ben', Person>) => ApprovalStageSettings[]) {
  const at = new Scene();
  const people = { boss: at.person('boss'), vice: at.person('vice'), ben: at.person('ben') };
  const ana = at.person('ana', { managerId: people.boss.id });
  const audit = at.package('Audit');
  at.policy(audit, { approval: approvedBy(...stages(people)) });
  const { id } = at.ask(ana, 'userAdd', { packageId: audit.id });
  at.pass('PT0S');
  const request = (): AssignmentRequest => at.request(id);
  const stageOf = (index: number) => {
    const found = request().approval?.stages[index];
    if (!found) throw new Error(`No stage ${index}`);
    return found;
  };
  const decide = (person: Person, index: number, decision: 'Approve' | 'Deny', words: string | null = 'fine') =>
    decideStage(at.tenant, caller(person), id, stageOf(index).id, decision, words);
  return { at, ana, audit, ...people, id, request, stageOf, decide };
}

const manager = { '@odata.type': '#microsoft.graph.requestorManager', managerLevel: 1 };

describe('an approval', () => {
  it('waits for its approvers and nobody else', () => {
    const { at, ana, boss, ben, request, stageOf } = asked(({ boss }) => [stage([user(boss)])]);
    expect(request()).toMatchObject({ state: 'pendingApproval', status: 'PendingApproval' });
    expect(stageOf(0)).toMatchObject({ status: 'InProgress', reviewResult: 'NotReviewed', reviewedBy: null });
    expect(pendingFor(at.tenant, boss.id)).toEqual([request()]);
    expect(pendingFor(at.tenant, ben.id)).toEqual([]);
    expect([assignedTo(stageOf(0), boss.id), assignedTo(stageOf(0), ana.id)]).toEqual([true, false]);
    expect([boss, ana, ben, at.admin()].map((person) => mayReadApproval(at.tenant, person, request()))).toEqual([true, false, false, true]);
  });

  it('is delivered after the last of three stages, one decision each', () => {
    const { at, boss, vice, ben, request, stageOf, decide } = asked((people) => [
      stage([user(people.boss)]),
      stage([user(people.vice), user(people.ben)]),
      stage([user(people.boss)]),
    ]);
    decide(boss, 0, 'Approve', 'one');
    expect([0, 1, 2].map((index) => stageOf(index).status)).toEqual(['Completed', 'InProgress', 'Initializing']);
    decide(ben, 1, 'Approve', 'two');
    expect(refusalOf(() => decide(vice, 1, 'Deny'))).toBe('409 Conflict');
    decide(boss, 2, 'Approve', 'three');
    expect(request().state).toBe('delivering');
    at.pass('PT3S');
    expect(request().state).toBe('delivered');
    expect(stageOf(1)).toMatchObject({
      reviewResult: 'Approved',
      justification: 'two',
      reviewedBy: { id: ben.id, displayName: 'ben' },
      reviewedAt: START,
    });
    expect(at.tenant.assignments.get(request().assignmentId ?? '')?.approvedBy).toEqual([boss.id, ben.id]);
    const removal = at.granted(ben, 'approverRemove', { assignmentId: request().assignmentId ?? '' });
    expect(removal.state).toBe('delivered');
  });

  it('ends with one denial', () => {
    const { boss, at, request, stageOf, decide } = asked((people) => [stage([user(people.boss)]), stage([user(people.vice)])]);
    decide(boss, 0, 'Deny', 'no');
    expect(request()).toMatchObject({ state: 'denied', status: 'Denied', completedAt: START, assignmentId: null });
    expect([stageOf(0).reviewResult, stageOf(1).status]).toEqual(['Denied', 'Initializing']);
    expect(pendingFor(at.tenant, boss.id)).toEqual([]);
    expect(refusalOf(() => decide(boss, 0, 'Approve'))).toBe('409 Conflict');
  });

  it('refuses who is no approver, a stage that is not open, and missing words', () => {
    const { at, ana, ben, boss, vice, id, decide } = asked((people) => [
      stage([user(people.boss)], { isApproverJustificationRequired: true }),
      stage([user(people.vice)]),
    ]);
    expect(refusalOf(() => decide(ben, 0, 'Approve'))).toBe('403 PermissionDenied');
    expect(refusalOf(() => decide(ana, 0, 'Approve'))).toBe('403 PermissionDenied');
    expect(refusalOf(() => decide(vice, 1, 'Approve'))).toBe('403 PermissionDenied');
    expect(refusalOf(() => decide(boss, 0, 'Approve', ' '))).toBe('400 InvalidModel');
    expect(refusalOf(() => decideStage(at.tenant, caller(boss), id, 'nope', 'Approve', 'x'))).toBe('404 ResourceNotFound');
    expect(refusalOf(() => decideStage(at.tenant, caller(boss), 'nope', 'nope', 'Approve', 'x'))).toBe('404 ResourceNotFound');
  });

  it('asks the manager, and the fallback where there is none', () => {
    const withManager = asked(({ ben }) => [stage([manager], { fallbackPrimaryApprovers: [user(ben)] })]);
    expect(withManager.stageOf(0).approverIds).toEqual([withManager.boss.id]);
    const { at, ben } = withManager;
    const alone = at.person('alone');
    const asking = at.ask(alone, 'userAdd', { packageId: withManager.audit.id });
    at.pass('PT0S');
    expect(at.request(asking.id).approval?.stages[0]?.approverIds).toEqual([ben.id]);
  });

  it('never asks requestor or target', () => {
    const { at, audit, boss, ben } = asked((people) => [stage([user(people.boss)], { fallbackPrimaryApprovers: [user(people.ben)] })]);
    const own = at.ask(boss, 'userAdd', { packageId: audit.id });
    at.pass('PT0S');
    expect(at.request(own.id).approval?.stages[0]?.approverIds).toEqual([ben.id]);
    expect(pendingFor(at.tenant, boss.id).map((row) => row.id)).not.toContain(own.id);
  });

  it('escalates, then denies by itself, each at its own instant', () => {
    const { at, boss, vice, request, stageOf } = asked((people) => [
      stage([user(people.boss)], {
        durationBeforeAutomaticDenial: 'P2D',
        isEscalationEnabled: true,
        durationBeforeEscalation: 'P1D',
        escalationApprovers: [user(people.vice)],
      }),
    ]);
    at.pass('PT23H');
    expect(pendingFor(at.tenant, vice.id)).toEqual([]);
    at.pass('PT1H');
    expect(request()).toMatchObject({ state: 'pendingApproval', status: 'PendingApprovalEscalated' });
    expect(stageOf(0).approverIds).toEqual([boss.id, vice.id]);
    at.pass('P30D');
    expect(request()).toMatchObject({ state: 'denied', completedAt: START + 48 * HOUR });
    expect(stageOf(0)).toMatchObject({ status: 'Expired', reviewResult: 'NotReviewed' });
    expect(refusalOf(() => decideStage(at.tenant, caller(boss), request().id, stageOf(0).id, 'Approve', ''))).toBe('400 InvalidOperation');
  });

  it('keeps the policy of the day it was asked', () => {
    const { at, audit, boss, request, decide } = asked((people) => [stage([user(people.boss)])]);
    const policy = at.tenant.policies.by('packageId', audit.id)[0];
    if (!policy) throw new Error('no policy');
    at.tenant.policies.put({
      ...policy,
      requestApprovalSettings: { ...policy.requestApprovalSettings, stages: [] },
      expiration: { type: 'noExpiration', endDateTime: null, duration: null },
    });
    decide(boss, 0, 'Approve');
    at.pass('PT3S');
    expect(at.tenant.assignments.get(request().assignmentId ?? '')?.schedule.expiration.type).toBe('afterDateTime');
  });
});
