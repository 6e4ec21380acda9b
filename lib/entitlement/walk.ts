import type { Graph, WirePage } from '@/lib/graph/graph';
import { PortalFault } from '@/lib/portal-error';
import type { Page } from './access-packages';

const MOST_PAGES = 2_000;

/**
 * The page behind a link that came from outside, or the first one. Graph's door also takes paths: what is no sealed link never gets there,
 * or an address bar could read whatever the token opens. Throws notFound.
 */
export function pageAt(graph: Graph, next: string | undefined, first: () => Promise<WirePage>): Promise<WirePage> {
  if (next === undefined) return first();
  if (next.startsWith('/')) throw new PortalFault({ kind: 'notFound' });
  return graph.page(next);
}

/** The first row that fits, page by page; null when the list ends without it. */
export async function findInPages<T>(read: (next?: string) => Promise<Page<T>>, fits: (row: T) => boolean): Promise<T | null> {
  let next: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await read(next);
    const found = page.rows.find(fits);
    if (found !== undefined) return found;
    if (page.next === null) return null;
    next = page.next;
  }
  return null;
}

/** Every row of a list, or none: throws what a page throws, and `unavailable` where the list does not come to its end. */
export async function everyRow<T>(read: (next?: string) => Promise<Page<T>>): Promise<T[]> {
  const rows: T[] = [];
  let next: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await read(next);
    rows.push(...page.rows);
    if (page.next === null) return rows;
    next = page.next;
  }
  throw new PortalFault({ kind: 'unavailable' });
}
