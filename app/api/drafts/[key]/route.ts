import { keepDraft } from '@/components/access-packages/keep-draft';
import { handler } from '@/lib/auth/handler';
import { discardDraft } from '@/lib/drafts/drafts';

/** Keeps what was typed so far. */
export const PUT = handler('requestor', async ({ viewer, graph, request, params }) =>
  keepDraft(viewer, graph.now(), params.key ?? '', await request.json()),
);

/** Forgets it. */
export const DELETE = handler('requestor', async ({ viewer, params }) => discardDraft(viewer, params.key ?? '').then(() => null));
