import type { ApprovalStageRun, AssignmentRequest, Caller, Person } from '../tenant/model.ts';
import { Refusal } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { startStage, withStage } from './approval-stages.ts';
import { invalidModel, invalidOperation, notFound, permissionDenied } from './refusals.ts';
import { rightsOnPackage } from './rights.ts';
import { moveRequest } from './transition-table.ts';
import { proceed } from './transitions.ts';

/** Requests whose current stage waits for this person's decision, oldest first; never their own (contract §4.7). */
export function pendingFor(tenant: Tenant, personId: string): readonly AssignmentRequest[] {
  return tenant.requests.by('approverId', personId);
}

/** Whether this stage is open and this person may decide it: `assignedToMe` on the wire. */
export function assignedTo(stage: ApprovalStageRun, personId: string): boolean {
  return stage.status === 'InProgress' && stage.approverIds.includes(personId);
}

/** Whether this person may read the approval: an approver of a stage that was opened, or somebody with a read role on the catalog. */
export function mayReadApproval(tenant: Tenant, person: Person, request: AssignmentRequest): boolean {
  const approves = request.approval?.stages.some((stage) => stage.approverIds.includes(person.id) || stage.reviewedBy?.id === person.id);
  return approves === true || rightsOnPackage(tenant, person, request.packageId).read;
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
  const request = tenant.requests.get(requestId);
  const stages = request?.approval?.stages ?? [];
  const index = stages.findIndex((row) => row.id === stageId);
  const stage = stages[index];
  if (!request || !stage) throw notFound('The approval stage');
  if (!stage.approverIds.includes(caller.person.id)) throw permissionDenied('The caller does not approve this stage.');
  if (stage.status === 'Completed') throw new Refusal(409, 'Conflict', 'The stage was decided before.');
  if (stage.status !== 'InProgress' || request.state !== 'pendingApproval')
    throw invalidOperation('The stage does not wait for a decision.');
  if (stage.settings.isApproverJustificationRequired && !justification?.trim()) throw invalidModel('justification is needed.');
  const at = tenant.now();
  const decided: AssignmentRequest = {
    ...request,
    approval: withStage(request, stageId, {
      status: 'Completed',
      reviewResult: decision === 'Approve' ? 'Approved' : 'Denied',
      justification: justification ?? '',
      reviewedBy: { id: caller.person.id, displayName: caller.person.displayName },
      reviewedAt: at,
    }),
  };
  if (decision === 'Deny') return moveRequest(tenant, decided, 'deny', at, { approval: decided.approval });
  return index + 1 < stages.length ? startStage(tenant, decided, index + 1, at) : proceed(tenant, decided, at);
}
