import { expect, it } from 'vitest';
import { takenBackIds } from './taken-back';
import { rowOf } from './testing/rows';

const given = rowOf({ id: 'given', state: 'delivered', createdDateTime: '2026-10-01T08:00:00Z' });
const back = rowOf({ id: 'back', state: 'delivered', requestType: 'userRemove', createdDateTime: '2026-11-01T08:00:00Z' });
const ids = (...rows: Parameters<typeof takenBackIds>[0][number][]) => [...takenBackIds(rows)];

it('knows access that was given back or taken away later', () => {
  expect(ids(given, back)).toEqual(['given']);
  expect(ids(given, { ...back, requestType: 'adminRemove', assignmentId: null })).toEqual(['given']);
  expect(ids(given, { ...back, createdDateTime: null })).toEqual(['given']);
});

it('leaves what was given anew, what belongs elsewhere, and what is not done', () => {
  const anew = { ...given, id: 'anew', createdDateTime: '2026-11-10T08:00:00Z' };
  expect(ids(given, back, anew)).toEqual(['given']);
  expect(ids(given, { ...back, assignmentId: 'a-2' })).toEqual([]);
  const other = { id: 'p-2', displayName: '', description: '', isHidden: false };
  expect(ids(given, { ...back, assignmentId: null, accessPackage: other })).toEqual([]);
  expect(ids(given, { ...back, state: 'submitted' })).toEqual([]);
});
