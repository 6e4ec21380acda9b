import { Refusal } from '../../tenant/model.ts';
import { parseFilter } from './filter.ts';
import type { Expression } from './filter.ts';

export interface Expansion {
  name: string;
  options: Options;
}

export interface OrderBy {
  path: string[];
  descending: boolean;
}

/** OData query options, parsed but not yet held against a shape. */
export interface Options {
  select: string[] | null;
  expand: Expansion[];
  filter: Expression | null;
  orderby: OrderBy[];
  top: number | null;
  skip: number | null;
  count: boolean;
  search: string | null;
  skiptoken: string | null;
  /** `$levels` of an expansion; Infinity for `max`. */
  levels: number;
}

/** A 400 `BadRequest` with developer text. */
export function badRequest(detail: string): Refusal {
  return new Refusal(400, 'BadRequest', detail);
}

const NONE: Options = {
  select: null,
  expand: [],
  filter: null,
  orderby: [],
  top: null,
  skip: null,
  count: false,
  search: null,
  skiptoken: null,
  levels: 1,
};

/** Parses the options of a URL's query. Names without `$` are custom options and ignored; unknown `$` names are 400 (contract §1.6). */
export function parseQuery(query: string): Options {
  const pairs: [string, string][] = [];
  for (const piece of query.split('&')) {
    if (piece === '') continue;
    const cut = piece.indexOf('=');
    pairs.push([decode(cut < 0 ? piece : piece.slice(0, cut)), cut < 0 ? '' : decode(piece.slice(cut + 1))]);
  }
  return parseOptions(pairs);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw badRequest('The query string is not well-formed.');
  }
}

function parseOptions(pairs: [string, string][]): Options {
  const options: Options = { ...NONE };
  const seen = new Set<string>();
  for (const [written, value] of pairs) {
    const name = written.toLowerCase();
    if (!name.startsWith('$')) continue;
    if (seen.has(name)) throw badRequest(`Query option '${written}' was specified more than once.`);
    seen.add(name);
    switch (name) {
      case '$select':
        options.select = splitOutside(value, ',').map((each) => each.trim());
        if (options.select.some((each) => each === '')) throw badRequest('Parsing OData Select and Expand failed: an empty name.');
        break;
      case '$expand':
        options.expand = splitOutside(value, ',').map((each) => parseExpansion(each.trim()));
        break;
      case '$filter':
        options.filter = parseFilter(value);
        break;
      case '$orderby':
        options.orderby = splitOutside(value, ',').map(parseOrder);
        break;
      case '$top':
        options.top = wholeNumber(name, value);
        break;
      case '$skip':
        options.skip = wholeNumber(name, value);
        break;
      case '$count':
        if (!/^(?:true|false)$/i.test(value)) throw badRequest(`Invalid value '${value}' for $count query option found.`);
        options.count = value.toLowerCase() === 'true';
        break;
      case '$search':
        options.search = value;
        break;
      case '$skiptoken':
        options.skiptoken = value;
        break;
      case '$levels':
        options.levels = value.toLowerCase() === 'max' ? Infinity : wholeNumber(name, value);
        break;
      case '$format':
        break;
      default:
        throw badRequest(`The query parameter '${written}' is not supported.`);
    }
  }
  return options;
}

function parseExpansion(text: string): Expansion {
  const open = text.indexOf('(');
  if (open < 0) {
    if (!/^(?:\*|[\w./]+)$/.test(text)) throw badRequest(`Parsing OData Select and Expand failed: '${text}'.`);
    return { name: text, options: { ...NONE } };
  }
  if (!text.endsWith(')')) throw badRequest(`Parsing OData Select and Expand failed: unbalanced parentheses in '${text}'.`);
  const pairs = splitOutside(text.slice(open + 1, -1), ';').map((piece): [string, string] => {
    const cut = piece.indexOf('=');
    if (cut < 0) throw badRequest(`Parsing OData Select and Expand failed: '${piece}'.`);
    return [piece.slice(0, cut).trim(), piece.slice(cut + 1).trim()];
  });
  return { name: text.slice(0, open).trim(), options: parseOptions(pairs) };
}

function parseOrder(text: string): OrderBy {
  const [path = '', direction = 'asc', ...rest] = text.trim().split(/\s+/);
  if (path === '' || rest.length > 0 || !/^(?:asc|desc)$/i.test(direction)) throw badRequest(`Invalid $orderby expression '${text}'.`);
  return { path: path.split('/'), descending: direction.toLowerCase() === 'desc' };
}

function wholeNumber(name: string, value: string): number {
  if (!/^\d{1,9}$/.test(value))
    throw badRequest(`Invalid value '${value}' for ${name} query option found. It requires a non-negative integer value.`);
  return Number(value);
}

/** Splits at a mark that stands outside parentheses and quotes. */
export function splitOutside(text: string, mark: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let inQuotes = false;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "'") inQuotes = !inQuotes;
    if (inQuotes) continue;
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === mark && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
