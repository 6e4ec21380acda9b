import { describe, expect, it } from 'vitest';
import type { Approval, ApprovalStage } from './approvals';
import { deadlineOf, decisionDeadline, decisionDeadlines } from './deadline';
import { fakeGraph, fault } from './testing/fake-graph';
import { wirePolicyInForce } from './wire/policy-in-force';

const stage = (id: string, more: Partial<ApprovalStage> = {}): ApprovalStage => ({
  id,
  status: 'inProgress',
  assignedToMe: true,
  reviewResult: 'notReviewed',
  justification: null,
  reviewedBy: null,
  reviewedDateTime: null,
  ...more,
});
const approval = (...stages: ApprovalStage[]): Approval => ({ id: 'r-1', stages });
const request = { id: 'r-1', createdDateTime: '2026-09-01T10:00:00.000Z', waitingForCallback: false };
const policy = { modifiedDateTime: '2026-01-01T00:00:00.000Z', denialAfter: ['P14D', 'P7D'] };
const wire = {
  assignment: {
    assignmentPolicy: {
      modifiedDateTime: '2026-01-01T00:00:00Z',
      requestApprovalSettings: { stages: [{ durationBeforeAutomaticDenial: 'P14D' }, { durationBeforeAutomaticDenial: 7 }] },
    },
  },
};

describe('deadlineOf', () => {
  it('counts a first stage from the request, a later one from the decision before', () => {
    expect(deadlineOf(policy, request, approval(stage('a'), stage('b', { status: 'initializing' })))).toBe('2026-09-15T10:00:00.000Z');
    const done = stage('a', { status: 'completed', reviewedDateTime: '2026-09-03T08:00:00.000Z' });
    expect(deadlineOf(policy, request, approval(done, stage('b')))).toBe('2026-09-10T08:00:00.000Z');
  });

  it('guesses nothing', () => {
    const two = approval(stage('a'), stage('b', { status: 'initializing' }));
    expect(deadlineOf(null, request, two)).toBeNull();
    expect(deadlineOf({ ...policy, modifiedDateTime: '2026-09-02T00:00:00.000Z' }, request, two)).toBeNull();
    expect(deadlineOf({ ...policy, modifiedDateTime: null }, request, two)).toBeNull();
    expect(deadlineOf({ ...policy, denialAfter: ['P14D'] }, request, two)).toBeNull();
    expect(deadlineOf({ ...policy, denialAfter: [null, 'P7D'] }, request, two)).toBeNull();
    expect(deadlineOf(policy, { ...request, createdDateTime: null }, two)).toBeNull();
    expect(deadlineOf(policy, { ...request, waitingForCallback: true }, two)).toBeNull();
    expect(deadlineOf(policy, { ...request, callout: { status: 'callbackReceived', detail: null } }, two)).toBeNull();
    expect(deadlineOf(policy, request, approval(stage('a', { status: 'completed' }), stage('b')))).toBeNull();
    expect(deadlineOf(policy, request, approval(stage('a', { assignedToMe: false }), stage('b', { status: 'initializing' })))).toBeNull();
  });
});

describe('decisionDeadline', () => {
  it('asks only where a stage is mine, and leaves a refusal to its reader', async () => {
    const { graph, asked } = fakeGraph(() => wire);
    expect(await decisionDeadline(graph, request, null)).toBeNull();
    expect(asked).toEqual([]);
    expect(await decisionDeadline(graph, request, approval(stage('a'), stage('b', { status: 'initializing' })))).toBe(
      '2026-09-15T10:00:00.000Z',
    );
    const refused = fakeGraph(() => fault({ kind: 'forbidden' })).graph;
    await expect(decisionDeadline(refused, request, approval(stage('a')))).rejects.toMatchObject({ error: { kind: 'forbidden' } });
  });

  it('reads what it can', () => {
    expect(wirePolicyInForce.parse(wire)?.denialAfter).toEqual(['P14D', null]);
    for (const nothing of [null, {}, { assignment: null }, { assignment: { assignmentPolicy: null } }])
      expect(wirePolicyInForce.parse(nothing)).toBeNull();
  });
});

describe('decisionDeadlines', () => {
  it('says each by itself: told, not said, or refused', async () => {
    const mine = { id: 'r', stages: [{ id: 'a', status: 'InProgress', assignedToMe: true, reviewResult: 'NotReviewed' }] };
    const one = { ...wire.assignment.assignmentPolicy, requestApprovalSettings: { stages: [{ durationBeforeAutomaticDenial: 'P14D' }] } };
    const asks = {
      id: 'r',
      requestType: 'userAdd',
      state: 'pendingApproval',
      status: 'PendingApproval',
      createdDateTime: '2026-09-01T10:00:00Z',
    };
    const { graph } = fakeGraph((path) => {
      if (path.includes('/accessPackageAssignmentApprovals/')) return mine;
      if (path.includes('refused')) return fault({ kind: 'forbidden' });
      return path.includes('bare') ? asks : { ...asks, assignment: { assignmentPolicy: one } };
    });
    const [told, bare, refused] = await decisionDeadlines(graph, ['told', 'bare', 'refused']);
    expect(told).toBe('2026-09-15T10:00:00.000Z');
    expect(bare).toBeNull();
    expect(refused).toMatchObject({ error: { kind: 'forbidden' } });
  });
});
