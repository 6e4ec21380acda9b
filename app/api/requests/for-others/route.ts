import { createdPage, watchedCreated } from '@/components/requests/others/read-created';
import { mostPages } from '@/components/requests/read-requests';
import { handler } from '@/lib/auth/handler';

/** What I asked for others: `?next=<sealed link>` a further page; otherwise the first page again, and the requests named by `?watch=<id>`. Contract §4.7, scope S. */
export const GET = handler('requestor', async ({ viewer, graph, request }) => {
  const query = new URL(request.url).searchParams;
  const next = query.get('next');
  if (next) return createdPage(viewer, graph, next);
  const rows = await watchedCreated(viewer, graph, query.getAll('watch').slice(0, 100), mostPages(query.get('pages')));
  return { rows, at: graph.now().getTime() };
});
