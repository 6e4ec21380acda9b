import { assignmentPage } from '@/components/assignments/read-assignments';
import { handler } from '@/lib/auth/handler';

/** A page of mine: the one `?next=<sealed link>` points to, or the first. Contract §4.6, scope S. */
export const GET = handler('requestor', async ({ graph, request }) =>
  assignmentPage(graph, new URL(request.url).searchParams.get('next') ?? undefined),
);
