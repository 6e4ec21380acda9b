import type { Assignment, Caller } from '../tenant/model.ts';
import { Refusal } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { checkFirstAnswers } from './answers.ts';
import { invalidModel, notFound, permissionDenied } from './refusals.ts';
import type { RequestInput } from './request-input.ts';
import { namedPackage, namedPolicy, policyOf, refuseUnlessDelivered, removalPlan, targetOf } from './request-plan.ts';
import type { RequestPlan } from './request-plan.ts';
import { rightsOf } from './rights.ts';
import { checkSchedule } from './schedules.ts';
import { heldAssignment, refuseIncompatible, refuseSecondRequest } from './standing-access.ts';
import { adminMayAssign, adminTarget, knownSubject } from './targets.ts';
import { changesOf } from './user-requests.ts';

/** adminAdd: a direct assignment, also of somebody known by e-mail alone (contract §4.8, §9). */
export function planAdminAdd(tenant: Tenant, caller: Caller, input: RequestInput): RequestPlan {
  refuseWithoutAnyRole(tenant, caller);
  const accessPackage = namedPackage(tenant, input);
  refuseWithoutRole(tenant, caller, accessPackage.id);
  const policy = namedPolicy(tenant, input, accessPackage.id);
  if (!policy) throw invalidModel('assignment.assignmentPolicyId is needed.');
  const target = adminTarget(tenant, input);
  if (!adminMayAssign(tenant, policy, target)) {
    throw new Refusal(400, 'PolicyRequirementsNotMet', "The target doesn't meet policy requirements for this entitlement.");
  }
  const subject = knownSubject(tenant, target);
  if (subject) {
    refuseSecondRequest(tenant, accessPackage.id, subject.id);
    if (heldAssignment(tenant, accessPackage.id, subject.id)) {
      throw new Refusal(400, 'ExistingGrant', 'The target already has this access package.');
    }
  }
  refuseIncompatible(tenant, accessPackage, target);
  return {
    packageId: accessPackage.id,
    policy,
    target,
    answers: checkFirstAnswers(policy.questions, input.answers ?? []),
    schedule: checkSchedule(input.schedule, { allowed: true, policy: policy.expiration, now: tenant.now() }),
    needsApproval:
      tenant.behaviour.adminAdd === 'asksApproval' &&
      policy.requestApprovalSettings.isApprovalRequiredForAdd &&
      input.bypassApproval !== true,
  };
}

/** adminUpdate: a new end, other answers, or both (contract §4.8). */
export function planAdminUpdate(tenant: Tenant, caller: Caller, input: RequestInput): RequestPlan {
  const assignment = administered(tenant, caller, input);
  refuseUnlessDelivered(assignment);
  const policy = policyOf(tenant, assignment);
  refuseSecondRequest(tenant, assignment.packageId, assignment.subjectId);
  return {
    packageId: assignment.packageId,
    policy,
    target: targetOf(tenant, assignment),
    subjectId: assignment.subjectId,
    assignment,
    ...changesOf(tenant, policy, assignment, input),
    needsApproval: false,
  };
}

/** adminRemove (contract §4.8). */
export function planAdminRemove(tenant: Tenant, caller: Caller, input: RequestInput): RequestPlan {
  return removalPlan(tenant, administered(tenant, caller, input));
}

/** The assignment an admin type names. Refusal 400 none named, 403 without a role on its catalog, 404 unknown. */
function administered(tenant: Tenant, caller: Caller, input: RequestInput): Assignment {
  refuseWithoutAnyRole(tenant, caller);
  if (input.assignmentId === undefined) throw invalidModel('assignment.id is needed.');
  const assignment = tenant.assignments.get(input.assignmentId);
  if (!assignment) throw notFound('The assignment');
  refuseWithoutRole(tenant, caller, assignment.packageId);
  return assignment;
}

/** Refusal 403: somebody without any role learns nothing about which ids exist. */
function refuseWithoutAnyRole(tenant: Tenant, caller: Caller): void {
  const rights = rightsOf(tenant, caller.person);
  if (rights.tenantWrite || rights.catalogIds.some((id) => rights.catalog(id).manageAssignments)) return;
  throw permissionDenied('The caller manages no assignments.');
}

function refuseWithoutRole(tenant: Tenant, caller: Caller, packageId: string): void {
  const catalogId = tenant.packages.get(packageId)?.catalogId ?? '';
  if (!rightsOf(tenant, caller.person).catalog(catalogId).manageAssignments) {
    throw permissionDenied("The caller does not manage assignments of this access package's catalog.");
  }
}
