import { describe, expect, it } from 'vitest';
import { movesOf } from './moves';

const shown = [
  { id: 'r1', stands: 'submitted Submitted', name: 'Photo library' },
  { id: 'r2', stands: 'delivering Delivering', name: null },
];
const row = (id: string, state: string) => ({ id, rawState: state, rawStatus: state });
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

describe('movesOf', () => {
  it('tells a move once, however often it is seen before the page is drawn anew', () => {
    const told = new Set<string>();
    const first = movesOf(shown, [row('r1', 'delivering')], told);
    expect([ids(first.moved), ids(first.news)]).toEqual([['r1'], ['r1']]);
    const second = movesOf(shown, [row('r1', 'delivering')], told);
    expect([ids(second.moved), ids(second.news)]).toEqual([['r1'], []]);
  });

  it('tells the next move of the same request', () => {
    const told = new Set<string>();
    movesOf(shown, [row('r1', 'delivering')], told);
    expect(ids(movesOf(shown, [row('r1', 'delivered')], told).news)).toEqual(['r1']);
  });

  it('takes what was not read for unmoved', () => {
    expect(movesOf(shown, [], new Set())).toEqual({ moved: [], news: [] });
  });
});
