import { Refusal } from '../../tenant/model.ts';

export type LiteralType = 'string' | 'number' | 'boolean' | 'null' | 'date' | 'guid' | 'duration';

export type Token =
  | { kind: 'word'; text: string; at: number }
  | { kind: 'literal'; type: LiteralType; value: string | number | boolean | null; at: number }
  | { kind: 'mark'; text: '(' | ')' | ','; at: number };

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])/i;
const DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?(?![\w-])/i;
const NUMBER = /^-?\d+(?:\.\d+)?(?![\w-])/;
const WORD = /^[A-Za-z_@$][\w.@/*$-]*/;
const DURATION = /^duration'([^']*)'/i;

/** A 400 `InvalidFilter` with developer text. */
export function invalidFilter(detail: string): Refusal {
  return new Refusal(400, 'InvalidFilter', `Invalid filter clause: ${detail}`);
}

/** Cuts a `$filter` text into tokens. Property paths with slashes are one word. Throws 400 `InvalidFilter`. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === ' ' || character === '\t') {
      at += 1;
      continue;
    }
    if (character === '(' || character === ')' || character === ',') {
      tokens.push({ kind: 'mark', text: character, at });
      at += 1;
      continue;
    }
    if (character === "'") {
      const { value, end } = quoted(text, at);
      tokens.push({ kind: 'literal', type: 'string', value, at });
      at = end;
      continue;
    }
    const { token, length } = bare(text.slice(at), at);
    tokens.push(token);
    at += length;
  }
  return tokens;
}

/** Reads a literal whose opening quote is at `start`; a doubled quote stands for one (contract §1.6). */
export function quoted(text: string, start: number): { value: string; end: number } {
  let value = '';
  for (let at = start + 1; at < text.length; at += 1) {
    if (text.charAt(at) !== "'") value += text.charAt(at);
    else if (text.charAt(at + 1) === "'") {
      value += "'";
      at += 1;
    } else return { value, end: at + 1 };
  }
  throw invalidFilter(`unterminated string literal at position ${start}.`);
}

function bare(rest: string, at: number): { token: Token; length: number } {
  const literal = (type: LiteralType, source: string, value: string | number | boolean | null) => ({
    token: { kind: 'literal', type, value, at } as const,
    length: source.length,
  });
  const guid = GUID.exec(rest)?.[0];
  if (guid !== undefined) return literal('guid', guid, guid);
  const date = DATE.exec(rest)?.[0];
  if (date !== undefined) return literal('date', date, date);
  const number = NUMBER.exec(rest)?.[0];
  if (number !== undefined) return literal('number', number, Number(number));
  const duration = DURATION.exec(rest);
  if (duration !== null) return literal('duration', duration[0], duration[1] ?? '');
  const word = WORD.exec(rest)?.[0];
  if (word === undefined) throw invalidFilter(`syntax error at position ${at}.`);
  if (word === 'true' || word === 'false') return literal('boolean', word, word === 'true');
  if (word === 'null') return literal('null', word, null);
  return { token: { kind: 'word', text: word, at }, length: word.length };
}
