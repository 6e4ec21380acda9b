import { describe, expect, it } from 'vitest';
import { countsOf, groupOf, packagesOf, shownRows, toFilter, toKind, type Filter, type Sought } from './request-groups';
import { addressOf, everything, isNarrowed } from './sought';
import { rowOf } from './testing/rows';

const rows = [
  rowOf({ id: '1', state: 'pendingApproval' }),
  rowOf({ id: '2', state: 'delivered', justification: 'Für die Prüfung in Łódź' }),
  rowOf({ id: '3', state: 'denied', rawState: 'denied' }),
  rowOf({ id: '4', state: 'deliveryFailed', rawState: 'deliveryFailed' }),
  rowOf({ id: '5', state: 'delivered', requestType: 'systemRemove' }),
  rowOf({ id: '6', state: 'other', rawState: 'unknownFutureValue' }),
  rowOf({ id: '7', state: 'partiallyDelivered', accessPackage: null }),
];
const words = (row: { state: string }) => (row.state === 'pendingApproval' ? 'Waiting for approval' : row.state);
const found = (sought: Partial<Sought>) => shownRows(rows, { ...everything, ...sought }, words).map((row) => row.id);
const ids = (filter: Filter, search = '') => found({ filter, search });

describe('the filters of the list', () => {
  it('counts every row under all, and each under at most one more', () => {
    expect(countsOf(rows)).toEqual({ all: 7, onItsWay: 1, setUp: 2, notGiven: 2 });
    expect(groupOf(rowOf({ state: 'delivered', requestType: 'userRemove' }))).toBeNull();
  });

  it('shows the rows of a filter', () => {
    expect(ids('all')).toHaveLength(7);
    expect(ids('onItsWay')).toEqual(['1']);
    expect(ids('setUp')).toEqual(['2', '7']);
    expect(ids('notGiven')).toEqual(['3', '4']);
  });

  it('searches names, states in our words and in Microsoft’s, and what was written', () => {
    expect(ids('all', 'waiting')).toEqual(['1']);
    expect(ids('all', 'pending approval')).toEqual(['1']);
    expect(ids('all', 'lodz')).toEqual([]);
    expect(ids('all', 'prufung')).toEqual(['2']);
    expect(ids('all', 'QUALITY  lab')).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(ids('notGiven', 'delivery failed')).toEqual(['4']);
  });

  it('takes a filter from the address, and all for anything else', () => {
    expect(toFilter('setUp')).toBe('setUp');
    expect(toFilter('__proto__')).toBe('all');
    expect(toFilter(undefined)).toBe('all');
  });

  it('shows a kind and a package, whatever the case of its id', () => {
    expect(found({ kind: 'removal' })).toEqual(['5']);
    expect(found({ kind: 'update' })).toEqual([]);
    expect(found({ packageId: 'P-1', filter: 'setUp' })).toEqual(['2']);
    expect(
      packagesOf([...rows, rowOf({ accessPackage: { id: 'p-0', displayName: 'Audit 2', description: '', isHidden: false } })], 'en'),
    ).toEqual([
      { id: 'p-0', name: 'Audit 2' },
      { id: 'p-1', name: 'Quality lab bookings' },
    ]);
  });

  it('keeps what is looked for in the address', () => {
    expect(addressOf(everything)).toBe('/requests');
    expect(addressOf({ filter: 'notGiven', search: 'a&b', kind: 'add', packageId: 'p 1' })).toBe(
      '/requests?show=notGiven&kind=add&package=p+1&q=a%26b',
    );
    expect([isNarrowed(everything), isNarrowed({ ...everything, packageId: 'p' })]).toEqual([false, true]);
    expect([toKind('update'), toKind('toString'), toKind(undefined)]).toEqual(['update', null, null]);
  });
});
