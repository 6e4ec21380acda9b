import type { Assignment, AssignmentRequest, AssignmentState, RequestState } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { invalidOperation } from './refusals.ts';

interface Step<State> {
  from: readonly State[];
  to: State;
  status: string;
  /** The request is completed by it. */
  ends?: boolean;
}

/** Every change of a request's state that there is (contract §6.2); the status words of contract §6.1. */
export const REQUEST_STEPS = {
  waitForCallback: { from: ['submitted'], to: 'submitted', status: 'WaitingForCallback' },
  callBack: { from: ['submitted'], to: 'submitted', status: 'Accepted' },
  askApproval: { from: ['submitted', 'pendingApproval'], to: 'pendingApproval', status: 'PendingApproval' },
  escalate: { from: ['pendingApproval'], to: 'pendingApproval', status: 'PendingApprovalEscalated' },
  deny: { from: ['submitted', 'pendingApproval'], to: 'denied', status: 'Denied', ends: true },
  cancel: { from: ['submitted', 'pendingApproval', 'scheduled'], to: 'canceled', status: 'Canceled', ends: true },
  schedule: { from: ['submitted', 'pendingApproval'], to: 'scheduled', status: 'PendingNotBefore' },
  beginDelivery: { from: ['submitted', 'pendingApproval', 'scheduled'], to: 'delivering', status: 'Delivering' },
  reprocess: { from: ['deliveryFailed', 'partiallyDelivered'], to: 'delivering', status: 'Delivering' },
  hold: { from: ['delivering'], to: 'delivering', status: 'Delivering' },
  deliver: { from: ['delivering'], to: 'delivered', status: 'Delivered', ends: true },
  deliverPartly: { from: ['delivering'], to: 'partiallyDelivered', status: 'PartiallyDelivered', ends: true },
  fail: { from: ['delivering'], to: 'deliveryFailed', status: 'DeliveryFailed', ends: true },
} as const satisfies Record<string, Step<RequestState>>;

export type RequestStep = keyof typeof REQUEST_STEPS;

/** Every change of an assignment's state that there is (contract §6.2). */
export const ASSIGNMENT_STEPS = {
  redeliver: { from: ['deliveryFailed', 'partiallyDelivered'], to: 'delivering', status: 'Delivering' },
  deliver: { from: ['delivering', 'delivered', 'partiallyDelivered'], to: 'delivered', status: 'Delivered' },
  deliverPartly: { from: ['delivering', 'delivered', 'partiallyDelivered'], to: 'partiallyDelivered', status: 'PartiallyDelivered' },
  fail: { from: ['delivering'], to: 'deliveryFailed', status: 'DeliveryFailed' },
  expire: {
    from: ['delivering', 'partiallyDelivered', 'delivered', 'deliveryFailed'],
    to: 'expired',
    status: 'ExpiredNotificationTriggered',
  },
} as const satisfies Record<string, Step<AssignmentState>>;

export type AssignmentStep = keyof typeof ASSIGNMENT_STEPS;

/** Whether the table has this step from the request's present state. */
export function canStep(request: AssignmentRequest, name: RequestStep): boolean {
  return (REQUEST_STEPS[name].from as readonly RequestState[]).includes(request.state);
}

/** Moves a request one step at an instant (UTC ms) and puts it. Refusal 400 InvalidOperation when the table has no such step. */
export function moveRequest(
  tenant: Tenant,
  request: AssignmentRequest,
  name: RequestStep,
  at: number,
  changes: Partial<AssignmentRequest> = {},
): AssignmentRequest {
  const step: Step<RequestState> = REQUEST_STEPS[name];
  if (!canStep(request, name)) throw invalidOperation(`A request in state ${request.state} does not allow ${name}.`);
  return tenant.requests.put({
    ...request,
    dueAt: null,
    ...changes,
    state: step.to,
    status: step.status,
    completedAt: step.ends === true ? at : null,
  });
}

/** Moves an assignment one step at an instant (UTC ms) and puts it. Refusal 400 InvalidOperation when the table has no such step. */
export function moveAssignment(
  tenant: Tenant,
  assignment: Assignment,
  name: AssignmentStep,
  at: number,
  changes: Partial<Assignment> = {},
): Assignment {
  const step: Step<AssignmentState> = ASSIGNMENT_STEPS[name];
  if (!step.from.includes(assignment.state)) throw invalidOperation(`An assignment in state ${assignment.state} does not allow ${name}.`);
  return tenant.assignments.put({
    ...assignment,
    ...changes,
    state: step.to,
    status: step.status,
    expiredAt: step.to === 'expired' ? at : assignment.expiredAt,
  });
}
