import { mostPages, requestPage, watchedRequests } from '@/components/requests/read-requests';
import { handler } from '@/lib/auth/handler';

/**
 * `?next=<sealed link>`: a further page. Otherwise the first page again, and the requests named by `?watch=<id>`, walking `?pages=` pages
 * at most. Contract §4.7, scope S.
 */
export const GET = handler('requestor', async ({ viewer, graph, request }) => {
  const query = new URL(request.url).searchParams;
  const next = query.get('next');
  if (next) return requestPage(viewer, graph, next);
  const rows = await watchedRequests(viewer, graph, query.getAll('watch').slice(0, 100), mostPages(query.get('pages')));
  return { rows, at: graph.now().getTime() };
});
