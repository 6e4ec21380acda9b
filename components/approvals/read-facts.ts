import 'server-only';
import { graphFor } from '@/lib/auth/guard';
import type { Viewer } from '@/lib/auth/viewer';
import { packageContents, type ResourceRole } from '@/lib/entitlement/access-packages';
import { holdingsOf, type Holdings } from '@/lib/entitlement/holdings';
import { policyRequirements } from '@/lib/entitlement/policies';
import type { Question } from '@/lib/entitlement/questions';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import type { Graph } from '@/lib/graph/graph';
import { outcomeOf } from '@/lib/portal-error';
import { decidedBefore, type MyDecision } from '@/lib/submissions/decisions';

/** What helps deciding and may not be readable: null where it is not. */
export interface MoreFacts {
  contents: ResourceRole[] | null;
  /** In the reader's language, for the answers. */
  questions: Question[];
  holdings: Holdings | null;
  before: MyDecision | null;
}

/** Everything beyond the request itself, side by side; what cannot be read shortens the panel and never breaks it. */
export async function readFacts(viewer: Viewer, graph: Graph, request: AssignmentRequest): Promise<MoreFacts> {
  const packageId = request.accessPackage?.id;
  // Where Graph did not tell for whom, nothing is read about anybody.
  const targetId = request.target?.objectId ?? null;
  if (packageId === undefined) return { contents: null, questions: [], holdings: null, before: null };
  const [contents, rules, holdings, before] = await Promise.all([
    outcomeOf(packageContents(graph, packageId)),
    request.answers.length > 0 ? outcomeOf(policyRequirements(graph, packageId)) : null,
    targetId === null ? null : outcomeOf(readHoldings(viewer, targetId, packageId)),
    targetId === null ? null : decidedBefore(viewer, { targetId, accessPackageId: packageId, requestId: request.id }),
  ]);
  return {
    contents: contents.ok ? contents.value : null,
    questions: rules?.ok ? rules.value.flatMap((policy) => policy.questions) : [],
    holdings: holdings?.ok ? holdings.value : null,
    before,
  };
}

/** Who holds what is for readers with a role only (contract §2.2). */
async function readHoldings(viewer: Viewer, targetId: string, packageId: string): Promise<Holdings> {
  return holdingsOf(await graphFor(viewer, 'EntitlementManagement.Read.All'), targetId, packageId);
}
