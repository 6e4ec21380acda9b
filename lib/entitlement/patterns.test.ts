import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPatternMatcher } from './pattern-match';
import { describePattern } from './patterns';

const once = { min: 1, max: 1 };
const count = (min: number, max: number | null = min) => ({ min, max });

describe('describePattern', () => {
  it.each([
    ['[0-9]{4}', [{ kind: 'digits', also: [], count: count(4) }], '4120'],
    ['^\\d{4}$', [{ kind: 'digits', also: [], count: count(4) }], '4120'],
    [
      '^[A-Z]{2}-[0-9]{3,5}$',
      [
        { kind: 'capitals', also: [], count: count(2) },
        { kind: 'literal', text: '-', count: once },
        { kind: 'digits', also: [], count: count(3, 5) },
      ],
      'AB-412',
    ],
    [
      'KST\\.[a-zA-Z0-9_-]+',
      [
        { kind: 'literal', text: 'KST.', count: once },
        { kind: 'lettersOrDigits', also: ['_', '-'], count: count(1, null) },
      ],
      'KST.A7b',
    ],
    [
      '[ABC]\\d?',
      [
        { kind: 'oneOf', characters: ['A', 'B', 'C'], count: once },
        { kind: 'digits', also: [], count: count(0, 1) },
      ],
      'A4',
    ],
    [
      'P[.]O[.] ?x',
      [
        { kind: 'literal', text: 'P.O.', count: once },
        { kind: 'literal', text: ' ', count: count(0, 1) },
        { kind: 'literal', text: 'x', count: once },
      ],
      'P.O. x',
    ],
  ])('puts %s into parts', (pattern, parts, example) => {
    expect(describePattern(pattern)).toEqual({ parts, example });
  });

  it.each([
    '',
    '^$',
    '(a|b)+',
    'a|b',
    '(?=x)x',
    '[^a]',
    '[a-f0-9]+',
    '\\bfoo',
    'a{2}{3}',
    'a+?',
    'a++',
    '[0-9',
    'a{',
    'x$y',
    '\\u0041',
    '\\x41',
    '[[:digit:]]',
    '[0-9]{100}',
    '\\s+',
    '(',
    ')',
    '*',
    '[]',
    '[]]',

    'a{0}',
    'a{3,1}',
    'A{1,2,3}',
    'x'.repeat(300),
    ' ',
    '\\',
  ])('leaves %s alone', (pattern) => {
    expect(describePattern(pattern)).toBeNull();
  });

  it('gives examples that match, and refuses what is no regular expression', async () => {
    const matches = await loadPatternMatcher();
    const piece = fc.constantFrom(
      '[0-9]',
      '\\d',
      '[A-Z]',
      '[a-z0-9]',
      '[-_]',
      '.',
      'a',
      '\\.',
      '-',
      '{2}',
      '{1,3}',
      '+',
      '?',
      '*',
      '{0,2}',
      '[^x]',
      '(',
      ')',
      '|',
      '\\w',
      '$',
      '^',
      ']',
      '[A-Za-z_-]',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const pattern = pieces.join('');
        const found = describePattern(pattern);
        if (found === null) return;
        expect(matches(pattern, found.example), `${pattern} ${found.example}`).toBe('matched');
        expect(new RegExp(`^(?:${pattern})$`).test(found.example), `${pattern} ${found.example}`).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (pattern) => void describePattern(pattern)),
      { numRuns: 200 },
    );
  });
});

describe('the matcher', () => {
  it('matches the whole string', async () => {
    const matches = await loadPatternMatcher();
    expect(matches('[0-9]{4}', '4120')).toBe('matched');
    expect(matches('[0-9]{4}', '41203')).toBe('notMatched');
    expect(matches('^a|b$', 'ax')).toBe('notMatched');
  });

  it('leaves to the service what it refuses or reads narrowly', async () => {
    const matches = await loadPatternMatcher();
    expect(matches('(?=x)x', 'x')).toBe('undecided');
    expect(matches('(a)\\1', 'aa')).toBe('undecided');
    expect(matches('[', 'x')).toBe('undecided');
    expect(matches('a{1001}', 'a')).toBe('undecided');
    expect(matches('a+', 'a'.repeat(4_001))).toBe('undecided');
    expect(matches('\\w+', 'Müller')).toBe('undecided');
    expect(matches('[a-z]+', 'müller')).toBe('notMatched');
  });

  it('stays quick on patterns that explode elsewhere', async () => {
    const matches = await loadPatternMatcher();
    const started = performance.now();
    for (const pattern of [
      '(a+)+$',
      '(a|aa)+$',
      '(.*a){20}',
      '([a-zA-Z]+)*$',
      '(a|a?)+$',
      '^(([a-z])+.)+[A-Z]([a-z])+$',
      '(x+x+)+y',
      '(?:a*)*b',
      '(.*)*=.*',
    ]) {
      matches(pattern, `${'a'.repeat(2_000)}!`);
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
