import { getTimeZone } from 'next-intl/server';
import { toWay } from '@/components/assignments/to-way';
import { handler } from '@/lib/auth/handler';
import { policyRequirementsOf } from '@/lib/entitlement/policies';

/** What the policies of up to twenty packages (`?package=<id>`) would let me do. One $batch, contract §4.3, scope S. */
export const GET = handler('requestor', async ({ graph, request }) => {
  const ids = new URL(request.url).searchParams.getAll('package').slice(0, 20);
  const timeZone = await getTimeZone();
  const read = ids.length > 0 ? await policyRequirementsOf(graph, ids) : new Map<string, null>();
  return Object.fromEntries(ids.map((id) => [id, read.get(id)?.map((requirements) => toWay(requirements, graph.now(), timeZone)) ?? null]));
});
