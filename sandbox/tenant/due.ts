import { addDuration, instant } from './durations.ts';
import type { ApprovalStageRun, Assignment, AssignmentRequest } from './model.ts';

/** Without a readable span a stage denies after Graph's usual fortnight. */
const USUAL_DENIAL = 'P14D';

/** When (UTC ms) something happens by itself to this request: next step, delivery, scheduled start, escalation or automatic denial. */
export function requestDue(request: AssignmentRequest): number | null {
  switch (request.state) {
    case 'submitted':
      return request.status.toLowerCase() === 'waitingforcallback' ? null : (request.dueAt ?? null);
    case 'scheduled':
      return instant(request.schedule.startDateTime);
    case 'delivering':
      return request.dueAt ?? null;
    case 'pendingApproval': {
      const stage = openStage(request);
      if (!stage) return null;
      return Math.min(escalationDue(stage) ?? Infinity, denialDue(stage));
    }
    default:
      return null;
  }
}

/** When (UTC ms) this assignment ends by itself, or null. */
export function assignmentDue(assignment: Assignment): number | null {
  if (assignment.state !== 'delivered' && assignment.state !== 'partiallyDelivered') return null;
  return instant(assignment.schedule.expiration.endDateTime);
}

/** The stage that waits for a decision now. */
export function openStage(request: AssignmentRequest): ApprovalStageRun | undefined {
  return request.state === 'pendingApproval' ? request.approval?.stages.find((stage) => stage.status === 'InProgress') : undefined;
}

/** When (UTC ms) this open stage is passed on to its escalation approvers; null when it is not. */
export function escalationDue(stage: ApprovalStageRun): number | null {
  if (!stage.settings.isEscalationEnabled || stage.escalated || stage.startedAt === null) return null;
  return addDuration(stage.startedAt, stage.settings.durationBeforeEscalation);
}

/** When (UTC ms) this open stage denies by itself. */
export function denialDue(stage: ApprovalStageRun): number {
  const started = stage.startedAt ?? 0;
  const due = addDuration(started, stage.settings.durationBeforeAutomaticDenial);
  return due > started ? due : addDuration(started, USUAL_DENIAL);
}
