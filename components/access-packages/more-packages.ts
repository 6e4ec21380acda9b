import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { requestablePackages } from '@/lib/entitlement/access-packages';
import { toRows, type MoreRows } from './package-row-data';
import { rememberedContents, rememberPackages } from './session-list';

type Graph = Parameters<typeof requestablePackages>[0];

/** One answer to the browser gathers several of Graph's pages, so that a long list needs few calls; each limit ends it. */
const ENOUGH_ROWS = 200;
const MOST_PAGES = 10;
const ENOUGH_MS = 1500;

/**
 * The rows behind a sealed link (null: from the beginning), and the link to what follows. A page that fails after others came ends this answer before it, so that
 * what came is shown and the failure belongs to the next call.
 */
export async function morePackages(viewer: Viewer, graph: Graph, next: string | null): Promise<MoreRows> {
  const started = performance.now();
  const rows: MoreRows['rows'] = [];
  let link: string | null = next;
  for (let pages = 0; (link !== null || pages === 0) && pages < MOST_PAGES; pages += 1) {
    const page: Awaited<ReturnType<typeof requestablePackages>> | null = await requestablePackages(graph, link ?? undefined).catch(
      (error: unknown) => {
        if (pages === 0) throw error;
        return null;
      },
    );
    if (!page) break;
    rememberPackages(viewer, page.rows);
    rows.push(...toRows(page.rows, rememberedContents(viewer)));
    link = page.next;
    if (rows.length >= ENOUGH_ROWS || performance.now() - started > ENOUGH_MS) break;
  }
  return { rows, next: link };
}
