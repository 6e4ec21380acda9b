import { handler } from '@/lib/auth/handler';
import { packageContentsOf } from '@/lib/entitlement/access-packages';

/** What up to twenty packages (`?package=<id>`) give, those that could be read. One $batch, contract §4.5, scope S. */
export const GET = handler('requestor', async ({ graph, request }) => {
  const ids = new URL(request.url).searchParams.getAll('package').slice(0, 20);
  return ids.length > 0 ? Object.fromEntries(await packageContentsOf(graph, ids)) : {};
});
