import { assignmentDue, denialDue, escalationDue, openStage, requestDue } from '../tenant/due.ts';
import { instant } from '../tenant/durations.ts';
import type { AssignmentRequest } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { denyUnanswered, escalateStage, startStage } from './approval-stages.ts';
import { beginDelivery, expireAssignment, finishDelivery, isRemoval } from './delivery.ts';
import { moveRequest } from './transition-table.ts';

/** A request that needs nobody stays submitted for a moment of its delivery time, so that it can be seen and cancelled [choice]. */
const SUBMITTED_MS = 1000;

/** Runs everything that is due on the partition's clock, in order and each at its own instant. Called at the start of every call and after the clock was turned. */
export function settle(tenant: Tenant): void {
  const now = tenant.now();
  for (let timer = tenant.timers.take(now); timer; timer = tenant.timers.take(now)) {
    if (timer.table === 'requests') {
      const request = tenant.requests.get(timer.id);
      if (request && requestDue(request) === timer.at) moveOn(tenant, request, timer.at);
    } else {
      const assignment = tenant.assignments.get(timer.id);
      if (assignment && assignmentDue(assignment) === timer.at) expireAssignment(tenant, assignment, timer.at);
    }
  }
}

/** What happens by itself to a request at the instant it is due. */
function moveOn(tenant: Tenant, request: AssignmentRequest, at: number): void {
  if (request.state === 'submitted') afterSubmission(tenant, request, at);
  else if (request.state === 'scheduled') beginDelivery(tenant, request, at);
  else if (request.state === 'delivering') finishDelivery(tenant, request, at);
  else {
    const stage = openStage(request);
    if (!stage) return;
    const escalation = escalationDue(stage);
    if (escalation !== null && escalation < denialDue(stage)) escalateStage(tenant, request, stage, at);
    else denyUnanswered(tenant, request, stage, at);
  }
}

function afterSubmission(tenant: Tenant, request: AssignmentRequest, at: number): void {
  if (tenant.behaviour.delivery === 'waitForCallback' && request.customExtensionCalloutInstances.length === 0 && !isRemoval(request)) {
    moveRequest(tenant, request, 'waitForCallback', at, {
      customExtensionCalloutInstances: [
        {
          id: tenant.newId(),
          customExtensionId: tenant.newId('custom extension'),
          status: 'waitingForCallback',
          detail: null,
          externalCorrelationId: tenant.newId(),
        },
      ],
    });
  } else if (request.approval) startStage(tenant, request, 0, at);
  else proceed(tenant, request, at);
}

/** What follows when nobody has to agree any more: the start is awaited, then delivery begins (contract §6.2). */
export function proceed(tenant: Tenant, request: AssignmentRequest, at: number): AssignmentRequest {
  const start = instant(request.schedule.startDateTime);
  if (start !== null && start > at) return moveRequest(tenant, request, 'schedule', at);
  const seenUntil = request.createdAt + Math.min(SUBMITTED_MS, (tenant.behaviour.deliverySeconds * 1000) / 3);
  if (request.state === 'submitted' && at < seenUntil) return tenant.requests.put({ ...request, dueAt: seenUntil });
  return beginDelivery(tenant, request, at);
}

/** Lets go what `delivery: hold` held back, once it says something else. Called after the behaviour was changed. */
export function releaseHeld(tenant: Tenant): void {
  if (tenant.behaviour.delivery === 'hold') return;
  const dueAt = tenant.now() + tenant.behaviour.deliverySeconds * 1000;
  for (const request of [...tenant.requests.by('state', 'delivering')]) {
    if (request.dueAt == null) tenant.requests.put({ ...request, dueAt });
  }
}
