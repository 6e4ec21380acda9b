import { describe, expect, it } from 'vitest';
import type { ApprovalRow } from '../approval-row';
import type { Mark } from '../outbox/outgoing';
import type { StageLook } from '../read-stages';
import { partsOf, tallyOf, toOutgoing } from './parts';

const row = (id: string, more: Partial<ApprovalRow> = {}): ApprovalRow => ({
  id,
  requestor: id,
  target: null,
  isGuest: false,
  accessPackage: { id: 'p-1', name: 'Audit tools' },
  createdDateTime: null,
  isOwn: false,
  asked: { justification: null, answers: [], schedule: null },
  about: { targetId: 'u-1', targetName: 'Ana', assignmentId: null },
  ...more,
});
const open = { kind: 'open', stage: 1, stages: 2, stageId: 's' } as const;

describe('partsOf', () => {
  it('leaves out my own, those of others, those decided meanwhile and those that could not be read, and says which', () => {
    const looks = new Map<string, StageLook>([
      ['a', { id: 'a', standing: open }],
      ['b', { id: 'b', standing: open }],
      ['c', { id: 'c', standing: { kind: 'elsewhere', stage: 2, stages: 2, last: null } }],
      ['d', { id: 'd', standing: { kind: 'expired' } }],
      ['e', { id: 'e', error: { kind: 'throttled', retryAt: null } }],
      ['f', { id: 'f', standing: { kind: 'unread' } }],
    ]);
    const parts = partsOf([row('a'), row('b', { isOwn: true }), row('c'), row('d'), row('e'), row('f'), row('g')], looks);
    expect(parts.ready.map((each) => each.row.id)).toEqual(['a']);
    expect(parts.leftOut.map((each) => [each.row.id, each.reason])).toEqual([
      ['b', 'own'],
      ['c', 'notMine'],
      ['d', 'settled'],
      ['e', 'unread'],
      ['f', 'unread'],
    ]);
    expect(parts.open.map(({ id }) => id)).toEqual(['g']);
  });
});

describe('tallyOf', () => {
  it('adds up, and offers again only what may be sent again', () => {
    const items = ['a', 'b', 'c', 'd', 'e'].map((id) => toOutgoing({ row: row(id), standing: open }, 'Deny', 'No.'));
    const marks = new Map<string, Mark>([
      ['a/s', { kind: 'sent', decision: 'Deny' }],
      ['b/s', { kind: 'error', decision: 'Deny', error: { kind: 'conflict' } }],
      ['c/s', { kind: 'unknown', decision: 'Deny' }],
      ['d/s', { kind: 'error', decision: 'Deny', error: { kind: 'unavailable' } }],
      ['e/s', { kind: 'looking', decision: 'Deny' }],
    ]);
    const { sent, over, again, open: left } = tallyOf(items, marks);
    expect([sent, over, again.length, left]).toEqual([1, 1, 2, 1]);
    expect(again.map(({ requestId, sendAgain }) => [requestId, sendAgain === true])).toEqual([
      ['c', true],
      ['d', false],
    ]);
  });
});
