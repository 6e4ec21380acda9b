import type { Graph } from '@/lib/graph/graph';
import { query, segment } from '@/lib/graph/odata';
import { PortalFault } from '@/lib/portal-error';
import type { Approval } from './approvals';
import { approvalsOf, openStage } from './approvals';
import { addDuration } from './durations';
import type { AssignmentRequest } from './requests';
import { EM } from './wire/paths';
import { wirePolicyInForce, type PolicyInForce } from './wire/policy-in-force';
import { wireRequest } from './wire/request';

/**
 * When Graph denies the open stage by itself (`durationBeforeAutomaticDenial`, contract §3, §6.1), UTC ISO 8601. Only from the request's own
 * policy, for readers of it (scope R and a role): null where it cannot be said without guessing. Throws what reading throws.
 */
export async function decisionDeadline(
  graph: Graph,
  request: Pick<AssignmentRequest, 'id' | 'createdDateTime' | 'waitingForCallback' | 'callout'>,
  approval: Approval | null,
): Promise<string | null> {
  if (approval === null || openStage(approval) === null) return null;
  return deadlineOf(wirePolicyInForce.parse(await graph.get(policyPath(request.id))), request, approval);
}

/**
 * The same for up to 20 requests of a list, in the order asked, with two $batches side by side; null where it cannot be said, a fault
 * where this reader may not read what it takes. Throws where the batches themselves fail.
 */
export async function decisionDeadlines(graph: Graph, requestIds: readonly string[]): Promise<(string | null | PortalFault)[]> {
  const [approvals, policies] = await Promise.all([
    approvalsOf(graph, requestIds),
    graph.batch(requestIds.map((id) => ({ method: 'GET', path: policyPath(id) }))),
  ]);
  return requestIds.map((_, index) => {
    const [approval, read] = [approvals[index] ?? null, policies[index]];
    if (approval instanceof PortalFault) return approval;
    if (read instanceof PortalFault) return read;
    if (read instanceof Error) throw read;
    const request = wireRequest.parse(read);
    return approval && request ? deadlineOf(wirePolicyInForce.parse(read), request, approval) : null;
  });
}

function policyPath(requestId: string): string {
  return `${EM}/assignmentRequests/${segment(requestId)}${query({ $expand: 'assignment($expand=assignmentPolicy)' })}`;
}

/** The same, of a policy that was read. */
export function deadlineOf(
  policy: PolicyInForce | null,
  { createdDateTime, waitingForCallback, callout }: Pick<AssignmentRequest, 'createdDateTime' | 'waitingForCallback' | 'callout'>,
  approval: Approval,
): string | null {
  const open = openStage(approval);
  if (policy === null || open === null || createdDateTime === null || waitingForCallback) return null;
  // A system outside may have held it before the first stage: since when that runs is not told.
  if (callout) return null;
  // A policy changed since speaks of later requests only (contract §6.4).
  if (policy.modifiedDateTime === null || policy.modifiedDateTime > createdDateTime) return null;
  if (policy.denialAfter.length !== approval.stages.length) return null;
  const index = approval.stages.indexOf(open);
  const since = index === 0 ? createdDateTime : approval.stages[index - 1]?.reviewedDateTime;
  const after = policy.denialAfter[index];
  return since && after ? (addDuration(new Date(since), after)?.toISOString() ?? null) : null;
}
