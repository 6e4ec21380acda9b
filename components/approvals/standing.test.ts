import { describe, expect, it } from 'vitest';
import type { ApprovalStage } from '@/lib/entitlement/approvals';
import { isSettled, signatureOf, standingOf } from './standing';

const stage = (id: string, more: Partial<ApprovalStage> = {}): ApprovalStage => ({
  id,
  status: 'initializing',
  assignedToMe: false,
  reviewResult: 'notReviewed',
  justification: null,
  reviewedBy: null,
  reviewedDateTime: null,
  ...more,
});
const open = (id: string, assignedToMe = true) => stage(id, { status: 'inProgress', assignedToMe });
const done = (id: string, reviewResult: 'approved' | 'denied', at = '2026-09-01T10:00:00Z') =>
  stage(id, { status: 'completed', reviewResult, reviewedDateTime: at });
const approval = (...stages: ApprovalStage[]) => ({ id: 'r-1', stages });

describe('standingOf', () => {
  it('names the stage that is mine, of one, two and three', () => {
    expect(standingOf(true, approval(open('a')))).toEqual({ kind: 'open', stage: 1, stages: 1, stageId: 'a' });
    expect(standingOf(true, approval(done('a', 'approved'), open('b')))).toEqual({ kind: 'open', stage: 2, stages: 2, stageId: 'b' });
    const three = approval(done('a', 'approved'), open('b'), stage('c'));
    expect(standingOf(true, three)).toEqual({ kind: 'open', stage: 2, stages: 3, stageId: 'b' });
  });

  it('says who decided it meanwhile', () => {
    expect(standingOf(false, approval(done('a', 'approved'), done('b', 'approved', '2026-09-02T10:00:00Z')))).toMatchObject({
      kind: 'approved',
      last: { id: 'b' },
    });
    expect(standingOf(false, approval(done('a', 'denied'), stage('b')))).toMatchObject({ kind: 'denied', last: { id: 'a' } });
    expect(standingOf(false, approval(done('a', 'approved'), open('b', false)))).toMatchObject({
      kind: 'elsewhere',
      stage: 2,
      stages: 2,
      last: { id: 'a' },
    });
    expect(standingOf(false, approval(stage('a', { status: 'expired' })))).toEqual({ kind: 'expired' });
  });

  it('offers nothing where the list no longer holds it, or the approval was not read', () => {
    expect(standingOf(false, approval(open('a')))).toEqual({ kind: 'withdrawn' });
    expect(standingOf(true, null)).toEqual({ kind: 'unread' });
    expect(standingOf(true, approval())).toEqual({ kind: 'unread' });
    expect(standingOf(false, null)).toEqual({ kind: 'missing' });
  });
});

describe('isSettled', () => {
  it('believes the stages where the list still holds what is decided', () => {
    const decided = [
      approval(done('a', 'approved')),
      approval(done('a', 'denied')),
      approval(done('a', 'approved'), open('b', false)),
      approval(stage('a', { status: 'expired' })),
    ];
    expect(decided.map((one) => isSettled(standingOf(true, one), false))).toEqual([true, true, true, true]);
  });

  it('leaves what waits, what was not read, and my own request as they are', () => {
    expect(isSettled(standingOf(true, approval(open('a'))), false)).toBe(false);
    expect(isSettled(standingOf(true, null), false)).toBe(false);
    expect(isSettled(standingOf(true, approval(open('a', false))), true)).toBe(false);
    expect(isSettled(standingOf(true, approval(done('a', 'approved'))), true)).toBe(true);
  });
});

describe('signatureOf', () => {
  it('changes with a decision, and with the list', () => {
    const before = signatureOf(true, approval(open('a')));
    expect(signatureOf(true, approval(open('a')))).toBe(before);
    expect(signatureOf(false, approval(open('a')))).not.toBe(before);
    expect(signatureOf(true, approval(done('a', 'approved')))).not.toBe(before);
  });
});
