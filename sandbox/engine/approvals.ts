import type { ApprovalStageRun, AssignmentRequest, Caller, Person } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** Requests whose current stage waits for this person's decision, oldest first; never their own (contract §4.7). */
export function pendingFor(tenant: Tenant, personId: string): readonly AssignmentRequest[] {
  return tenant.requests.by('approverId', personId);
}

/** Whether this stage is open and this person may decide it: `assignedToMe` on the wire. */
export function assignedTo(stage: ApprovalStageRun, personId: string): boolean {
  return stage.status === 'InProgress' && stage.approverIds.includes(personId);
}

/** Whether this person may read the approval: an approver of any stage, the requestor's administrators (read role). Requestor and target may not. */
export function mayReadApproval(tenant: Tenant, person: Person, request: AssignmentRequest): boolean {
  throw new Error(`Not there yet: ${tenant.partition} ${person.id} ${request.id}`);
}

/**
 * Decides a stage (contract §4.10). Refusal 404 unknown request, approval or stage; 403 not an approver of it; 409 decided before;
 * 400 the stage is not open, or the justification that its settings ask for is missing.
 */
export function decideStage(
  tenant: Tenant,
  caller: Caller,
  requestId: string,
  stageId: string,
  decision: 'Approve' | 'Deny',
  justification: string | null,
): AssignmentRequest {
  throw new Error(`Not there yet: ${tenant.partition} ${caller.app} ${requestId} ${stageId} ${decision} ${justification}`);
}
