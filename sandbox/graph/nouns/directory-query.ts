import { Refusal } from '../../tenant/model.ts';
import type { Call } from '../call.ts';
import { pathsOf } from '../odata/filter.ts';
import type { Expression } from '../odata/filter.ts';
import type { Options } from '../odata/options.ts';
import { compileSearch } from '../odata/search.ts';
import type { Searchable } from '../odata/search.ts';
import type { Related } from '../odata/shape.ts';

/** `ConsistencyLevel: eventual`, asked for again on every page (contract §1.2). */
export function isEventual(call: Call): boolean {
  return call.headers['consistencylevel']?.toLowerCase() === 'eventual';
}

function unsupported(detail: string): Refusal {
  return new Refusal(400, 'Request_UnsupportedQuery', `Unsupported Query. ${detail}`);
}

/** Refuses what the directory refuses: advanced queries without header and $count, and $skip (contract §5). */
export function requireDirectoryQuery(call: Call, options: Options): void {
  if (options.skip !== null) throw unsupported('$skip is not supported.');
  if (options.search !== null && !isEventual(call)) throw unsupported('$search needs the ConsistencyLevel header.');
  for (const path of pathsOf(options.filter)) if (path.includes('/')) throw unsupported(`'${path}' cannot be filtered on.`);
  if (options.filter !== null && uses(options.filter, 'contains')) throw unsupported('contains() is not supported.');
  const advanced =
    (options.filter !== null && (isAdvanced(options.filter) || options.orderby.length > 0)) ||
    options.expand.some((each) => each.options.levels > 1);
  if (advanced && !(isEventual(call) && options.count)) throw unsupported('This query needs the ConsistencyLevel header and $count=true.');
}

function isAdvanced(filter: Expression): boolean {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return isAdvanced(filter.left) || isAdvanced(filter.right);
    case 'not':
      return true;
    case 'compare':
      return filter.operator === 'ne';
    case 'match':
      return filter.name === 'endswith';
    default:
      return false;
  }
}

function uses(filter: Expression, name: 'contains'): boolean {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return uses(filter.left, name) || uses(filter.right, name);
    case 'not':
      return uses(filter.of, name);
    default:
      return filter.kind === 'match' && filter.name === name;
  }
}

/** The page option that applies a `$search`; nothing without one. */
export function searchOf<Row extends object>(
  search: string | null,
  searchable: Searchable<Row>,
  tokenized: readonly string[],
): { also?: (row: Related) => boolean } {
  if (search === null) return {};
  const test = compileSearch<Row>(search, searchable, tokenized);
  return { also: (row) => test(row as Row) };
}
