import { describe, expect, it } from 'vitest';
import type { AssignmentRequest, Subject } from '@/lib/entitlement/requests';
import { isOwn, oldestFirst, packagesOf, shownRows, toApprovalRow, type ApprovalRow } from './approval-row';

const person = (objectId: string | null, displayName: string): Subject => ({ objectId, displayName, email: `${displayName}@x.example` });
const asked = { justification: null, answers: [], schedule: null };
const request = (more: Partial<AssignmentRequest>) =>
  ({
    id: 'r-1',
    requestor: null,
    target: null,
    accessPackage: null,
    createdDateTime: null,
    assignmentId: null,
    ...asked,
    ...more,
  }) as AssignmentRequest;
const row = (id: string, more: Partial<ApprovalRow> = {}): ApprovalRow => ({
  id,
  requestor: null,
  target: null,
  isGuest: false,
  accessPackage: null,
  createdDateTime: null,
  isOwn: false,
  asked,
  about: { targetId: null, targetName: null, assignmentId: null },
  ...more,
});

describe('toApprovalRow', () => {
  it('names two people only where two are meant', () => {
    const own = request({ requestor: person('u-1', 'Ana'), target: person('U-1', 'Ana') });
    expect(toApprovalRow(own, 'u-9')).toMatchObject({ requestor: 'Ana', target: null });
    const other = request({ requestor: person('u-1', 'Ana'), target: person('u-2', 'Ben') });
    expect(toApprovalRow(other, 'u-9')).toMatchObject({ requestor: 'Ana', target: 'Ben' });
  });

  it('takes nobody who gets it for who asks', () => {
    const half = request({ target: person('u-2', 'Ben') });
    expect(toApprovalRow(half, 'u-9')).toMatchObject({ requestor: null, target: 'Ben' });
  });

  it('marks a guest', () => {
    const guest = { ...person('u-1', 'Oliver'), isGuest: true as const };
    expect(toApprovalRow(request({ requestor: guest, target: guest }), 'U-1')).toMatchObject({
      requestor: 'Oliver',
      isGuest: true,
      isOwn: true,
    });
  });

  it('stands without anything that Graph did not tell', () => {
    expect(toApprovalRow(request({}), 'u-9')).toEqual(row('r-1'));
  });
});

describe('isOwn', () => {
  it('is so for whom it is and for who asked', () => {
    expect(isOwn({ requestor: person('u-1', 'Ana'), target: person('u-2', 'Ben') }, 'U-1')).toBe(true);
    expect(isOwn({ requestor: person('u-3', 'Eva'), target: person('u-2', 'Ben') }, 'u-2')).toBe(true);
    expect(isOwn({ requestor: null, target: person(null, 'Ben') }, 'u-2')).toBe(false);
  });
});

describe('oldestFirst', () => {
  it('puts what has no date last, and no row twice', () => {
    const old = row('a', { createdDateTime: '2026-09-01T10:00:00Z' });
    const young = row('b', { createdDateTime: '2026-09-02T10:00:00Z' });
    expect(oldestFirst([row('c'), young, old, old]).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});

describe('shownRows', () => {
  const rows = [
    row('a', { requestor: 'Tomasz Zieliński', accessPackage: { id: 'p-1', name: 'Build agents' } }),
    row('b', { requestor: 'Léa Moreau', target: 'Hana Novák', accessPackage: { id: 'p-2', name: 'Design' } }),
    row('c'),
  ];
  const ids = (search: string, packageId = '') => shownRows(rows, search, packageId).map(({ id }) => id);
  it('finds people and packages, whatever the accents', () => {
    expect(ids('zielinski BUILD')).toEqual(['a']);
    expect(ids('novak')).toEqual(['b']);
    expect(ids('lea')).toEqual(['b']);
    expect(ids('  ')).toEqual(['a', 'b', 'c']);
    expect(ids('', 'p-2')).toEqual(['b']);
  });
  it('counts the packages', () => {
    expect(packagesOf([...rows, row('d', { accessPackage: { id: 'p-1', name: 'Build agents' } })])).toEqual([
      { id: 'p-1', name: 'Build agents', count: 2 },
      { id: 'p-2', name: 'Design', count: 1 },
    ]);
  });
});
