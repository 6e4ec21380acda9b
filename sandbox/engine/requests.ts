import { openStage } from '../tenant/due.ts';
import { addDuration } from '../tenant/durations.ts';
import type { AssignmentRequest, Caller, RequestType } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { planAdminAdd, planAdminRemove, planAdminUpdate } from './admin-requests.ts';
import { approvalRun, withStage } from './approval-stages.ts';
import { invalidModel, invalidOperation, notFound, permissionDenied } from './refusals.ts';
import type { CallbackInput, RequestInput } from './request-input.ts';
import type { RequestPlan } from './request-plan.ts';
import { rightsOnPackage } from './rights.ts';
import { subjectFor } from './targets.ts';
import { canStep, moveAssignment, moveRequest } from './transition-table.ts';
import { planApproverRemove, planUserAdd, planUserRemove, planUserUpdate } from './user-requests.ts';

/** A failed delivery can be tried again for so long (contract §4.9). */
const REPROCESS_SPAN = 'P14D';

type Planner = (tenant: Tenant, caller: Caller, input: RequestInput) => RequestPlan;

/** The types a caller may send; the service's own are refused (contract §4.8). */
const PLANNERS: Partial<Record<RequestType, Planner>> = {
  userAdd: planUserAdd,
  userUpdate: planUserUpdate,
  userRemove: planUserRemove,
  adminAdd: planAdminAdd,
  adminUpdate: planAdminUpdate,
  adminRemove: planAdminRemove,
  approverRemove: planApproverRemove,
};

/**
 * Takes a request (contract §4.8) and returns it as it stands: state `submitted`, status `Accepted`. The row carries its true creation
 * time; that the POST answers `createdDateTime: null` is the Graph floor's. Throws Refusal with the statuses and codes of contract §9.
 */
export function createRequest(tenant: Tenant, caller: Caller, input: RequestInput): AssignmentRequest {
  const planner = PLANNERS[input.requestType];
  if (!planner) throw invalidModel(`requestType ${input.requestType} cannot be sent.`);
  const plan = planner(tenant, caller, input);
  const now = tenant.now();
  return tenant.requests.put({
    id: tenant.newId(),
    requestType: input.requestType,
    state: 'submitted',
    status: 'Accepted',
    justification: input.justification ?? null,
    answers: plan.answers,
    schedule: plan.schedule,
    packageId: plan.packageId,
    policyId: plan.policy.id,
    policyExpiration: plan.policy.expiration,
    assignmentId: plan.assignment?.id ?? null,
    targetId: plan.subjectId ?? subjectFor(tenant, plan.target).id,
    requestorId: tenant.subjectOf(caller.person).id,
    createdAt: now,
    completedAt: null,
    dueAt: now,
    customExtensionCalloutInstances: [],
    approval: approvalRun(tenant, plan.policy.requestApprovalSettings, plan.needsApproval),
  });
}

/** Cancels an open request: one's own, or another's with a role on its catalog. Refusal 404 unknown, 403 no right, 400 wrong state (contract §4.9). */
export function cancelRequest(tenant: Tenant, caller: Caller, requestId: string): AssignmentRequest {
  const request = requestOf(tenant, requestId);
  if (!isOwn(tenant, caller, request)) refuseWithoutRole(tenant, caller, request);
  // While a custom extension has it, the status is none of those that can be cancelled.
  if (!canStep(request, 'cancel') || isWaiting(request)) throw invalidOperation(`A request in state ${request.state} cannot be canceled.`);
  const stage = openStage(request);
  return moveRequest(
    tenant,
    request,
    'cancel',
    tenant.now(),
    stage ? { approval: withStage(request, stage.id, { status: 'Expired' }) } : {},
  );
}

/** Whether this person asked for it or gets it: such a request they may cancel without a role. */
export function isOwn(tenant: Tenant, caller: Caller, request: AssignmentRequest): boolean {
  return [request.requestorId, request.targetId].some((id) => tenant.subjects.get(id)?.objectId === caller.person.id);
}

