import type { FormRequirements, RequestFormValues, UpdateFormValues } from './request-form';
import { editableQuestions } from './request-form';
import { toWireAnswers } from './questions';
import { toWireSchedule, untilEndOf, type WireSchedule } from './schedules';

/**
 * Bodies of POST assignmentRequests (contract §4.8): v1.0 names only, nothing read-only, a member only where it is allowed and said.
 */
export interface WireRequestBody {
  requestType: 'userAdd' | 'userUpdate' | 'userRemove' | 'approverRemove' | 'adminAdd' | 'adminUpdate' | 'adminRemove';
  assignment: Record<string, unknown>;
  justification?: string;
  answers?: unknown[];
  schedule?: WireSchedule;
}

interface Moment {
  /** Graph's now. */
  now: Date;
  timeZone: string;
}

interface AddTarget {
  accessPackageId: string;
  policyId: string;
}

/** A request of one's own: target, policy and package, all three. */
export function toUserAdd(
  target: AddTarget & { targetId: string },
  values: RequestFormValues,
  requirements: FormRequirements,
  moment: Moment,
): WireRequestBody {
  const period = requirements.allowCustomAssignmentSchedule ? values.period : null;
  return {
    requestType: 'userAdd',
    assignment: { targetId: target.targetId, assignmentPolicyId: target.policyId, accessPackageId: target.accessPackageId },
    ...said(values.justification),
    ...scheduled(period, requirements, moment),
    ...answered(requirements.questions, values.answers),
  };
}

/** A person a request is for, as Graph wants them named (contract §4.8, on behalf). */
export interface OtherTarget {
  objectId: string;
  displayName: string;
  email: string;
}

/** A request for somebody else: who asks comes from the token, who it is for stands in `target` (contract §4.8, on behalf). */
export function toUserAddFor(
  target: AddTarget & { other: OtherTarget },
  values: RequestFormValues,
  requirements: FormRequirements,
  moment: Moment,
): WireRequestBody {
  const { objectId, displayName, email } = target.other;
  const period = requirements.allowCustomAssignmentSchedule ? values.period : null;
  return {
    requestType: 'userAdd',
    assignment: {
      accessPackageId: target.accessPackageId,
      assignmentPolicyId: target.policyId,
      target: { objectId, displayName, ...(email === '' ? {} : { email }), subjectType: 'user' },
    },
    ...said(values.justification),
    ...scheduled(period, requirements, moment),
    ...answered(requirements.questions, values.answers),
  };
}

/** A direct assignment, to somebody in the directory or by e-mail to somebody who is not yet. */
export function toAdminAdd(
  target: AddTarget & ({ targetId: string } | { email: string }),
  values: RequestFormValues,
  requirements: FormRequirements,
  moment: Moment,
): WireRequestBody {
  const whom = 'email' in target ? { target: { email: target.email } } : { targetId: target.targetId };
  return {
    requestType: 'adminAdd',
    assignment: { ...whom, assignmentPolicyId: target.policyId, accessPackageId: target.accessPackageId },
    ...said(values.justification),
    ...scheduled(values.period, requirements, moment),
    ...answered(requirements.questions, values.answers),
  };
}

/** A change of an assignment one holds: editable answers and/or a new end. */
export function toUserUpdate(
  assignmentId: string,
  values: UpdateFormValues,
  requirements: FormRequirements,
  moment: Moment,
): WireRequestBody {
  return { requestType: 'userUpdate', ...updated(assignmentId, values, requirements, moment) };
}

/** A change of anybody's assignment by an administrator. */
export function toAdminUpdate(
  assignmentId: string,
  values: UpdateFormValues,
  requirements: FormRequirements,
  moment: Moment,
): WireRequestBody {
  return { requestType: 'adminUpdate', ...updated(assignmentId, values, requirements, moment) };
}

/** Giving back an assignment one holds. */
export function toUserRemove(assignmentId: string): WireRequestBody {
  return { requestType: 'userRemove', assignment: { id: assignmentId } };
}

/** Taking back an approval one gave. */
export function toApproverRemove(assignmentId: string): WireRequestBody {
  return { requestType: 'approverRemove', assignment: { id: assignmentId } };
}

/** Removal of anybody's assignment by an administrator. */
export function toAdminRemove(assignmentId: string): WireRequestBody {
  return { requestType: 'adminRemove', assignment: { id: assignmentId } };
}

function updated(assignmentId: string, values: UpdateFormValues, requirements: FormRequirements, moment: Moment) {
  return {
    assignment: { id: assignmentId },
    ...said(values.justification),
    ...(values.endDay === null ? {} : { schedule: untilEndOf(values.endDay, requirements.expiration, moment.now, moment.timeZone) }),
    ...(values.answers === null ? {} : answered(editableQuestions(requirements.questions), values.answers)),
  };
}

function said(justification: string): { justification?: string } {
  const text = justification.trim();
  return text === '' ? {} : { justification: text };
}

function scheduled(period: RequestFormValues['period'], { expiration }: FormRequirements, moment: Moment): { schedule?: WireSchedule } {
  if (period === null || (period.startDay === null && period.endDay === null)) return {};
  return { schedule: toWireSchedule(period, expiration, moment.now, moment.timeZone) };
}

function answered(questions: FormRequirements['questions'], values: Record<string, string[]>): { answers?: unknown[] } {
  const answers = toWireAnswers(questions, values);
  return answers.length === 0 ? {} : { answers };
}
