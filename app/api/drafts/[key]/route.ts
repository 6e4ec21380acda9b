import { keepDraft } from '@/components/access-packages/keep-draft';
import { handler } from '@/lib/auth/handler';

/** Keeps what was typed so far. */
export const PUT = handler('requestor', async ({ viewer, graph, request, params }) =>
  keepDraft(viewer, graph.now(), params.key ?? '', await request.json()),
);