/** Delivers a failed or partial request once more, within 14 days of its completion. Needs a role. Refusal 404, 403, 400 (contract §4.9). */
export function reprocessRequest(tenant: Tenant, caller: Caller, requestId: string): AssignmentRequest {
  const request = requestOf(tenant, requestId);
  refuseWithoutRole(tenant, caller, request);
  const now = tenant.now();
  if (!canStep(request, 'reprocess')) throw invalidOperation(`A request in state ${request.state} cannot be reprocessed.`);
  if (addDuration(request.completedAt ?? request.createdAt, REPROCESS_SPAN) < now)
    throw invalidOperation('The request was completed over 14 days ago.');
  const assignment = tenant.assignments.get(request.assignmentId ?? '');
  if (assignment?.state === 'deliveryFailed' || assignment?.state === 'partiallyDelivered')
    moveAssignment(tenant, assignment, 'redeliver', now);
  return moveRequest(tenant, request, 'reprocess', now, { dueAt: now + tenant.behaviour.deliverySeconds * 1000 });
}

/** Frees a request that waits for a custom extension; `callback.state` denied or canceled ends it. Needs a role. Refusal 404, 403, 400 (contract §4.9). */
export function resumeRequest(tenant: Tenant, caller: Caller, requestId: string, callback: CallbackInput): AssignmentRequest {
  const request = requestOf(tenant, requestId);
  refuseWithoutRole(tenant, caller, request);
  if (!isWaiting(request)) throw invalidOperation('The request does not wait for a custom extension.');
  const verdict = callback.state?.toLowerCase() ?? '';
  if (!['', 'denied', 'canceled'].includes(verdict)) throw invalidModel('data.state is denied or canceled.');
  if (verdict !== '' && callback.stage !== undefined && callback.stage.toLowerCase() !== 'assignmentrequestcreated') {
    throw invalidModel('data.state may only be set at stage assignmentRequestCreated.');
  }
  const now = tenant.now();
  const called = {
    customExtensionCalloutInstances: request.customExtensionCalloutInstances.map((instance) => ({
      ...instance,
      status: 'callbackReceived' as const,
      detail: callback.customExtensionStageInstanceDetail ?? instance.detail,
    })),
  };
  if (verdict === 'denied') return moveRequest(tenant, request, 'deny', now, called);
  if (verdict === 'canceled') return moveRequest(tenant, request, 'cancel', now, called);
  return moveRequest(tenant, request, 'callBack', now, { ...called, dueAt: now });
}

/** Deletes the record of a denied or completed request that has no assignment object. Needs a role. Refusal 404, 403, 400 (contract §4.9). */
export function deleteRequest(tenant: Tenant, caller: Caller, requestId: string): void {
  const request = requestOf(tenant, requestId);
  refuseWithoutRole(tenant, caller, request);
  if (request.completedAt === null) throw invalidOperation(`A request in state ${request.state} cannot be deleted.`);
  const assignment = tenant.assignments.get(request.assignmentId ?? '');
  if (assignment && assignment.state !== 'expired') throw invalidOperation('The request still has an assignment.');
  tenant.requests.delete(request.id);
}

/** Re-evaluates a delivered assignment; nothing of it changes here. Needs a role. Refusal 404, 403, 400 (contract §4.6). */
export function reprocessAssignment(tenant: Tenant, caller: Caller, assignmentId: string): void {
  const assignment = tenant.assignments.get(assignmentId);
  if (!assignment) throw notFound('The assignment');
  refuseWithoutRole(tenant, caller, assignment);
  if (assignment.state !== 'delivered') throw invalidOperation(`An assignment in state ${assignment.state} cannot be reprocessed.`);
  moveAssignment(tenant, assignment, 'deliver', tenant.now());
}

function requestOf(tenant: Tenant, requestId: string): AssignmentRequest {
  const request = tenant.requests.get(requestId);
  if (!request) throw notFound('The request');
  return request;
}

function refuseWithoutRole(tenant: Tenant, caller: Caller, row: { packageId: string }): void {
  if (!rightsOnPackage(tenant, caller.person, row.packageId).manageAssignments) {
    throw permissionDenied("The caller does not manage assignments of this access package's catalog.");
  }
}

function isWaiting(request: AssignmentRequest): boolean {
  return request.state === 'submitted' && request.status.toLowerCase() === 'waitingforcallback';
}
