import { describe, expect, it } from 'vitest';
import { keptChange, type KeptChange } from './kept-change';

describe('keptChange', () => {
  const kept: KeptChange = {
    assignmentId: 'a-1',
    part: 'answers',
    values: { answers: { 'q-1': ['4310-DE'] }, justification: 'New team', endDay: '' },
  };

  it('reads back what was typed', () => {
    expect(keptChange(JSON.stringify(kept))).toEqual(kept);
  });

  it('reads nothing else', () => {
    const odd = [
      { ...kept, part: 'remove' },
      { ...kept, assignmentId: 7 },
      { ...kept, values: {} },
      { ...kept, values: { ...kept.values, answers: { 'q-1': 'x' } } },
    ];
    const texts = [null, '', '{', '[]', '7', 'null', ...odd.map((value) => JSON.stringify(value))];
    expect(texts.map(keptChange)).toEqual(texts.map(() => null));
  });
});
