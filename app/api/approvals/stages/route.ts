import { readStages } from '@/components/approvals/read-stages';
import { handler } from '@/lib/auth/handler';
import { PortalFault } from '@/lib/portal-error';

const MOST = 20;

/** `?id=…&id=…`: which stage of each request is mine. Contract §4.10. */
export const GET = handler('requestor', async ({ viewer, request }) => {
  const ids = new URL(request.url).searchParams.getAll('id').filter(Boolean);
  if (ids.length === 0 || ids.length > MOST) throw new PortalFault({ kind: 'invalid', fields: { id: 'other' } });
  return { rows: await readStages(viewer, ids) };
});
