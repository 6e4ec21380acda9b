import { toApprovalRow } from '@/components/approvals/approval-row';
import { handler } from '@/lib/auth/handler';
import { pendingApprovals } from '@/lib/entitlement/approvals';

/** `?next=<sealed link>`: a further page of what waits for my decision. Otherwise the first page again. Contract §4.7, scope S. */
export const GET = handler('requestor', async ({ viewer, graph, request }) => {
  const next = new URL(request.url).searchParams.get('next');
  const page = await pendingApprovals(graph, next ?? undefined);
  return { rows: page.rows.map((row) => toApprovalRow(row, viewer.oid)), next: page.next, at: graph.now().getTime() };
});
