import { describe, expect, it } from 'vitest';
import { listed } from './listing.ts';
import { cancelRequest, deleteRequest, reprocessAssignment, reprocessRequest, resumeRequest } from './requests.ts';
import { releaseHeld } from './transitions.ts';
import { approvedBy, caller, refusalOf, Scene, stage, START, user } from './testing/scene.ts';
import type { Behaviour } from '../tenant/model.ts';

const DAY = 86_400_000;

function scene(behaviour: Partial<Behaviour> = {}) {
  const at = new Scene(behaviour);
  const [ana, ben, admin] = [at.person('ana'), at.person('ben'), at.admin()];
  const audit = at.package('Audit');
  at.policy(audit);
  const ask = () => at.ask(ana, 'userAdd', { packageId: audit.id });
  return { at, ana, ben, admin, audit, ask };
}

describe('delivery', () => {
  it('is at once with deliverySeconds 0', () => {
    const { at, ask } = scene({ deliverySeconds: 0 });
    const { id } = ask();
    at.pass('PT0S');
    expect(at.request(id).state).toBe('delivered');
  });

  it.each([
    ['fail', 'deliveryFailed', 'DeliveryFailed'],
    ['partial', 'partiallyDelivered', 'PartiallyDelivered'],
  ] as const)('%s ends as %s, can be asked for again, and reprocessed by an administrator', (delivery, state, status) => {
    const { at, ana, ben, admin, ask } = scene({ delivery });
    const { id } = ask();
    at.pass('PT3S');
    expect(at.request(id)).toMatchObject({ state, status });
    const assignment = () => at.tenant.assignments.get(at.request(id).assignmentId ?? '');
    expect(assignment()?.state).toBe(state);
    expect(refusalOf(() => reprocessRequest(at.tenant, caller(ana), id))).toBe('403 PermissionDenied');
    expect(refusalOf(() => cancelRequest(at.tenant, caller(ben), id))).toBe('403 PermissionDenied');
    at.tenant.setBehaviour({ delivery: 'deliver' });
    reprocessRequest(at.tenant, caller(admin), id);
    expect([at.request(id).state, assignment()?.state]).toEqual(['delivering', 'delivering']);
    at.pass('PT3S');
    expect([at.request(id).state, assignment()?.state]).toEqual(['delivered', 'delivered']);
    expect(refusalOf(() => reprocessRequest(at.tenant, caller(admin), id))).toBe('400 InvalidOperation');
  });

  it('cannot be reprocessed after 14 days, but asked for again, which ends the leftover', () => {
    const { at, admin, ask } = scene({ delivery: 'fail' });
    const first = ask();
    at.pass('P15D');
    expect(refusalOf(() => reprocessRequest(at.tenant, caller(admin), first.id))).toBe('400 InvalidOperation');
    expect(refusalOf(() => reprocessRequest(at.tenant, caller(admin), 'nope'))).toBe('404 ResourceNotFound');
    at.tenant.setBehaviour({ delivery: 'deliver' });
    ask();
    at.pass('PT3S');
    expect(Array.from(at.tenant.assignments.values(), (row) => row.state)).toEqual(['expired', 'delivered']);
  });

  it('holds until told otherwise', () => {
    const { at, ask } = scene({ delivery: 'hold' });
    const { id } = ask();
    at.pass('P1D');
    expect(at.request(id).state).toBe('delivering');
    at.tenant.setBehaviour({ delivery: 'deliver' });
    releaseHeld(at.tenant);
    at.pass('PT3S');
    expect(at.request(id).state).toBe('delivered');
  });
});

