import { teamPage } from '@/components/team/read-team';
import { handler } from '@/lib/auth/handler';

/** A further page of what the people who report to the reader hold: `?next=<sealed link>`. */
export const GET = handler('requestor', async ({ graph, request }) =>
  teamPage(graph, new URL(request.url).searchParams.get('next') ?? undefined),
);
