import type { Call } from '../call.ts';
import { compileFilter, compilePath } from './compile.ts';
import type { CompileOptions, Test } from './compile.ts';
import { badRequest } from './options.ts';
import type { Options } from './options.ts';
import { projector } from './project.ts';
import type { Wire } from './project.ts';
import { erase } from './shape.ts';
import type { AnyShape, Related, Shape } from './shape.ts';

export interface Collection {
  '@odata.count'?: number;
  '@odata.nextLink'?: string;
  value: Wire[];
}

/** Rows that can be walked again and again: a table or a list. */
export interface Source<Row> {
  values(): IterableIterator<Row>;
}

/** Where a next page starts: after row `a`, which stood at raw position `p`; `n` counts pages;. */
interface Position {
  a: string | null;
  p: number;
  n: number;
}

export interface PageOptions extends CompileOptions {
  /** False where `$count=true` is ignored in silence (contract §5). */
  mayCount?: boolean;
  /** Rows tested beside `$filter`, such as visibility and `$search`. */
  also?: Test;
}

/**
 * Answers one page of a source (contract §1.5). The source is walked only as far as the page needs, and each row's wire object is
 * made only for the page. `emptyPages` makes every second page empty.
 */
export function page<Row extends { id: string }>(
  call: Call,
  source: Source<Row>,
  typedShape: Shape<Row>,
  options: Options,
  pageOptions: PageOptions = {},
): Collection {
  const shape = erase(typedShape);
  const { behaviour } = call.tenant;
  const size = Math.min(options.top ?? behaviour.pageSize, behaviour.maxTop);
  const keep = keeper(call, shape, options, pageOptions);
  const project = projector(shape, options, call);
  const start = options.skiptoken === null ? { a: null, p: 0, n: 0 } : readPosition(options.skiptoken);
  const counted = options.count && pageOptions.mayCount !== false && start.n === 0;
  const rows = options.orderby.length === 0 ? source : ordered(call, source, shape, options, keep, pageOptions);
  const walked =
    start.n % 2 === 1 && behaviour.emptyPages
      ? { found: [], next: start }
      : walk(rows, keep, start, size, start.n === 0 ? (options.skip ?? 0) : 0);
  return {
    ...(counted ? { '@odata.count': count(rows, keep) } : {}),
    ...(walked.next === null || size === 0 ? {} : { '@odata.nextLink': nextLink(call, { ...walked.next, n: start.n + 1 }) }),
    value: walked.found.map(project),
  };
}

/** `GET …/$count`: how many rows pass. */
export function countOf<Row extends { id: string }>(
  call: Call,
  source: Source<Row>,
  shape: Shape<Row>,
  options: Options,
  pageOptions: PageOptions = {},
): number {
  return count(source, keeper(call, erase(shape), options, pageOptions));
}

function keeper(call: Call, shape: AnyShape, options: Options, pageOptions: PageOptions): Test | null {
  const filter = options.filter === null ? null : compileFilter(options.filter, shape, call, pageOptions);
  const also = pageOptions.also ?? null;
  if (filter === null || also === null) return filter ?? also;
  return (row) => filter(row) && also(row);
}

function count(rows: Source<Related>, keep: Test | null): number {
  let total = 0;
  for (const row of rows.values()) if (keep === null || keep(row)) total += 1;
  return total;
}

function walk<Row extends { id: string }>(
  rows: Source<Row>,
  keep: Test | null,
  start: Position,
  size: number,
  skip: number,
): { found: Row[]; next: Position | null } {
  const found: Row[] = [];
  let next: Position | null = null;
  let position = 0;
  let skipped = 0;
  let last = start;
  for (const row of resumed(rows, start)) {
    position += 1;
    if (keep !== null && !keep(row)) continue;
    if (skipped < skip) {
      skipped += 1;
      continue;
    }
    if (found.length === size) {
      next = last;
      break;
    }
    found.push(row);
    last = { a: row.id, p: start.p + position, n: start.n };
  }
  return { found, next };
}

/** The rows after the last one that was answered. When that row has gone meanwhile, its old position stands in for it. */
function* resumed<Row extends { id: string }>(rows: Source<Row>, start: Position): Iterable<Row> {
  if (start.a === null) {
    yield* rows.values();
    return;
  }
  const before: Row[] = [];
  const iterator = rows.values();
  let at = 0;
  for (let step = iterator.next(); step.done !== true; step = iterator.next()) {
    at += 1;
    if (step.value.id === start.a) {
      for (let rest = iterator.next(); rest.done !== true; rest = iterator.next()) yield rest.value;
      return;
    }
    if (at >= start.p) before.push(step.value);
  }
  yield* before;
}

function ordered<Row extends { id: string }>(
  call: Call,
  source: Source<Row>,
  shape: AnyShape,
  options: Options,
  keep: Test | null,
  pageOptions: PageOptions,
): Row[] {
  const keys = options.orderby.map(({ path, descending }) => ({
    read: compilePath(path, shape, call, pageOptions).read,
    sign: descending ? -1 : 1,
  }));
  const rows: { row: Row; values: (string | number | boolean | null)[] }[] = [];
  for (const row of source.values()) {
    if (keep !== null && !keep(row)) continue;
    rows.push({ row, values: keys.map((key) => fold(key.read(row))) });
  }
  rows.sort((a, b) => {
    for (const [index, { sign }] of keys.entries()) {
      const difference = compare(a.values[index] ?? null, b.values[index] ?? null);
      if (difference !== 0) return sign * difference;
    }
    return 0;
  });
  return rows.map(({ row }) => row);
}

function fold(value: string | number | boolean | null): string | number | boolean | null {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function compare(a: string | number | boolean | null, b: string | number | boolean | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}

function nextLink(call: Call, position: Position): string {
  const token = Buffer.from(JSON.stringify(position)).toString('base64url');
  const rest = call.rawQuery.split('&').filter((piece) => piece !== '' && !/^(?:\$|%24)skiptoken=/i.test(piece));
  return `${call.root}${call.rawPath}?${[...rest, `$skiptoken=${token}`].join('&')}`;
}

function readPosition(token: string): Position {
  try {
    const read: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (typeof read === 'object' && read !== null && 'a' in read && 'p' in read && 'n' in read) {
      const { a, p, n } = read;
      if ((a === null || typeof a === 'string') && typeof p === 'number' && typeof n === 'number') return { a, p, n };
    }
  } catch {
    // Falls through to the refusal below.
  }
  throw badRequest('The skip token is not valid.');
}