describe('a custom extension', () => {
  it('waits in submitted until it is resumed', () => {
    const { at, ana, admin, ask } = scene({ delivery: 'waitForCallback' });
    const { id } = ask();
    at.pass('P1D');
    expect(at.request(id)).toMatchObject({
      state: 'submitted',
      status: 'WaitingForCallback',
      customExtensionCalloutInstances: [{ status: 'waitingForCallback' }],
    });
    expect(refusalOf(() => cancelRequest(at.tenant, caller(ana), id))).toBe('400 InvalidOperation');
    expect(refusalOf(() => resumeRequest(at.tenant, caller(ana), id, {}))).toBe('403 PermissionDenied');
    expect(refusalOf(() => resumeRequest(at.tenant, caller(admin), id, { state: 'gone' }))).toBe('400 InvalidModel');
    resumeRequest(at.tenant, caller(admin), id, { stage: 'assignmentRequestCreated', customExtensionStageInstanceDetail: 'checked' });
    at.pass('PT3S');
    expect(at.request(id)).toMatchObject({
      state: 'delivered',
      customExtensionCalloutInstances: [{ status: 'callbackReceived', detail: 'checked' }],
    });
    expect(refusalOf(() => resumeRequest(at.tenant, caller(admin), id, {}))).toBe('400 InvalidOperation');
  });

  it.each([
    ['Denied', 'denied'],
    ['Canceled', 'canceled'],
  ] as const)('may end it as %s', (state, ended) => {
    const { at, admin, ask } = scene({ delivery: 'waitForCallback' });
    const { id } = ask();
    at.pass('PT0S');
    expect(resumeRequest(at.tenant, caller(admin), id, { stage: 'assignmentRequestCreated', state })).toMatchObject({
      state: ended,
      completedAt: START,
    });
  });
});

describe('cancel', () => {
  it('ends a request that was just submitted, one that waits for approval, and no later one', () => {
    const { at, ana, ben, ask } = scene();
    expect(cancelRequest(at.tenant, caller(ana), ask().id)).toMatchObject({ state: 'canceled', status: 'Canceled', completedAt: START });
    const { id } = ask();
    at.pass('PT2S');
    expect(refusalOf(() => cancelRequest(at.tenant, caller(ana), id))).toBe('400 InvalidOperation');
    expect(refusalOf(() => cancelRequest(at.tenant, caller(ana), 'nope'))).toBe('404 ResourceNotFound');
    const pay = at.package('Pay');
    at.policy(pay, { approval: approvedBy(stage([user(ben)])) });
    const waiting = at.ask(ana, 'userAdd', { packageId: pay.id });
    at.pass('PT1H');
    expect(refusalOf(() => cancelRequest(at.tenant, caller(ben), waiting.id))).toBe('403 PermissionDenied');
    expect(cancelRequest(at.tenant, caller(ana), waiting.id).state).toBe('canceled');
    expect(at.tenant.requests.by('approverId', ben.id)).toEqual([]);
    expect(at.request(waiting.id).approval?.stages[0]?.status).toBe('Expired');
  });

  it('is open to an administrator of the catalog', () => {
    const { at, admin, ask } = scene();
    expect(cancelRequest(at.tenant, caller(admin), ask().id).state).toBe('canceled');
  });
});

