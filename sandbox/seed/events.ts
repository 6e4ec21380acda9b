import { grantedSchedule, NO_SCHEDULE } from '../engine/schedules.ts';
import type {
  Answer,
  Assignment,
  AssignmentRequest,
  AssignmentState,
  RequestState,
  RequestType,
  Schedule,
  Subject,
} from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { answersFor } from './answers.ts';
import { agreed, refused, waitFor } from './event-approvals.ts';
import type { Scene, SeededEvent } from './event.ts';
import { DAY, daysAgo, inDays, iso } from './instants.ts';
import { packageId } from './packages.ts';
import { personOf } from './people.ts';
import { policyId } from './policies.ts';

const MINUTE = 60_000;
/** A completed request is kept three months (contract §1.9). */
const KEPT_DAYS = 90;

/** Writes events into the tenant, oldest first, as the service would have left them. */
export function seedEvents(tenant: Tenant, events: readonly SeededEvent[]): void {
  const inOrder = [...events].sort((one, two) => two.daysAgo - one.daysAgo);
  for (const event of inOrder) write(toScene(tenant, event));
}

function toScene(tenant: Tenant, event: SeededEvent): Scene {
  const id = policyId(tenant, event.package, event.policy ?? 'employees');
  const policy = tenant.policies.get(id);
  if (!policy) throw new Error(`No seeded policy ${event.package}/${event.policy ?? 'employees'}`);
  const askedAt = Math.min(daysAgo(tenant, event.daysAgo, event.time), tenant.now() - 10 * MINUTE);
  const stages = event.by === undefined ? policy.requestApprovalSettings.stages.length : 0;
  return { tenant, event, policy, askedAt, grantedAt: Math.min(askedAt + stages * 95 * MINUTE + 2 * MINUTE, tenant.now()) };
}

function write(scene: Scene): void {
  const { tenant, event } = scene;
  const { outcome } = event;
  switch (outcome.is) {
    case 'held':
      held(scene, outcome.until === null ? null : inDays(tenant, outcome.until), outcome);
      break;
    case 'ended':
      ended(scene, outcome.daysAgo);
      break;
    case 'failed':
      given(scene, 'deliveryFailed', 'DeliveryFailed', policySchedule(scene));
      break;
    case 'delivering':
      given(scene, 'delivering', 'Delivering', policySchedule(scene));
      break;
    case 'waiting':
      waitFor(tenant, putRequest(scene, {}), scene, outcome.decided ?? []);
      break;
    case 'denied':
      putRequest(scene, {
        state: 'denied',
        status: 'Denied',
        completedAt: daysAgo(tenant, outcome.daysAgo, '11:05'),
        approval: refused(scene, outcome),
      });
      break;
    case 'canceled':
      putRequest(scene, { state: 'canceled', status: 'Canceled', completedAt: daysAgo(tenant, outcome.daysAgo, '11:20') });
      break;
    case 'scheduled':
      putRequest(scene, {
        state: 'scheduled',
        status: 'PendingNotBefore',
        schedule: laterSchedule(tenant, outcome),
        approval: agreed(scene).run,
      });
      break;
  }
}

function held(scene: Scene, end: number | null, how: { partly?: true; extendedDaysAgo?: number }): void {
  const { tenant, event, grantedAt } = scene;
  const state = how.partly === true ? 'partiallyDelivered' : 'delivered';
  const assignment = given(scene, state, how.partly === true ? 'PartiallyDelivered' : 'Delivered', lasting(grantedAt, end));
  if (how.extendedDaysAgo === undefined) return;
  const at = daysAgo(tenant, how.extendedDaysAgo, '08:40');
  putRequest(scene, {
    id: tenant.newId(`update/${event.package}/${event.who}`),
    requestType: 'userUpdate',
    state: 'delivered',
    status: 'Delivered',
    assignmentId: assignment.id,
    schedule: { ...NO_SCHEDULE, expiration: lasting(at, end).expiration },
    answers: [],
    justification: null,
    createdAt: at,
    completedAt: at + 2 * MINUTE,
  });
}

