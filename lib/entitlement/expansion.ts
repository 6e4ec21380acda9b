import { PortalFault } from '@/lib/portal-error';
import type { Graph, WirePage } from '@/lib/graph/graph';
import { query } from '@/lib/graph/odata';

const REMEMBERED_MS = 10 * 60_000;
const MOST_REMEMBERED = 5_000;

/** Where `$expand` was answered 400: service, person and path → until when it is not tried again (this machine's ms). */
const refused = new Map<string, number>();

/**
 * First page of filterByCurrentUser with `$expand`, which is not documented there (contract §4.6, §4.7). Refused with 400 → asked
 * without, and so for the next ten minutes; ignored → the rows come without.
 */
export async function expandedPage(graph: Graph, path: string, expand: string): Promise<WirePage> {
  const key = `${graph.root ?? ''} ${graph.oid} ${path}`;
  if ((refused.get(key) ?? 0) > Date.now()) return graph.page(path);
  try {
    return await graph.page(path + query({ $expand: expand }));
  } catch (error) {
    if (!isBadRequest(error)) throw error;
    const page = await graph.page(path);
    if (refused.size >= MOST_REMEMBERED) refused.clear();
    refused.set(key, Date.now() + REMEMBERED_MS);
    return page;
  }
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
