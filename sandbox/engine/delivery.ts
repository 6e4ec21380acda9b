import type { Assignment, AssignmentRequest } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { grantedSchedule, isSpecified, NO_SCHEDULE } from './schedules.ts';
import { moveAssignment, moveRequest } from './transition-table.ts';

/** userRemove, adminRemove, approverRemove, systemRemove. */
export function isRemoval(request: AssignmentRequest): boolean {
  return request.requestType.endsWith('Remove');
}

/** Starts delivery at an instant; an add gets its assignment here (contract §6.2). */
export function beginDelivery(tenant: Tenant, request: AssignmentRequest, at: number): AssignmentRequest {
  const span = tenant.behaviour.deliverySeconds * 1000;
  // The moment it was seen as submitted counts as delivery time, unless it had to wait for something.
  const begun = request.state === 'submitted' && request.customExtensionCalloutInstances.length === 0 ? request.createdAt : at;
  const assignmentId = request.assignmentId ?? (request.requestType.endsWith('Add') ? grant(tenant, request, at).id : null);
  return moveRequest(tenant, request, 'beginDelivery', at, { assignmentId, dueAt: Math.max(at, begun + span) });
}

function grant(tenant: Tenant, request: AssignmentRequest, at: number): Assignment {
  const expiration = request.policyExpiration ?? tenant.policies.get(request.policyId)?.expiration ?? NO_SCHEDULE.expiration;
  return tenant.assignments.put({
    // Named after its request: Graph shows the coming assignment's id while the request is still open.
    id: tenant.newId(`assignment of ${request.id}`),
    packageId: request.packageId,
    policyId: request.policyId,
    subjectId: request.targetId,
    state: 'delivering',
    status: 'Delivering',
    schedule: grantedSchedule(request.schedule.expiration, expiration, at),
    answers: request.answers,
    createdBy: tenant.subjects.get(request.requestorId)?.objectId ?? null,
    approvedBy: approvedBy(request),
    createdAt: at,
    expiredAt: null,
  });
}

function approvedBy(request: AssignmentRequest): string[] {
  const stages = request.approval?.stages ?? [];
  return [...new Set(stages.flatMap((stage) => (stage.reviewResult === 'Approved' && stage.reviewedBy ? [stage.reviewedBy.id] : [])))];
}

/** Ends delivery as `behaviour.delivery` says. */
export function finishDelivery(tenant: Tenant, request: AssignmentRequest, at: number): void {
  const { delivery } = tenant.behaviour;
  if (delivery === 'hold') {
    moveRequest(tenant, request, 'hold', at);
    return;
  }
  const assignment = tenant.assignments.get(request.assignmentId ?? '');
  const gone = !assignment || (!isRemoval(request) && (assignment.state === 'expired' || assignment.state === 'deliveryFailed'));
  if (gone || delivery === 'fail') {
    if (assignment?.state === 'delivering') moveAssignment(tenant, assignment, 'fail', at);
    moveRequest(tenant, request, 'fail', at);
    return;
  }
  const partly = delivery === 'partial';
  deliverTo(tenant, request, assignment, partly, at);
  moveRequest(tenant, request, partly ? 'deliverPartly' : 'deliver', at);
}

function deliverTo(tenant: Tenant, request: AssignmentRequest, assignment: Assignment, partly: boolean, at: number): void {
  if (isRemoval(request)) {
    if (assignment.state === 'expired') return;
    if (!partly) moveAssignment(tenant, assignment, 'expire', at);
    else if (assignment.state !== 'deliveryFailed') moveAssignment(tenant, assignment, 'deliverPartly', at);
    return;
  }
  const step = partly ? 'deliverPartly' : 'deliver';
  if (assignment.state === 'delivering') {
    moveAssignment(tenant, assignment, step, at);
    if (!partly) replaceLeftovers(tenant, assignment, at);
  } else moveAssignment(tenant, assignment, step, at, changesOf(tenant, request, assignment, at));
}

/** What an update, or an add that renews, changes on the assignment (contract §6.2). */
function changesOf(tenant: Tenant, request: AssignmentRequest, assignment: Assignment, at: number): Partial<Assignment> {
  const renews = request.requestType.endsWith('Add');
  const expiration = request.policyExpiration ?? tenant.policies.get(request.policyId)?.expiration ?? NO_SCHEDULE.expiration;
  const answered = new Set(request.answers.map((answer) => answer.answeredQuestion.id));
  return {
    policyId: request.policyId,
    schedule:
      renews || isSpecified(request.schedule.expiration)
        ? { ...assignment.schedule, expiration: grantedSchedule(request.schedule.expiration, expiration, at).expiration }
        : assignment.schedule,
    answers: [...assignment.answers.filter((answer) => !answered.has(answer.answeredQuestion.id)), ...request.answers],
  };
}

/** A delivered assignment takes the place of earlier ones that failed or came in part [choice]. */
function replaceLeftovers(tenant: Tenant, assignment: Assignment, at: number): void {
  const same = [...tenant.assignments.by('packageId+subjectId', `${assignment.packageId}+${assignment.subjectId}`)];
  for (const other of same) {
    const leftover = other.state === 'deliveryFailed' || other.state === 'partiallyDelivered';
    if (leftover && other.id !== assignment.id) moveAssignment(tenant, other, 'expire', at);
  }
}

/** The end of an assignment and the systemRemove that goes with it, at the same instant (contract §6.4). */
export function expireAssignment(tenant: Tenant, assignment: Assignment, at: number): void {
  const request = tenant.requests.put({
    id: tenant.newId(),
    requestType: 'systemRemove',
    state: 'submitted',
    status: 'Accepted',
    justification: null,
    answers: [],
    schedule: NO_SCHEDULE,
    packageId: assignment.packageId,
    policyId: assignment.policyId,
    assignmentId: assignment.id,
    targetId: assignment.subjectId,
    requestorId: assignment.subjectId,
    createdAt: at,
    completedAt: null,
    dueAt: null,
    customExtensionCalloutInstances: [],
    approval: null,
  });
  const delivering = moveRequest(tenant, request, 'beginDelivery', at);
  moveAssignment(tenant, assignment, 'expire', at);
  moveRequest(tenant, delivering, 'deliver', at);
}
