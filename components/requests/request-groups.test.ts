import { describe, expect, it } from 'vitest';
import { countsOf, groupOf, shownRows, toFilter } from './request-groups';
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
const ids = (filter: Parameters<typeof shownRows>[1], search = '') => shownRows(rows, filter, search, words).map((row) => row.id);

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
});
