import { PortalFault } from '@/lib/portal-error';
import { member } from './answer';
import { readJson } from './calls';
import type { GraphDeps } from './deps';
import type { WirePage } from './graph';
import { CANONICAL_ROOT } from './transport';

export interface PageOptions {
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

const MOST_EMPTY_PAGES = 50;
const MOST_ROWS = 2_000;

/** A page with rows, or the last one: empty pages with a nextLink are followed (contract §1.5). */
export async function readPage(deps: GraphDeps, pathOrNext: string, options: PageOptions = {}): Promise<WirePage> {
  const start = pathOrNext.startsWith('/') ? { path: pathOrNext, headers: options.headers } : opened(deps, pathOrNext);
  const headers = { ...start.headers, ...options.headers };
  let { path } = start;
  const seen = new Set<string>();
  for (let hops = 0; ; hops++) {
    seen.add(path);
    const body = await readJson(deps, { method: 'GET', path, headers, signal: options.signal });
    const rows = member(body, 'value');
    if (!Array.isArray(rows)) throw new PortalFault({ kind: 'unavailable' });
    const link = nextLink(deps, body);
    if (link !== null && seen.has(link)) throw new PortalFault({ kind: 'unavailable' });
    if (rows.length > 0 || link === null || hops >= MOST_EMPTY_PAGES) {
      return { rows, next: link === null ? null : sealed(deps, link, headers) };
    }
    path = link;
  }
}

/** Every page up to `limit` rows. */
export async function readAll(
  deps: GraphDeps,
  path: string,
  options: PageOptions & { limit?: number } = {},
): Promise<{ rows: unknown[]; complete: boolean }> {
  const limit = options.limit ?? MOST_ROWS;
  const rows: unknown[] = [];
  const seen = new Set<string>();
  for (let from: string | null = path; from !== null;) {
    const page: WirePage = await readPage(deps, from, options);
    rows.push(...page.rows);
    if (rows.length > limit) return { rows: rows.slice(0, limit), complete: false };
    from = page.next;
    if (from === null) break;
    const link = opened(deps, from).path;
    if (seen.has(link)) throw new PortalFault({ kind: 'unavailable' });
    seen.add(link);
    if (rows.length === limit) return { rows, complete: false };
  }
  return { rows, complete: true };
}

/** Rows that came with an answer, of an expanded property or its own, and those behind their link. */
export async function readRest(deps: GraphDeps, answer: unknown, property?: string): Promise<{ rows: unknown[]; complete: boolean }> {
  const value = member(answer, property ?? 'value');
  const rows = Array.isArray(value) ? value : [];
  const link = nextLink(deps, answer, property);
  if (link === null) return { rows, complete: true };
  if (rows.length >= MOST_ROWS) return { rows, complete: false };
  const further = await readAll(deps, sealed(deps, link, {}), { limit: MOST_ROWS - rows.length });
  return { rows: [...rows, ...further.rows], complete: further.complete };
}

/** The link in its canonical form, null at the end. One that leaves GRAPH_ROOT is refused: it would carry the token away. */
function nextLink(deps: GraphDeps, body: unknown, property = ''): string | null {
  const link = member(body, `${property}@odata.nextLink`);
  if (typeof link !== 'string' || link === '') return null;
  const root = `${deps.graphRoot}/`;
  if (!link.startsWith(root) || new URL(link).origin !== new URL(root).origin) {
    deps.log.warn({ root: deps.graphRoot }, 'a next link left the Graph root');
    throw new PortalFault({ kind: 'unexpected' });
  }
  return `${CANONICAL_ROOT}/${link.slice(root.length)}`;
}

// The prefix tells a sealed link from a path, whatever alphabet the seal uses.
const SEALED = 'n.';

function sealed(deps: GraphDeps, path: string, headers: Record<string, string>): string {
  return SEALED + deps.seal(JSON.stringify({ path, headers }));
}

function opened(deps: GraphDeps, next: string): { path: string; headers?: Record<string, string> } {
  try {
    if (!next.startsWith(SEALED)) throw new Error('not a sealed link');
    const { path, headers } = JSON.parse(deps.unseal(next.slice(SEALED.length))) as { path: string; headers?: Record<string, string> };
    if (!path.startsWith(`${CANONICAL_ROOT}/`)) throw new Error('not a Graph link');
    return { path, headers };
  } catch (cause) {
    throw new PortalFault({ kind: 'notFound' }, { cause });
  }
}
