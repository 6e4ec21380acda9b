import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, markedParts, wordsOf } from './search-text';

describe('wordsOf', () => {
  it('splits at spaces and punctuation, folded', () => {
    expect(wordsOf('Tenders / Gdańsk, R&D').map((word) => word.text)).toEqual(['tenders', 'gdansk', 'r', 'd']);
  });
  it('splits Japanese, which has no spaces', () => {
    expect(wordsOf('四半期決算ワークスペース').length).toBeGreaterThan(1);
  });
});

describe('markedParts', () => {
  it('marks the typed beginning of a word', () => {
    expect(markedParts('Warehouse dashboards', ['ware'], new Set())).toEqual([
      { text: 'Ware', marked: true },
      { text: 'house dashboards', marked: false },
    ]);
  });
  it('marks the whole word a typing error found', () => {
    expect(markedParts('A warehouse', ['wherehouse'], new Set(['warehouse']))).toEqual([
      { text: 'A ', marked: false },
      { text: 'warehouse', marked: true },
    ]);
  });
  it('never loses or invents a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ minLength: 1 })), (text, asked) => {
        const parts = markedParts(text, asked.map(fold), new Set());
        return parts.map((part) => part.text).join('') === text;
      }),
    );
  });
});
