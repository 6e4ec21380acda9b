import { handler } from '@/lib/auth/handler';
import { packageContents } from '@/lib/entitlement/access-packages';

/** What one package (`?package=<id>`) gives; null where the cloud or the tenant does not say. Contract §4.5, scope S. */
export const GET = handler('requestor', async ({ graph, request }) => {
  const id = new URL(request.url).searchParams.get('package');
  return id ? packageContents(graph, id) : null;
});
