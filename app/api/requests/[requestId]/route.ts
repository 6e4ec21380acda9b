import { followRequest, signatureOf } from '@/components/requests/follow-request';
import { handler } from '@/lib/auth/handler';

/** Whether one request of mine has moved. Contract §4.7: with scope S it is read from the list. */
export const GET = handler('requestor', async ({ viewer, graph, params }) => {
  const found = await followRequest(viewer, graph, params.requestId ?? '');
  return { signature: signatureOf(found), at: graph.now().getTime() };
});
