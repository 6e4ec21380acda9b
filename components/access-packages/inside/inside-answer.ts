import 'server-only';
import { packageContentsEach, type ResourceRole } from '@/lib/entitlement/access-packages';
import type { Graph } from '@/lib/graph/graph';
import { PortalFault, type PortalError, type Result } from '@/lib/portal-error';
import { insideNames } from '../session-list';
import type { InsideAnswer } from './inside-reader';

/** Where Graph asks to be left alone and does not say for how long (contract §1.9). */
const WAIT_MS = 30_000;

/** Names inside up to 20 packages, those that could be read, and how long to wait before the next call. Contract §1.7, §1.9, §4.5. */
export async function insideAnswer(graph: Graph, ids: readonly string[]): Promise<InsideAnswer> {
  if (ids.length === 0) return { inside: {}, waitMs: null };
  const each = await packageContentsEach(graph, ids).catch((error: unknown) => {
    if (error instanceof PortalFault && error.error.kind === 'throttled') return error.error;
    throw error;
  });
  if (!(each instanceof Map)) return { inside: {}, waitMs: waitOf(each, graph) };
  const results = [...each];
  const waits = results.flatMap(([, result]) => (result.ok ? [] : [waitOf(result.error, graph)])).filter((wait) => wait !== null);
  return {
    inside: Object.fromEntries(results.flatMap(([id, result]) => (result.ok ? [[id, namesOf(result)]] : []))),
    waitMs: waits.length === 0 ? null : Math.max(...waits),
  };
}

function waitOf(error: PortalError, graph: Graph): number | null {
  if (error.kind !== 'throttled') return null;
  return error.retryAt === null ? WAIT_MS : Math.max(0, error.retryAt - graph.now().getTime());
}

function namesOf(result: Extract<Result<ResourceRole[] | null>, { ok: true }>): string[] | null {
  return result.value && insideNames(result.value);
}
