import type { Graph } from '@/lib/graph/graph';
import { query, segment } from '@/lib/graph/odata';
import type { Approval } from './approvals';
import { openStage } from './approvals';
import { addDuration } from './durations';
import type { AssignmentRequest } from './requests';
import { EM } from './wire/paths';
import { wirePolicyInForce, type PolicyInForce } from './wire/policy-in-force';

/**
 * When Graph denies the open stage by itself (`durationBeforeAutomaticDenial`, contract §3, §6.1), UTC ISO 8601. Only from the request's own
 * policy, for readers of it (scope R and a role): null where it cannot be said without guessing. Throws what reading throws.
 */
export async function decisionDeadline(
  graph: Graph,
  request: Pick<AssignmentRequest, 'id' | 'createdDateTime' | 'waitingForCallback'>,
  approval: Approval | null,
): Promise<string | null> {
  if (approval === null || openStage(approval) === null) return null;
  const path = `${EM}/assignmentRequests/${segment(request.id)}${query({ $expand: 'assignment($expand=assignmentPolicy)' })}`;
  return deadlineOf(wirePolicyInForce.parse(await graph.get(path)), request, approval);
}

/** The same, of a policy that was read. */
export function deadlineOf(
  policy: PolicyInForce | null,
  { createdDateTime, waitingForCallback }: Pick<AssignmentRequest, 'createdDateTime' | 'waitingForCallback'>,
  approval: Approval,
): string | null {
  const open = openStage(approval);
  if (policy === null || open === null || createdDateTime === null || waitingForCallback) return null;
  // A policy changed since speaks of later requests only (contract §6.4).
  if (policy.modifiedDateTime === null || policy.modifiedDateTime > createdDateTime) return null;
  if (policy.denialAfter.length !== approval.stages.length) return null;
  const index = approval.stages.indexOf(open);
  const since = index === 0 ? createdDateTime : approval.stages[index - 1]?.reviewedDateTime;
  const after = policy.denialAfter[index];
  return since && after ? (addDuration(new Date(since), after)?.toISOString() ?? null) : null;
}
