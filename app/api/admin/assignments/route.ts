import { readFilter } from '@/components/admin/admin-view';
import { handler } from '@/lib/auth/handler';
import { assignment, assignments } from '@/lib/entitlement/assignments';

/** Further rows of the filtered list (`?next=`), or one row again (`?id=`). */
export const GET = handler('admin', async ({ graph, request }) => {
  const search = Object.fromEntries(new URL(request.url).searchParams);
  if (search.id) return { row: await assignment(graph, search.id) };
  return assignments(graph, readFilter(search), search.next);
});
