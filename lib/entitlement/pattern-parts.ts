/** How often; `max` null = as often as one likes. */
export interface PatternCount {
  min: number;
  max: number | null;
}

/** One stretch of a simple pattern. `also` are single characters a class allows besides. */
export type PatternPart =
  | { kind: 'literal'; text: string; count: PatternCount }
  | { kind: 'oneOf'; characters: string[]; count: PatternCount }
  | { kind: CharacterKind; also: string[]; count: PatternCount };

export type CharacterKind =
  'digits' | 'capitals' | 'smallLetters' | 'letters' | 'capitalsOrDigits' | 'smallLettersOrDigits' | 'lettersOrDigits' | 'any';

const LONGEST_PATTERN = 200;
const MOST = 50;
const ONCE: PatternCount = { min: 1, max: 1 };

/** The parts of a pattern made of literals, classes, counts and outer anchors only; null for everything else. */
export function partsOf(pattern: string): PatternPart[] | null {
  if (pattern.length > LONGEST_PATTERN) return null;
  let rest = pattern.replace(/^\^/, '').replace(/(?<!\\)\$$/, '');
  const parts: PatternPart[] = [];
  while (rest !== '') {
    const atom = atomAt(rest);
    if (atom === null) return null;
    rest = rest.slice(atom.length);
    const counted = countAt(rest);
    if (counted === null) return null;
    rest = rest.slice(counted.length);
    append(parts, { ...atom.part, count: counted.count });
  }
  return parts;
}

type Atom = { part: PatternPart; length: number };

// Stand for themselves only after a backslash.
const SPECIAL = '\\^$.|?*+()[]{}';

function atomAt(rest: string): Atom | null {
  const first = rest.codePointAt(0) === undefined ? '' : String.fromCodePoint(rest.codePointAt(0) ?? 0);
  if (first === '[') return classAt(rest);
  if (first === '.') return { part: { kind: 'any', also: [], count: ONCE }, length: 1 };
  if (first === '\\') return escapeAt(rest);
  return SPECIAL.includes(first) || /\p{C}/u.test(first) ? null : literal(first, first.length);
}

function escapeAt(rest: string): Atom | null {
  const second = rest.charAt(1);
  if (second === 'd') return { part: { kind: 'digits', also: [], count: ONCE }, length: 2 };
  if (second === 'w') return { part: { kind: 'lettersOrDigits', also: ['_'], count: ONCE }, length: 2 };
  return /^[!-/:-@[-`{-~ ]$/.test(second) ? literal(second, 2) : null;
}

function literal(text: string, length: number): Atom {
  return { part: { kind: 'literal', text, count: ONCE }, length };
}

const RANGES: Readonly<Record<string, 'A' | 'a' | '0'>> = { 'A-Z': 'A', 'a-z': 'a', '0-9': '0', '\\d': '0' };
const KINDS: Readonly<Record<string, CharacterKind>> = {
  '0': 'digits',
  A: 'capitals',
  a: 'smallLetters',
  Aa: 'letters',
  '0A': 'capitalsOrDigits',
  '0a': 'smallLettersOrDigits',
  '0Aa': 'lettersOrDigits',
};

function classAt(rest: string): Atom | null {
  const ranges = new Set<'A' | 'a' | '0'>();
  const characters: string[] = [];
  let at = 1;
  for (;;) {
    const here = rest.slice(at);
    const range = Object.keys(RANGES).find((name) => here.startsWith(name));
    const known = range === undefined ? undefined : RANGES[range];
    if (range !== undefined && known !== undefined) {
      ranges.add(known);
      at += range.length;
      continue;
    }
    const single = /^(?:\\([!-/:-@[-`{-~ ])|([^\\\]^[]))/u.exec(here);
    const character = single?.[1] ?? single?.[2];
    if (single === null || character === undefined) break;
    at += single[0].length;
    // A dash before anything but the end makes a range of another kind.
    if (rest.charAt(at) === '-' && rest.charAt(at + 1) !== ']') return null;
    characters.push(character);
  }
  if (rest.charAt(at) !== ']' || characters.some((character) => /\p{C}/u.test(character))) return null;
  const also = [...new Set(characters)];
  const kind = KINDS[[...ranges].toSorted().join('')];
  if (kind !== undefined) return also.length > 4 ? null : { part: { kind, also, count: ONCE }, length: at + 1 };
  const [only] = also;
  if (only === undefined || also.length > 6) return null;
  return also.length === 1 ? literal(only, at + 1) : { part: { kind: 'oneOf', characters: also, count: ONCE }, length: at + 1 };
}

const SIGNS: Readonly<Record<string, PatternCount>> = { '?': { min: 0, max: 1 }, '*': { min: 0, max: null }, '+': { min: 1, max: null } };

function countAt(rest: string): { count: PatternCount; length: number } | null {
  const sign = SIGNS[rest.charAt(0)];
  const braces = /^\{(\d{1,3})(,(\d{1,3})?)?\}/.exec(rest);
  const length = sign ? 1 : (braces?.[0].length ?? 0);
  // Lazy and possessive counts are no simple patterns any more.
  if (length > 0 && '?+*{'.includes(rest.charAt(length) || ' ')) return null;
  if (sign) return { count: sign, length };
  if (braces === null) return rest.startsWith('{') ? null : { count: ONCE, length: 0 };
  const min = Number(braces[1]);
  const max = braces[2] === undefined ? min : braces[3] === undefined ? null : Number(braces[3]);
  return min > MOST || (max !== null && (max < min || max === 0)) ? null : { count: { min, max }, length };
}

function append(parts: PatternPart[], part: PatternPart): void {
  const last = parts.at(-1);
  const joins = part.kind === 'literal' && last?.kind === 'literal' && isOnce(part.count) && isOnce(last.count);
  if (joins) last.text += part.text;
  else parts.push(part);
}

function isOnce({ min, max }: PatternCount): boolean {
  return min === 1 && max === 1;
}
