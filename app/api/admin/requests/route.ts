import { handler } from '@/lib/auth/handler';
import { adminRequestsById } from '@/lib/entitlement/administration';

/** Up to 20 requests as they stand now, in the order of `?id=…&id=…`; null for one that could not be read. */
export const GET = handler('admin', async ({ graph, request }) => {
  const ids = new URL(request.url).searchParams.getAll('id');
  const found = await adminRequestsById(graph, ids);
  return { requests: ids.map((id) => found.get(id) ?? null), at: graph.now().toISOString() };
});
