import 'server-only';
import { graphFor } from '@/lib/auth/guard';
import type { Viewer } from '@/lib/auth/viewer';
import { packageContents, type ResourceRole } from '@/lib/entitlement/access-packages';
import type { Approval } from '@/lib/entitlement/approvals';
import { decisionDeadline } from '@/lib/entitlement/deadline';
import { holdingsOf, type Holdings } from '@/lib/entitlement/holdings';
import { policyRequirements } from '@/lib/entitlement/policies';
import type { Question } from '@/lib/entitlement/questions';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import type { Graph } from '@/lib/graph/graph';
import { outcomeOf, type Result } from '@/lib/portal-error';
import { decidedBefore, type MyDecision } from '@/lib/submissions/decisions';

/** What helps deciding and may not be readable: null where it is not. */
export interface MoreFacts {
  contents: ResourceRole[] | null;
  /** In the reader's language, for the answers. */
  questions: Question[];
  holdings: Holdings | null;
  before: MyDecision | null;
  /** When Graph denies it by itself, UTC ISO 8601. */
  deadline: string | null;
}

/** Everything beyond the request itself, side by side; what cannot be read shortens the panel and never breaks it. */
export async function readFacts(viewer: Viewer, graph: Graph, request: AssignmentRequest, approval: Approval | null): Promise<MoreFacts> {
  const packageId = request.accessPackage?.id;
  // Where Graph did not tell for whom, nothing is read about anybody.
  const targetId = request.target?.objectId ?? null;
  const reader = () => graphFor(viewer, 'EntitlementManagement.Read.All');
  const deadline = outcomeOf(reader().then((read) => decisionDeadline(read, request, approval)));
  if (packageId === undefined) return { contents: null, questions: [], holdings: null, before: null, deadline: valueOf(await deadline) };
  const [contents, rules, holdings, before, until] = await Promise.all([
    outcomeOf(packageContents(graph, packageId)),
    request.answers.length > 0 ? outcomeOf(policyRequirements(graph, packageId)) : null,
    targetId === null ? null : outcomeOf(reader().then((read) => holdingsOf(read, targetId, packageId))),
    targetId === null ? null : decidedBefore(viewer, { targetId, accessPackageId: packageId, requestId: request.id }),
    deadline,
  ]);
  return {
    contents: contents.ok ? contents.value : null,
    questions: rules?.ok ? rules.value.flatMap((policy) => policy.questions) : [],
    holdings: holdings?.ok ? holdings.value : null,
    before,
    deadline: valueOf(until),
  };
}

function valueOf<T>(outcome: Result<T>): T | null {
  return outcome.ok ? outcome.value : null;
}
