import { instant } from '../tenant/durations.ts';
import type { Assignment, Caller, Person, Policy } from '../tenant/model.ts';
import { Refusal } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { checkChangedAnswers, checkFirstAnswers } from './answers.ts';
import { isOnBehalfRequestor, policiesAdmitting, policiesAdmittingOnBehalf } from './policies.ts';
import { targetInScope } from './policy-scope.ts';
import { invalidModel, notFound, permissionDenied } from './refusals.ts';
import type { RequestInput } from './request-input.ts';
import { namedPackage, namedPolicy, policyOf, refuseUnlessDelivered, removalPlan } from './request-plan.ts';
import type { RequestPlan } from './request-plan.ts';
import { checkSchedule, isSpecified } from './schedules.ts';
import { heldAssignment, refuseIncompatible, refuseSecondRequest } from './standing-access.ts';
import { knownSubject, personByMail } from './targets.ts';

/** userAdd, for oneself or on behalf; also renews where the policy lets targets extend (contract §4.8, §9). */
export function planUserAdd(tenant: Tenant, caller: Caller, input: RequestInput): RequestPlan {
  const requestor = caller.person;
  const person = addTarget(tenant, requestor, input);
  const accessPackage = namedPackage(tenant, input);
  const named = namedPolicy(tenant, input, accessPackage.id);
  const admitting =
    person.id === requestor.id
      ? policiesAdmitting(tenant, person, accessPackage.id)
      : policiesAdmittingOnBehalf(tenant, requestor, person, accessPackage.id);
  const policy = onlyPolicy(admitting, named);
  const target = { person, email: person.mail, displayName: person.displayName };
  const subject = knownSubject(tenant, target);
  const held = subject ? heldAssignment(tenant, accessPackage.id, subject.id) : undefined;
  if (subject) refuseSecondRequest(tenant, accessPackage.id, subject.id);
  if (held && !policy.requestorSettings.enableTargetsToSelfUpdateAccess) {
    throw new Refusal(400, 'ExistingGrant', 'The target already has this access package.');
  }
  refuseIncompatible(tenant, accessPackage, target);
  refuseMissingJustification(policy, input);
  return {
    packageId: accessPackage.id,
    policy,
    target,
    ...(held ? { assignment: held } : {}),
    answers: checkFirstAnswers(policy.questions, input.answers ?? []),
    schedule: checkSchedule(input.schedule, {
      allowed: policy.requestorSettings.allowCustomAssignmentSchedule || held !== undefined,
      policy: policy.expiration,
      now: tenant.now(),
    }),
    needsApproval: policy.requestApprovalSettings.isApprovalRequiredForAdd,
  };
}

/** Whom a userAdd is for. An unknown person reads as one that may not be named, so that nobody can probe the directory. */
function addTarget(tenant: Tenant, requestor: Person, input: RequestInput): Person {
  const objectId = input.targetObjectId ?? input.target?.objectId;
  const email = input.targetEmail ?? input.target?.email;
  const person = objectId != null ? tenant.people.get(objectId) : email != null ? personByMail(tenant, email) : requestor;
  if (!person) throw permissionDenied('The caller may not request for this target.');
  return person;
}

function onlyPolicy(admitting: readonly Policy[], named: Policy | undefined): Policy {
  if (named) {
    if (admitting.some((policy) => policy.id === named.id)) return named;
    throw permissionDenied('The policy does not let the caller make this request.');
  }
  const [policy, ...more] = admitting;
  if (!policy) throw permissionDenied('No policy lets the caller request this access package.');
  if (more.length > 0) throw invalidModel('assignment.assignmentPolicyId is needed: several policies apply.');
  return policy;
}

function refuseMissingJustification(policy: Policy, input: RequestInput): void {
  if (policy.requestApprovalSettings.isRequestorJustificationRequired && !input.justification?.trim()) {
    throw invalidModel('justification is needed.');
  }
}

