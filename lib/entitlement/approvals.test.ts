import { describe, expect, it } from 'vitest';
import { approvalOf, openStage, pendingApproval, pendingApprovals } from './approvals';
import { badRequest, fakeGraph, fault } from './testing/fake-graph';
import { wireApproval } from './wire/approval';

const LIST = "/identityGovernance/entitlementManagement/assignmentRequests/filterByCurrentUser(on='approver')";
const stage = (more: object) => ({ id: 's', status: 'InProgress', assignedToMe: true, reviewResult: 'NotReviewed', ...more });

describe('pendingApprovals', () => {
  it('asks for package, requestor and target, and goes without where that is refused', async () => {
    const { graph, asked } = fakeGraph((path) => (path.includes('expand') ? badRequest() : { value: [{ id: 'r-1' }, {}] }));
    const { rows } = await pendingApprovals(graph);
    expect(rows.map(({ id, requestor }) => [id, requestor])).toEqual([['r-1', null]]);
    expect(asked).toEqual([expect.stringContaining('target'), expect.stringMatching(/assignment$/), LIST]);
    // What was refused is not tried again at once.
    await pendingApprovals(graph);
    expect(asked.slice(3)).toEqual([LIST]);
  });

  it('goes without the target alone where only the inner expansion is refused', async () => {
    const { graph, asked } = fakeGraph((path) => (path.includes('target') ? badRequest() : { value: [{ id: 'r-1' }] }));
    expect((await pendingApprovals(graph)).rows).toHaveLength(1);
    await pendingApprovals(graph);
    expect(asked.map((path) => path.includes('target'))).toEqual([true, false, false]);
  });

  it('finds one on a later page, the first one not read again', async () => {
    const { graph, asked } = fakeGraph(() => ({ value: [{ id: 'R-2' }] }));
    const first = { rows: [], next: 'more' };
    expect((await pendingApproval(graph, 'r-2', first))?.id).toBe('R-2');
    expect(asked).toEqual(['more']);
    expect(await pendingApproval(graph, 'r-3', { rows: [], next: null })).toBeNull();
  });
});

describe('approvalOf', () => {
  it('is null where there is none, and says where it may not be read', async () => {
    expect(await approvalOf(fakeGraph(() => fault({ kind: 'notFound' })).graph, 'r-1')).toBeNull();
    await expect(approvalOf(fakeGraph(() => fault({ kind: 'forbidden' })).graph, 'r-1')).rejects.toMatchObject({
      error: { kind: 'forbidden' },
    });
  });

  it('reads the participles, whatever their case, and an id of zeros as nobody', () => {
    const approval = wireApproval.parse({
      id: 'r-1',
      stages: [
        stage({ reviewedBy: { id: '00000000-0000-0000-0000-000000000000', displayName: '' } }),
        stage({
          status: 'completed',
          reviewResult: 'approved',
          reviewedBy: { id: 'u-2', displayName: 'Ben' },
          reviewedDateTime: '2026-09-01T10:00:00Z',
        }),
        stage({ status: 'Paused', reviewResult: 7, assignedToMe: 'true', reviewedBy: 3 }),
        { id: null },
      ],
    });
    expect(approval?.stages).toMatchObject([
      { status: 'inProgress', reviewResult: 'notReviewed', reviewedBy: null },
      { status: 'completed', reviewResult: 'approved', reviewedBy: { id: 'u-2', displayName: 'Ben' } },
      { status: 'other', reviewResult: 'other', assignedToMe: true, reviewedBy: null },
    ]);
    expect(wireApproval.parse(null)).toBeNull();
  });
});

describe('openStage', () => {
  const approval = (stages: object[]) => wireApproval.parse({ id: 'r-1', stages });
  it('is the one that is mine and in progress', () => {
    const stages = [stage({ id: 'a', status: 'Completed' }), stage({ id: 'b', assignedToMe: false }), stage({ id: 'c' })];
    expect(openStage(approval(stages))?.id).toBe('c');
    expect(openStage(approval(stages.slice(0, 2)))).toBeNull();
    expect(openStage(null)).toBeNull();
  });
});
