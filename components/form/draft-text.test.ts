import { describe, expect, it } from 'vitest';
import { contentFromText } from './draft-text';

describe('contentFromText', () => {
  const content = { policyId: 'p-1', answers: { 'q-1': ['Rome'] }, justification: 'Audit', period: null, timeZone: 'UTC' };

  it('reads back what a tab kept', () => {
    expect(contentFromText(JSON.stringify(content))).toEqual(content);
  });

  it('reads nothing else', () => {
    const odd = [
      { ...content, answers: { 'q-1': [1] } },
      { ...content, answers: { 'q-1': 'Rome' } },
      { ...content, answers: null },
    ];
    const texts = [null, '', 'null', '{}', '{', '[]', '"x"', '7', ...odd.map((value) => JSON.stringify(value))];
    expect(texts.map(contentFromText)).toEqual(texts.map(() => null));
  });
});
