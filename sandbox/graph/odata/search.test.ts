import { describe, expect, it } from 'vitest';
import { compileSearch, wordsOf } from './search.ts';

const ana = { name: 'Ana María RuizLópez', mail: 'ana.ruiz@x.example' };
const search = (text: string): boolean =>
  compileSearch<typeof ana>(text, { displayname: (row) => [row.name], mail: (row) => [row.mail] }, ['displayname'])(ana);

describe('$search', () => {
  it.each([
    ['"displayName:ana"', true],
    ['"displayName:maría a"', true],
    ['"displayName:lópez"', true],
    ['"displayName:uiz"', false],
    ['"mail:ANA.r"', true],
    ['"mail:ruiz"', false],
    ['"displayName:bob" OR "mail:ana"', true],
    ['"displayName:bob" AND "mail:ana"', false],
    ['"displayName:x" OR "displayName:ana" AND "mail:z"', false],
    ['("displayName:x" OR "displayName:ana") AND "mail:a"', true],
    ['"displayName:\\"ana\\""', true],
  ])('%s is %s', (text, expected) => {
    expect(search(text)).toBe(expected);
  });

  it.each(['displayName:ana', '"displayName:ana', '"ana"', '"shoeSize:1"', '"mail:a" or "mail:b"', '"mail:a" "mail:b"'])(
    '%s is refused',
    (text) => {
      expect(() => search(text)).toThrow(expect.objectContaining({ status: 400, code: 'Request_UnsupportedQuery' }));
    },
  );

  it('cuts words in any script', () => {
    expect(wordsOf('田中 太郎-3 OneVideo')).toEqual(['田中', '太郎', '3', 'one', 'video']);
  });
});
