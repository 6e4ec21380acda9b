import { Refusal } from '../../tenant/model.ts';

type Clause = { kind: 'clause'; property: string; value: string } | { kind: 'and' | 'or'; left: Clause; right: Clause };
type Piece = { kind: 'text'; text: string } | { kind: 'word'; text: string };

/** What a searched row shows of itself, by property name in lower case. */
export type Searchable<Row> = Readonly<Record<string, (row: Row) => readonly (string | null)[]>>;

/**
 * Compiles a directory `$search` (contract §5): quoted `"property:value"` clauses joined by upper-case AND and OR. Properties named
 * in `tokenized` match by word, others by prefix. Throws 400 `Request_UnsupportedQuery`.
 */
export function compileSearch<Row extends object>(
  text: string,
  searchable: Searchable<Row>,
  tokenized: readonly string[],
): (row: Row) => boolean {
  const pieces = cut(text);
  let at = 0;
  const takeWord = (word: string): boolean => {
    const piece = pieces[at];
    if (piece?.kind !== 'word' || piece.text !== word) return false;
    at += 1;
    return true;
  };
  const primary = (): Clause => {
    if (takeWord('(')) {
      const inner = or();
      if (!takeWord(')')) throw unsupported('a closing parenthesis is missing.');
      return inner;
    }
    const piece = pieces[at];
    if (piece?.kind !== 'text') throw unsupported('clauses must be enclosed in double quotes.');
    at += 1;
    const colon = piece.text.indexOf(':');
    if (colon < 1) throw unsupported(`'${piece.text}' names no property.`);
    const property = piece.text.slice(0, colon).toLowerCase();
    if (!Object.hasOwn(searchable, property)) throw unsupported(`'${property}' cannot be searched.`);
    return { kind: 'clause', property, value: piece.text.slice(colon + 1) };
  };
  const and = (): Clause => {
    let left = primary();
    while (takeWord('AND')) left = { kind: 'and', left, right: primary() };
    return left;
  };
  const or = (): Clause => {
    let left = and();
    while (takeWord('OR')) left = { kind: 'or', left, right: and() };
    return left;
  };
  const clause = or();
  if (at < pieces.length) throw unsupported('AND or OR was expected between clauses.');
  return test(clause, searchable, tokenized);
}

function test<Row extends object>(clause: Clause, searchable: Searchable<Row>, tokenized: readonly string[]): (row: Row) => boolean {
  if (clause.kind !== 'clause') {
    const left = test(clause.left, searchable, tokenized);
    const right = test(clause.right, searchable, tokenized);
    return clause.kind === 'and' ? (row) => left(row) && right(row) : (row) => left(row) || right(row);
  }
  const read = searchable[clause.property] ?? (() => []);
  if (!tokenized.includes(clause.property)) {
    const prefix = clause.value.toLowerCase();
    return (row) => read(row).some((value) => value !== null && value.toLowerCase().startsWith(prefix));
  }
  const wanted = wordsOf(clause.value);
  return (row) =>
    wanted.length > 0 &&
    read(row).some((value) => {
      const words = value === null ? [] : wordsOf(value);
      return wanted.every((word) => words.some((each) => each.startsWith(word)));
    });
}

/** Words as the directory cuts them: spaces, digits, symbols and a change of case separate. */
export function wordsOf(text: string): string[] {
  const parted = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return (parted.match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? []).map((word) => word.toLowerCase());
}

function cut(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at);
    if (character === ' ') at += 1;
    else if (character === '(' || character === ')') {
      pieces.push({ kind: 'word', text: character });
      at += 1;
    } else if (character === '"') {
      const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(text.slice(at));
      if (quoted === null) throw unsupported('a closing double quote is missing.');
      pieces.push({ kind: 'text', text: (quoted[1] ?? '').replace(/\\(.)/g, '$1') });
      at += quoted[0].length;
    } else {
      const word = /^[^\s"()]+/.exec(text.slice(at))?.[0] ?? character;
      pieces.push({ kind: 'word', text: word });
      at += word.length;
    }
  }
  return pieces;
}

function unsupported(detail: string): Refusal {
  return new Refusal(400, 'Request_UnsupportedQuery', `Unsupported $search clause: ${detail}`);
}
