import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { suggestions, type Suggestion } from '@/lib/entitlement/suggestions';
import type { Graph } from '@/lib/graph/graph';

const FRESH_MS = 5 * 60_000;
const MOST_SESSIONS = 2_000;

/** What a session was suggested in the last five minutes. A convenience of this process only: without it Graph is asked again. */
const kept = globalThis as { latchkeySuggestions?: Map<string, { list: Suggestion[]; at: number }> };
const bySession = (kept.latchkeySuggestions ??= new Map());

/** What is suggested to me: kept five minutes a session. Never rejects: suggestions are extra, and one that cannot be read is none. Contract §4.4. */
export async function mySuggestions(viewer: Viewer, graph: Graph): Promise<Suggestion[]> {
  const known = bySession.get(viewer.sessionId);
  if (known && performance.now() - known.at < FRESH_MS) return known.list;
  const list = await suggestions(graph).catch(() => null);
  if (!list) return [];
  bySession.delete(viewer.sessionId);
  bySession.set(viewer.sessionId, { list, at: performance.now() });
  const [oldest] = bySession.keys();
  if (oldest !== undefined && bySession.size > MOST_SESSIONS) bySession.delete(oldest);
  return list;
}
