import { handler } from '@/lib/auth/handler';
import { adminRequestsById } from '@/lib/entitlement/administration';
import { submissionOutcome } from '@/lib/submissions/submit';

/**
 * Up to 20 requests as they stand now, in the order of `?id=…&id=…`; null for one that could not be read. `key=…`: what became of
 * submissions of one's own.
 */
export const GET = handler('admin', async ({ viewer, graph, request }) => {
  const query = new URL(request.url).searchParams;
  const ids = query.getAll('id');
  const keys = query.getAll('key').slice(0, 20);
  const [found, outcomes] = await Promise.all([
    ids.length > 0 ? adminRequestsById(graph, ids) : new Map<string, never>(),
    Promise.all(keys.map(async (key) => [key, await submissionOutcome(viewer, key)] as const)),
  ]);
  return { requests: ids.map((id) => found.get(id) ?? null), outcomes: Object.fromEntries(outcomes), at: graph.now().toISOString() };
});
