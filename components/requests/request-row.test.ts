import { describe, expect, it } from 'vitest';
import type { Assignment } from '@/lib/entitlement/assignments';
import { mergeRows, movedRows } from './merge-rows';
import { newestFirst, toRows } from './request-row';
import { askingOf, rowTone, rowWords } from './request-words';
import { createFormats } from '@/lib/i18n/formats';
import { rowOf } from './testing/rows';

const assignment: Assignment = {
  id: 'a-1',
  state: 'delivered',
  rawState: 'delivered',
  rawStatus: 'Delivered',
  schedule: null,
  startDateTime: '2026-11-21T08:00:00Z',
  endDateTime: '2027-02-15T08:00:00Z',
  expiredDateTime: null,
  accessPackage: { id: 'p-1', displayName: 'Demand planning models', description: '', isHidden: false },
  policyId: null,
  policyDisplayName: null,
  target: null,
};

describe('toRows', () => {
  it('joins a request with the assignment it led to', () => {
    expect(toRows([rowOf()], [assignment], new Map())[0]).toMatchObject({ endDateTime: '2027-02-15T08:00:00Z', held: 'active' });
    expect(toRows([rowOf({ assignmentId: null })], [assignment], new Map())[0]).toMatchObject({ endDateTime: null, held: null });
  });

  it('takes the package from the assignment or our own memory where Graph did not tell, and loses no row', () => {
    const bare = [
      rowOf({ id: 'r-1', accessPackage: null }),
      rowOf({ id: 'r-2', accessPackage: null, assignmentId: null }),
      rowOf({ id: 'r-3', accessPackage: null, assignmentId: null }),
    ];
    const remembered = new Map([
      ['r-2', { accessPackageId: 'p-2', accessPackageName: 'Payroll reports', sentAt: null }],
      ['r-3', { accessPackageId: 'p-3', accessPackageName: 'p-3', sentAt: null }],
    ]);
    expect(toRows(bare, [assignment], remembered).map((row) => row.accessPackage?.displayName ?? null)).toEqual([
      'Demand planning models',
      'Payroll reports',
      null,
    ]);
  });
});

describe('a request without a time of its own', () => {
  it('takes the time of sending from our own memory, and never in place of Graph’s', () => {
    const about = { accessPackageId: 'p-1', accessPackageName: 'Payroll reports', sentAt: '2026-11-24T09:00:00Z' };
    const remembered = new Map([
      ['r-1', about],
      ['r-2', about],
    ]);
    const rows = [rowOf({ id: 'r-1', createdDateTime: null }), rowOf({ id: 'r-2', createdDateTime: '2026-11-24T09:00:02Z' })];
    expect(toRows(rows, [], remembered).map((row) => row.createdDateTime)).toEqual(['2026-11-24T09:00:00Z', '2026-11-24T09:00:02Z']);
  });
});

describe('one list from several reads', () => {
  it('lets a later read win, without losing a package it no longer tells', () => {
    const merged = mergeRows([rowOf({ id: '1' }), rowOf({ id: '2' })], [rowOf({ id: '1', state: 'delivered', accessPackage: null })]);
    expect(merged.map((row) => [row.id, row.state])).toEqual([
      ['1', 'delivered'],
      ['2', 'pendingApproval'],
    ]);
    expect(merged[0]?.accessPackage?.displayName).toBe('Quality lab bookings');
  });

  it('says what moved, and not what is new', () => {
    const moved = movedRows([rowOf({ id: '1', rawState: 'submitted' })], [rowOf({ id: '1', rawState: 'delivering' }), rowOf({ id: '9' })]);
    expect(moved.map((row) => row.id)).toEqual(['1']);
  });

  it('puts the newest first, and what has no time yet before all', () => {
    const dates = ['2026-11-20T08:00:00Z', null, '2026-11-22T08:00:00Z'];
    expect(newestFirst(dates.map((createdDateTime, index) => rowOf({ id: String(index), createdDateTime }))).map((row) => row.id)).toEqual([
      '1',
      '2',
      '0',
    ]);
  });
});

describe('two names', () => {
  const lea = { objectId: 'lea', displayName: 'Léa Moreau', email: '' };
  it('says nothing when I asked for myself, or when nobody did', () => {
    expect(askingOf(rowOf(), 'me', 'somebody else')).toBeNull();
    expect(askingOf(rowOf({ requestor: null }), 'me', 'somebody else')).toBeNull();
    expect(askingOf(rowOf({ requestType: 'systemRemove', requestor: lea }), 'me', 'somebody else')).toBeNull();
  });
  it('names who asked for me, and for whom I asked', () => {
    expect(askingOf(rowOf({ requestor: lea }), 'me', 'somebody else')).toEqual({ kind: 'forMe', name: 'Léa Moreau' });
    expect(askingOf(rowOf({ target: lea }), 'me', 'somebody else')).toEqual({ kind: 'forThem', name: 'Léa Moreau' });
  });
});

describe('rowWords', () => {
  const formats = createFormats('en', 'Europe/Paris');
  const now = Date.parse('2026-11-24T10:00:00Z');
  it('says until when from the assignment', () => {
    const row = rowOf({ state: 'delivered', endDateTime: '2027-02-14T23:00:00Z', held: 'active', schedule: null });
    expect(rowWords(row, now, formats).sentence).toEqual({ key: 'haveUntil', values: { until: formats.day('2027-02-14', now) } });
  });
  it('draws what has ended in grey', () => {
    const row = rowOf({ state: 'delivered', held: 'ended' });
    expect(rowTone(row, rowWords(row, now, formats))).toBe('over');
    const mine = rowOf({ state: 'delivered', held: 'active' });
    expect(rowTone(mine, rowWords(mine, now, formats))).toBe('open');
  });
  it('reads a delivered update as Extended or Answers changed', () => {
    const extended = rowOf({
      state: 'delivered',
      requestType: 'userUpdate',
      schedule: { startDateTime: null, expiration: { kind: 'until', endDateTime: '2027-02-14T23:00:00Z' } },
    });
    expect(rowWords(extended, now, formats).word).toBe('extended');
    const answers = rowOf({
      state: 'delivered',
      requestType: 'userUpdate',
      schedule: { startDateTime: null, expiration: { kind: 'unspecified' } },
    });
    expect(rowWords(answers, now, formats).word).toBe('answersChanged');
  });
});
