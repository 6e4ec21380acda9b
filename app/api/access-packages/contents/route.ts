import { insideAnswer } from '@/components/access-packages/inside/inside-answer';
import { handler } from '@/lib/auth/handler';

/** Names of what is inside up to 20 packages, one $batch, for the search: `?id=…&id=…`. */
export const GET = handler('requestor', ({ graph, request }) =>
  insideAnswer(graph, new URL(request.url).searchParams.getAll('id').slice(0, 20)),
);
