import { canonicalId } from '../refusals.ts';
import { invalidFilter, tokenize } from './tokens.ts';
import type { LiteralType, Token } from './tokens.ts';

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

export type Operand =
  | { kind: 'path'; path: string[] }
  | { kind: 'literal'; type: LiteralType; value: string | number | boolean | null }
  | { kind: 'call'; name: 'tolower' | 'toupper' | 'trim'; of: Operand };

export type Expression =
  | { kind: 'and' | 'or'; left: Expression; right: Expression }
  | { kind: 'not'; of: Expression }
  | { kind: 'compare'; operator: Comparison; left: Operand; right: Operand }
  | { kind: 'match'; name: 'contains' | 'startswith' | 'endswith'; left: Operand; right: Operand }
  | { kind: 'in'; left: Operand; values: Operand[] }
  | { kind: 'truth'; of: Operand };

const COMPARISONS: readonly string[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'];

/** Parses a `$filter` text (contract §1.6: operators and paths in any case). Throws 400 `InvalidFilter`. */
export function parseFilter(text: string): Expression {
  const parser = new Parser(tokenize(text));
  const expression = parser.or();
  parser.end();
  return expression;
}

/** Recursive descent, loosest binding first: or, and, not, comparison. */
class Parser {
  private at = 0;
  private readonly tokens: Token[];

  constructor(tokens: Token[]) {
    this.tokens = tokens;
  }

  or(): Expression {
    let left = this.and();
    while (this.takeWord('or')) left = { kind: 'or', left, right: this.and() };
    return left;
  }

  end(): void {
    const rest = this.tokens[this.at];
    if (rest !== undefined) throw invalidFilter(`unexpected token at position ${rest.at}.`);
  }

  private and(): Expression {
    let left = this.not();
    while (this.takeWord('and')) left = { kind: 'and', left, right: this.not() };
    return left;
  }

  private not(): Expression {
    return this.takeWord('not') ? { kind: 'not', of: this.not() } : this.primary();
  }

  private primary(): Expression {
    if (this.takeMark('(')) {
      const inner = this.or();
      this.needMark(')');
      return inner;
    }
    const match = this.matchFunction();
    if (match !== null) return match;
    const left = this.operand();
    if (this.takeWord('in')) return { kind: 'in', left, values: this.list() };
    const operator = this.comparison();
    return operator === null ? { kind: 'truth', of: left } : { kind: 'compare', operator, left, right: this.operand() };
  }

  private matchFunction(): Expression | null {
    const name = this.functionName();
    if (name !== 'contains' && name !== 'startswith' && name !== 'endswith') return null;
    this.at += 2;
    const left = this.operand();
    this.needMark(',');
    const right = this.operand();
    this.needMark(')');
    const match: Expression = { kind: 'match', name, left, right };
    // The long form `contains(a,'b') eq true` is legal OData too.
    const operator = this.comparison();
    if (operator === null) return match;
    const truth = this.tokens[this.at];
    if ((operator !== 'eq' && operator !== 'ne') || truth?.kind !== 'literal' || typeof truth.value !== 'boolean') {
      throw invalidFilter(`a boolean was expected after ${name}().`);
    }
    this.at += 1;
    return (operator === 'eq') === truth.value ? match : { kind: 'not', of: match };
  }

  private operand(): Operand {
    const token = this.tokens[this.at];
    if (token === undefined) throw invalidFilter('the expression ends too early.');
    const name = this.functionName();
    if (name !== null) {
      if (name !== 'tolower' && name !== 'toupper' && name !== 'trim') throw invalidFilter(`the function '${name}' is not supported.`);
      this.at += 2;
      const of = this.operand();
      this.needMark(')');
      return { kind: 'call', name, of };
    }
    this.at += 1;
    if (token.kind === 'literal') return { kind: 'literal', type: token.type, value: token.value };
    if (token.kind === 'word') return { kind: 'path', path: token.text.split('/') };
    throw invalidFilter(`unexpected '${token.text}' at position ${token.at}.`);
  }

  private list(): Operand[] {
    this.needMark('(');
    const values = [this.operand()];
    while (this.takeMark(',')) values.push(this.operand());
    this.needMark(')');
    return values;
  }

  /** The lower-cased name when the next two tokens are `name(`. */
  private functionName(): string | null {
    const token = this.tokens[this.at];
    const next = this.tokens[this.at + 1];
    return token?.kind === 'word' && next?.kind === 'mark' && next.text === '(' ? token.text.toLowerCase() : null;
  }

  private comparison(): Comparison | null {
    const token = this.tokens[this.at];
    const word = token?.kind === 'word' ? token.text.toLowerCase() : '';
    if (!COMPARISONS.includes(word)) return null;
    this.at += 1;
    return word as Comparison;
  }

  private takeWord(word: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'word' || token.text.toLowerCase() !== word) return false;
    this.at += 1;
    return true;
  }

  private takeMark(mark: '(' | ')' | ','): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'mark' || token.text !== mark) return false;
    this.at += 1;
    return true;
  }

  private needMark(mark: '(' | ')' | ','): void {
    if (!this.takeMark(mark)) throw invalidFilter(`'${mark}' was expected.`);
  }
}

/** The `path eq 'literal'` facts that must all hold: what an index may be asked for. Paths are joined in lower case. */
export function requiredEquals(expression: Expression | null): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (each: Expression): void => {
    if (each.kind === 'and') {
      visit(each.left);
      visit(each.right);
    }
    if (each.kind !== 'compare' || each.operator !== 'eq') return;
    const [path, literal] = each.left.kind === 'path' ? [each.left, each.right] : [each.right, each.left];
    if (path.kind !== 'path' || literal.kind !== 'literal' || typeof literal.value !== 'string') return;
    found.set(path.path.join('/').toLowerCase(), canonicalId(literal.value));
  };
  if (expression !== null) visit(expression);
  return found;
}

/** Every property path an expression reads, joined in lower case. */
export function pathsOf(expression: Expression | null): string[] {
  const paths: string[] = [];
  const operand = (each: Operand): void => {
    if (each.kind === 'path') paths.push(each.path.join('/').toLowerCase());
    if (each.kind === 'call') operand(each.of);
  };
  const visit = (each: Expression): void => {
    switch (each.kind) {
      case 'and':
      case 'or':
        visit(each.left);
        visit(each.right);
        break;
      case 'not':
        visit(each.of);
        break;
      case 'truth':
        operand(each.of);
        break;
      case 'in':
        operand(each.left);
        each.values.forEach(operand);
        break;
      default:
        operand(each.left);
        operand(each.right);
    }
  };
  if (expression !== null) visit(expression);
  return paths;
}