/** An assignment, and the request it came of while the service would still have it. */
function given(scene: Scene, state: AssignmentState & RequestState, status: string, schedule: Schedule): Assignment {
  const { tenant, event, policy, grantedAt } = scene;
  const approval = agreed(scene);
  const assignment = tenant.assignments.put({
    id: tenant.newId(`assignment/${event.package}/${event.who}/${event.daysAgo}`),
    packageId: packageId(tenant, event.package),
    policyId: policy.id,
    subjectId: tenant.subjectOf(personOf(tenant, event.who)).id,
    state,
    status,
    schedule,
    answers: answersOf(scene),
    createdBy: requestor(scene).objectId,
    approvedBy: approval.by,
    createdAt: grantedAt,
    expiredAt: null,
  });
  const open = state === 'delivering';
  if (open || event.daysAgo < KEPT_DAYS) {
    putRequest(scene, {
      state,
      status,
      assignmentId: assignment.id,
      approval: approval.run,
      completedAt: open ? null : grantedAt + 3 * MINUTE,
      // Held back long enough to be seen: only a turned clock completes it.
      dueAt: open ? tenant.now() + 30 * DAY : null,
    });
  }
  return assignment;
}

function ended(scene: Scene, endedDaysAgo: number): void {
  const { tenant, event } = scene;
  const end = daysAgo(tenant, endedDaysAgo, event.time);
  const assignment = given(scene, 'delivered', 'Delivered', lasting(scene.grantedAt, end));
  tenant.assignments.put({ ...assignment, state: 'expired', status: 'ExpiredNotificationTriggered', expiredAt: end });
  if (endedDaysAgo >= KEPT_DAYS) return;
  putRequest(scene, {
    id: tenant.newId(`removal/${event.package}/${event.who}/${event.daysAgo}`),
    requestType: 'systemRemove',
    state: 'delivered',
    status: 'Delivered',
    assignmentId: assignment.id,
    requestorId: assignment.subjectId,
    justification: null,
    answers: [],
    createdAt: end,
    completedAt: end,
  });
}

/** The request of this event as it stood at the beginning, with changes. */
function putRequest(scene: Scene, changes: Partial<AssignmentRequest>): AssignmentRequest {
  const { tenant, event, policy, askedAt } = scene;
  return tenant.requests.put({
    id: tenant.newId(`request/${event.package}/${event.who}/${event.daysAgo}`),
    requestType: requestType(event),
    state: 'submitted',
    status: 'Accepted',
    justification: event.why ?? (policy.requestApprovalSettings.isRequestorJustificationRequired ? 'I need it for my daily work.' : null),
    answers: answersOf(scene),
    schedule: NO_SCHEDULE,
    packageId: packageId(tenant, event.package),
    policyId: policy.id,
    assignmentId: null,
    targetId: tenant.subjectOf(personOf(tenant, event.who)).id,
    requestorId: requestor(scene).id,
    createdAt: askedAt,
    completedAt: null,
    dueAt: null,
    customExtensionCalloutInstances: [],
    approval: null,
    ...changes,
  });
}

function requestType(event: SeededEvent): RequestType {
  if (event.by === undefined) return 'userAdd';
  return event.by === 'system' ? 'systemAdd' : 'adminAdd';
}

function requestor(scene: Scene): Subject {
  const { tenant, event } = scene;
  const key = typeof event.by === 'object' ? event.by.admin : (event.askedBy ?? event.who);
  return tenant.subjectOf(personOf(tenant, key));
}

function answersOf(scene: Scene): Answer[] {
  const { tenant, event, policy } = scene;
  return answersFor(tenant, `${event.package}/${event.policy ?? 'employees'}`, policy, event.answers ?? {});
}

function policySchedule(scene: Scene): Schedule {
  return grantedSchedule(NO_SCHEDULE.expiration, scene.policy.expiration, scene.grantedAt);
}

/** From `start` to `end` (UTC ms), or for ever. */
function lasting(start: number, end: number | null): Schedule {
  const type = end === null ? 'noExpiration' : 'afterDateTime';
  return { startDateTime: iso(start), recurrence: null, expiration: { type, endDateTime: end === null ? null : iso(end), duration: null } };
}

function laterSchedule(tenant: Tenant, later: { inDays: number; forDays: number }): Schedule {
  const start = daysAgo(tenant, -later.inDays, '06:00');
  return lasting(start, start + later.forDays * DAY);
}
