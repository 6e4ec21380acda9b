import { PortalFault } from '@/lib/portal-error';
import type { Graph, WirePage } from '@/lib/graph/graph';
import { query } from '@/lib/graph/odata';

const REMEMBERED_MS = 10 * 60_000;
const MOST_REMEMBERED = 5_000;

/** Where `$expand` was answered 400: service, person and path → how many ways of it, and until when they are not tried again (this machine's ms). */
const refused = new Map<string, { ways: number; until: number }>();

/**
 * First page of filterByCurrentUser with `$expand`, which is not documented there (contract §4.6, §4.7). `expands`: the fullest way first.
 * Refused with 400 → asked the next way, at last without, and so for the next ten minutes; ignored → the rows come without.
 */
export async function expandedPage(graph: Graph, path: string, ...expands: string[]): Promise<WirePage> {
  const key = `${graph.root ?? ''} ${graph.oid} ${path}`;
  const known = refused.get(key);
  const start = known && known.until > Date.now() ? known.ways : 0;
  for (let ways = start; ; ways++) {
    const $expand = expands[ways];
    try {
      const page = await graph.page($expand === undefined ? path : path + query({ $expand }));
      // Only now is it sure that the expansion was at fault.
      if (ways > start) remember(key, ways);
      return page;
    } catch (error) {
      if ($expand === undefined || !isBadRequest(error)) throw error;
    }
  }
}

function remember(key: string, ways: number): void {
  if (refused.size >= MOST_REMEMBERED) refused.clear();
  refused.set(key, { ways, until: Date.now() + REMEMBERED_MS });
}

/**
 * All rows of a collection that came with an answer, expanded under `property` or the answer's own. Throws `unavailable` rather than answer
 * a part of them: what is short would pass for all there is.
 */
export async function wholeOf(graph: Graph, answer: unknown, property?: string): Promise<unknown[]> {
  const { rows, complete } = await graph.rest(answer, property);
  if (!complete) throw new PortalFault({ kind: 'unavailable' });
  return rows;
}

/** Graph found the call itself wrong: 400. */
export function isBadRequest(error: unknown): boolean {
  return error instanceof PortalFault && error.error.kind === 'refused' && error.error.status === 400;
}

/** What a read by id of something gone or never there throws: 404, or 400 for an id of another form (contract §1.4). */
export function isMissing(error: unknown): boolean {
  return isBadRequest(error) || (error instanceof PortalFault && error.error.kind === 'notFound');
}
