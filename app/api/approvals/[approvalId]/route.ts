import { readApproval } from '@/components/approvals/read-approval';
import { signatureOf } from '@/components/approvals/standing';
import { handler } from '@/lib/auth/handler';

/** Whether a request that I decide has moved. Contract §4.7, §4.10. */
export const GET = handler('requestor', async ({ viewer, graph, params }) => {
  const { request, approval } = await readApproval(viewer, graph, params.approvalId ?? '');
  return { signature: signatureOf(request !== null, approval) };
});
