import { describe, expect, it } from 'vitest';
import { reasonWords } from './suggested-words';

const day = (instant: string) => instant.slice(0, 10);

describe('reasonWords', () => {
  it('names two, and counts the others', () => {
    expect(reasonWords({ kind: 'people', count: 5, names: ['Ana', 'Yuki', 'Jonas'] }, day)).toEqual({
      key: 'named',
      count: 5,
      names: ['Ana', 'Yuki'],
      others: 3,
    });
    expect(reasonWords({ kind: 'people', count: 1, names: ['Ana'] }, day)).toEqual({ key: 'named', count: 1, names: ['Ana'], others: 0 });
  });

  it('only counts where the tenant withholds the names', () => {
    expect(reasonWords({ kind: 'people', count: 3, names: [] }, day)).toEqual({ key: 'people', count: 3 });
  });

  it('says when it was had before, if Graph says so', () => {
    expect(reasonWords({ kind: 'past', lastDateTime: '2026-05-01T08:00:00.000Z' }, day)).toEqual({ key: 'past', day: '2026-05-01' });
    expect(reasonWords({ kind: 'past', lastDateTime: null }, day)).toEqual({ key: 'pastSometime' });
  });
});