/** userUpdate: a new end, other answers, or both, while the policy lets targets extend and still admits them (contract §6.4). */
export function planUserUpdate(tenant: Tenant, caller: Caller, input: RequestInput): RequestPlan {
  const { assignment, person } = ownAssignment(tenant, caller, input, 'enableOnBehalfRequestorsToUpdateAccess');
  refuseUnlessDelivered(assignment);
  const policy = policyOf(tenant, assignment);
  if (!policy.requestorSettings.enableTargetsToSelfUpdateAccess && person.id === caller.person.id) {
    throw permissionDenied('The policy does not let targets change their access.');
  }
  if (!targetInScope(tenant, policy, person)) throw permissionDenied('The policy no longer admits the target.');
  refuseSecondRequest(tenant, assignment.packageId, assignment.subjectId);
  const needsApproval = policy.requestApprovalSettings.isApprovalRequiredForUpdate;
  // A justification is for whoever decides: without an approver nobody reads it [choice].
  if (needsApproval) refuseMissingJustification(policy, input);
  return {
    packageId: assignment.packageId,
    policy,
    target: { person, email: person.mail, displayName: person.displayName },
    assignment,
    ...changesOf(tenant, policy, assignment, input),
    needsApproval,
  };
}

/** Answers and schedule of an update, checked. Refusal 400 when it changes nothing. */
export function changesOf(
  tenant: Tenant,
  policy: Policy,
  assignment: Assignment,
  input: RequestInput,
): Pick<RequestPlan, 'answers' | 'schedule'> {
  const schedule = checkSchedule(input.schedule, {
    allowed: true,
    policy: policy.expiration,
    now: tenant.now(),
    presentEnd: instant(assignment.schedule.expiration.endDateTime),
  });
  const sent = input.answers ?? [];
  if (sent.length === 0 && !isSpecified(schedule.expiration))
    throw invalidModel('An update needs a schedule with an expiration, answers, or both.');
  return { schedule, answers: checkChangedAnswers(policy.questions, sent, assignment.answers) };
}

/** userRemove: one's own access, where the policy allows giving it back (contract §4.8). */
export function planUserRemove(tenant: Tenant, caller: Caller, input: RequestInput): RequestPlan {
  const { assignment, person } = ownAssignment(tenant, caller, input, 'enableOnBehalfRequestorsToRemoveAccess');
  const { requestorSettings } = policyOf(tenant, assignment);
  if (person.id === caller.person.id && !requestorSettings.enableTargetsToSelfRemoveAccess) {
    throw permissionDenied('The policy does not let targets remove their access.');
  }
  return removalPlan(tenant, assignment);
}

/** approverRemove: revoked by somebody who had approved it (contract §4.8). */
export function planApproverRemove(tenant: Tenant, caller: Caller, input: RequestInput): RequestPlan {
  const assignment = tenant.assignments.get(input.assignmentId ?? '');
  if (!assignment) throw notFound('The assignment');
  if (!assignment.approvedBy.includes(caller.person.id)) throw permissionDenied('The caller did not approve this assignment.');
  return removalPlan(tenant, assignment);
}

type OnBehalfFlag = 'enableOnBehalfRequestorsToUpdateAccess' | 'enableOnBehalfRequestorsToRemoveAccess';

/** The assignment a user type names: the caller's own, or one the policy lets them act on for somebody. Refusal 404 otherwise. */
function ownAssignment(
  tenant: Tenant,
  caller: Caller,
  input: RequestInput,
  flag: OnBehalfFlag,
): { assignment: Assignment; person: Person } {
  const assignment = input.assignmentId === undefined ? ownByPackage(tenant, caller, input) : tenant.assignments.get(input.assignmentId);
  const person = tenant.people.get(tenant.subjects.get(assignment?.subjectId ?? '')?.objectId ?? '');
  if (!assignment || !person) throw notFound('The assignment');
  if (person.id === caller.person.id) return { assignment, person };
  const policy = tenant.policies.get(assignment.policyId);
  if (!policy?.requestorSettings[flag] || !isOnBehalfRequestor(tenant, policy, caller.person, person)) throw notFound('The assignment');
  return { assignment, person };
}

/** The older text names package and policy instead of the assignment (contract §4.8, userUpdate). */
function ownByPackage(tenant: Tenant, caller: Caller, input: RequestInput): Assignment | undefined {
  if (input.packageId === undefined) throw invalidModel('assignment.id is needed.');
  const subject = tenant.subjects.by('objectId', caller.person.id)[0];
  return subject && heldAssignment(tenant, input.packageId, subject.id);
}
