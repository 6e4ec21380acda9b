import { readQuestions, readStages } from '@/components/approvals/read-stages';
import { handler } from '@/lib/auth/handler';
import { PortalFault } from '@/lib/portal-error';

const MOST = 20;

/** `?id=…&id=…&package=…`: which stage of each request is mine (contract §4.10), and the packages' questions as far as they are readable (§4.3). */
export const GET = handler('requestor', async ({ viewer, graph, request }) => {
  const { searchParams } = new URL(request.url);
  const ids = searchParams.getAll('id').filter(Boolean);
  if (ids.length === 0 || ids.length > MOST) throw new PortalFault({ kind: 'invalid', fields: { id: 'other' } });
  const [rows, questions] = await Promise.all([
    readStages(viewer, ids),
    readQuestions(graph, searchParams.getAll('package').slice(0, MOST)),
  ]);
  return { rows, questions };
});
