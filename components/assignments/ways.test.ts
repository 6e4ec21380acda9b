import { describe, expect, it } from 'vitest';
import { rowsOf, toRows, toTab } from './assignment-row';
import { assignmentOf, requirementsOf } from './testing/rows';
import { toWay } from './to-way';
import { extending, packagesToAsk, wayOf } from './ways';
import { rowOf as requestOf } from './testing/requests';

const now = Date.parse('2026-11-24T10:00:00Z');
const ways = [toWay(requirementsOf(), new Date(now), 'Europe/Paris')];
const state = (over: Parameters<typeof assignmentOf>[0], found: Parameters<typeof extending>[1]) => extending(assignmentOf(over), found);

describe('extending', () => {
  it('offers the longest allowed end where a policy lists me', () => {
    expect(state({}, ways)).toMatchObject({ kind: 'possible', way: { lastDay: '2027-02-21', needsApproval: false } });
  });
  it.each([
    ['no policy admits me', {}, [], { kind: 'no', reason: 'noPolicy' }],
    ['the policies could not be read', {}, null, { kind: 'no', reason: 'unread' }],
    ['it is still being read', {}, undefined, { kind: 'reading' }],
    ['only another policy admits me', { policyId: 'pol-9' }, ways, { kind: 'renew' }],
    ['it has no end', { endDateTime: null }, ways, { kind: 'no', reason: 'noEnd' }],
    ['it lasts as long as it can', { endDateTime: '2027-06-01T00:00:00Z' }, ways, { kind: 'no', reason: 'longest' }],
    ['the package is not told', { accessPackage: null }, ways, { kind: 'no', reason: 'unknownPackage' }],
    ['it is not set up', { state: 'deliveryFailed' as const }, ways, { kind: 'no', reason: 'notSetUp' }],
    ['a change is on its way', { openRequest: { id: 'r', requestType: 'userUpdate' as const } }, ways, { kind: 'no', reason: 'onItsWay' }],
  ] as const)('does not where %s', (_, over, found, expected) => {
    expect(state(over, found === null || found === undefined ? found : [...found])).toEqual(expected);
  });
  it('takes a single policy where the assignment does not tell its own', () => {
    expect(wayOf({ policyId: null }, ways)).toBe(ways[0]);
    expect(wayOf({ policyId: null }, [...ways, ...ways])).toBeNull();
  });
});

describe('the two lists', () => {
  const rows = [
    assignmentOf({ id: 'late', endDateTime: '2027-01-01T00:00:00Z' }),
    assignmentOf({ id: 'endless', endDateTime: null }),
    assignmentOf({ id: 'soon' }),
    assignmentOf({ id: 'failed', state: 'deliveryFailed', endDateTime: null }),
    assignmentOf({ id: 'gone', state: 'expired', expiredDateTime: '2026-03-01T00:00:00Z' }),
    assignmentOf({ id: 'justGone', state: 'expired', expiredDateTime: '2026-11-01T00:00:00Z' }),
  ];
  it('puts what ends soonest first, and what ended last first', () => {
    expect(rowsOf('active', rows).map((row) => row.id)).toEqual(['soon', 'late', 'endless', 'failed']);
    expect(rowsOf('ended', rows).map((row) => row.id)).toEqual(['justGone', 'gone']);
    expect(toTab('ended')).toBe('ended');
    expect(toTab('x')).toBe('active');
  });
  it('asks once for each package', () => {
    expect(packagesToAsk(rows)).toEqual(['p-1']);
    expect(packagesToAsk([assignmentOf({ accessPackage: null })])).toEqual([]);
  });
  it('joins the change that is on its way', () => {
    const open = requestOf({ id: 'r-7', requestType: 'userRemove', state: 'delivering', assignmentId: 'a-1' });
    const over = requestOf({ id: 'r-8', requestType: 'userUpdate', state: 'denied', assignmentId: 'a-2' });
    const joined = toRows([assignmentOf(), assignmentOf({ id: 'a-2' })], [open, over]);
    expect(joined.map((row) => row.openRequest?.id ?? null)).toEqual(['r-7', null]);
  });
  it('joins what says why it is not set up', () => {
    const first = requestOf({ id: 'r-1', state: 'deliveryFailed', assignmentId: 'a-1', createdDateTime: '2026-06-01T00:00:00Z' });
    const again = requestOf({ id: 'r-2', state: 'deliveryFailed', assignmentId: 'a-1', createdDateTime: '2026-07-01T00:00:00Z' });
    const troubled = (state: 'deliveryFailed' | 'delivered') => toRows([assignmentOf({ state })], [first, again])[0]?.troubledRequestId;
    expect(troubled('deliveryFailed')).toBe('r-2');
    expect(troubled('delivered')).toBeNull();
  });
});
