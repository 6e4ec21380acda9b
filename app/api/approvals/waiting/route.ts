import { handler } from '@/lib/auth/handler';
import { pendingApprovals } from '@/lib/entitlement/approvals';

/** How many requests wait for my decision, as far as one page tells; `more` where there are further ones. Contract §4.7, scope S. */
export const GET = handler('requestor', async ({ graph }) => {
  const page = await pendingApprovals(graph);
  return { count: page.rows.length, more: page.next !== null };
});