describe('expiry', () => {
  it('ends the assignment at its instant and shows the systemRemove that goes with it', () => {
    const { at, ask } = scene();
    const { id } = ask();
    at.pass('P400D');
    const assignment = at.tenant.assignments.get(at.request(id).assignmentId ?? '');
    expect(assignment).toMatchObject({ state: 'expired', expiredAt: START + 1000 + 90 * DAY, status: 'ExpiredNotificationTriggered' });
    const removals = at.tenant.requests.by('assignmentId', assignment?.id ?? '').filter((row) => row.requestType === 'systemRemove');
    expect(removals).toMatchObject([{ state: 'delivered', createdAt: assignment?.expiredAt, completedAt: assignment?.expiredAt }]);
  });

  it('happens in order across requests and assignments', () => {
    const { at, ana, audit, ask } = scene();
    ask();
    at.pass('P89D');
    const pay = at.package('Pay');
    at.policy(pay, { expiration: { type: 'afterDuration', endDateTime: null, duration: 'P2D' } });
    at.ask(ana, 'userAdd', { packageId: pay.id });
    at.pass('P10D');
    const ended = Array.from(at.tenant.requests.values()).filter((row) => row.requestType === 'systemRemove');
    expect(ended.map((row) => row.packageId)).toEqual([audit.id, pay.id]);
    expect(ended[0]?.createdAt ?? 0).toBeLessThan(ended[1]?.createdAt ?? 0);
  });

  it('fails an update whose assignment has ended or failed meanwhile', () => {
    const { at, admin, ask } = scene({ delivery: 'partial' });
    const first = ask();
    at.pass('PT3S');
    const assignmentId = at.request(first.id).assignmentId ?? '';
    const expiration = { type: 'afterDuration' as const, endDateTime: null, duration: 'P5D' };
    const later = { startDateTime: new Date(START + DAY).toISOString(), recurrence: null, expiration };
    const update = at.ask(admin, 'adminUpdate', { assignmentId, schedule: later });
    at.pass('PT1H');
    expect(at.request(update.id).state).toBe('scheduled');
    reprocessRequest(at.tenant, caller(admin), first.id);
    at.tenant.setBehaviour({ delivery: 'fail' });
    at.pass('PT1H');
    at.tenant.setBehaviour({ delivery: 'deliver' });
    at.pass('P2D');
    expect([at.request(update.id).state, at.tenant.assignments.get(assignmentId)?.state]).toEqual(['deliveryFailed', 'deliveryFailed']);
  });

  it('does not follow an end that was moved', () => {
    const { at, admin, ask } = scene();
    const { id } = ask();
    at.pass('P80D');
    const assignmentId = at.request(id).assignmentId ?? '';
    const expiration = { type: 'afterDuration' as const, endDateTime: null, duration: 'P60D' };
    at.granted(admin, 'adminUpdate', { assignmentId, schedule: { startDateTime: null, recurrence: null, expiration } });
    at.pass('P30D');
    expect(at.tenant.assignments.get(assignmentId)?.state).toBe('delivered');
    at.pass('P31D');
    expect(at.tenant.assignments.get(assignmentId)?.state).toBe('expired');
  });
});

describe('records and lists', () => {
  it('deletes only what is over, by an administrator', () => {
    const { at, ana, admin, ask } = scene();
    const { id } = ask();
    expect(refusalOf(() => deleteRequest(at.tenant, caller(admin), id))).toBe('400 InvalidOperation');
    cancelRequest(at.tenant, caller(ana), id);
    expect(refusalOf(() => deleteRequest(at.tenant, caller(ana), id))).toBe('403 PermissionDenied');
    deleteRequest(at.tenant, caller(admin), id);
    expect(refusalOf(() => deleteRequest(at.tenant, caller(admin), id))).toBe('404 ResourceNotFound');
  });

  it('keeps the record while its assignment is there', () => {
    const { at, admin, ask } = scene();
    const { id } = ask();
    at.pass('PT3S');
    expect(refusalOf(() => deleteRequest(at.tenant, caller(admin), id))).toBe('400 InvalidOperation');
    at.pass('P91D');
    expect(refusalOf(() => deleteRequest(at.tenant, caller(admin), id))).toBe('taken');
  });

  it('reprocesses delivered assignments only', () => {
    const { at, ana, admin, ask } = scene();
    const { id } = ask();
    at.pass('PT2S');
    const assignmentId = at.request(id).assignmentId ?? '';
    expect(refusalOf(() => reprocessAssignment(at.tenant, caller(admin), assignmentId))).toBe('400 InvalidOperation');
    at.pass('PT1S');
    expect(refusalOf(() => reprocessAssignment(at.tenant, caller(ana), assignmentId))).toBe('403 PermissionDenied');
    expect(refusalOf(() => reprocessAssignment(at.tenant, caller(admin), 'nope'))).toBe('404 ResourceNotFound');
    expect(refusalOf(() => reprocessAssignment(at.tenant, caller(admin), assignmentId))).toBe('taken');
  });

  it('lists late where the tenant lags', () => {
    const { at, ask } = scene({ listLagSeconds: 5 });
    const { id } = ask();
    expect(listed(at.tenant, at.request(id))).toBe(false);
    at.pass('PT5S');
    expect(listed(at.tenant, at.request(id))).toBe(true);
  });
});
