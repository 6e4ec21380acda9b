import { graphFor } from '@/lib/auth/guard';
import { handler } from '@/lib/auth/handler';
import { decisionDeadlines } from '@/lib/entitlement/deadline';
import { PortalFault } from '@/lib/portal-error';

const MOST = 20;

/**
 * `?id=…&id=…`: until when each is to be decided (UTC ISO 8601), null where Graph does not say, and left out where this person may not
 * read the policy. Scope R and a role; contract §3, §6.1.
 */
export const GET = handler('requestor', async ({ viewer, request }) => {
  const ids = new URL(request.url).searchParams.getAll('id').filter(Boolean);
  if (ids.length === 0 || ids.length > MOST) throw new PortalFault({ kind: 'invalid', fields: { id: 'other' } });
  const deadlines = await decisionDeadlines(await graphFor(viewer, 'EntitlementManagement.Read.All'), ids);
  return {
    deadlines: Object.fromEntries(
      ids.flatMap((id, index) => {
        const deadline = deadlines[index];
        return deadline instanceof PortalFault ? [] : [[id, deadline ?? null] as const];
      }),
    ),
  };
});
