import { requirementFacts } from '@/components/access-packages/requirement-facts';
import { handler } from '@/lib/auth/handler';
import { policyRequirementsOf } from '@/lib/entitlement/policies';

/** Requirements in short of up to 20 packages, one $batch: `?id=…&id=…`. */
export const GET = handler('requestor', async ({ graph, request }) => {
  const ids = [...new Set(new URL(request.url).searchParams.getAll('id'))].filter(Boolean).slice(0, 20);
  if (ids.length === 0) return {};
  const policies = await policyRequirementsOf(graph, ids);
  return Object.fromEntries([...policies].map(([id, found]) => [id, found && requirementFacts(found)]));
});
