import type { AccessPackage, Answer, Assignment, Policy, Schedule } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { invalidModel, invalidOperation, notFound } from './refusals.ts';
import type { RequestInput } from './request-input.ts';
import { NO_SCHEDULE } from './schedules.ts';
import { refuseSecondRemoval } from './standing-access.ts';
import type { Target } from './targets.ts';

/** A request that passed every check and can be written down. */
export interface RequestPlan {
  packageId: string;
  policy: Policy;
  target: Target;
  /** The subject of the assignment that is changed: it may have no person. */
  subjectId?: string;
  /** The assignment that is changed, renewed or removed. */
  assignment?: Assignment;
  answers: Answer[];
  schedule: Schedule;
  needsApproval: boolean;
}

/** The package a request names. Refusal 400 when it names none, 404 unknown. */
export function namedPackage(tenant: Tenant, input: RequestInput): AccessPackage {
  if (input.packageId === undefined) throw invalidModel('assignment.accessPackageId is needed.');
  const found = tenant.packages.get(input.packageId);
  if (!found) throw notFound('The access package');
  return found;
}

/** The policy a request names, of this package; undefined when it names none. Refusal 404 unknown or of another package. */
export function namedPolicy(tenant: Tenant, input: RequestInput, packageId: string): Policy | undefined {
  if (input.policyId === undefined) return undefined;
  const policy = tenant.policies.get(input.policyId);
  if (policy?.packageId !== packageId) throw notFound('The policy');
  return policy;
}

/** The policy an assignment came by. Refusal 404 when it is gone. */
export function policyOf(tenant: Tenant, assignment: Assignment): Policy {
  const policy = tenant.policies.get(assignment.policyId);
  if (!policy) throw notFound('The policy');
  return policy;
}

/** The target of an assignment. */
export function targetOf(tenant: Tenant, assignment: Assignment): Target {
  const subject = tenant.subjects.get(assignment.subjectId);
  const person = tenant.people.get(subject?.objectId ?? '') ?? null;
  return { person, email: subject?.email ?? null, displayName: subject?.displayName ?? null };
}

/** Refusal 400 unless the assignment is delivered, at least in part. */
export function refuseUnlessDelivered(assignment: Assignment): void {
  if (assignment.state !== 'delivered' && assignment.state !== 'partiallyDelivered') {
    throw invalidOperation(`The assignment is ${assignment.state}.`);
  }
}

/** A plan that takes an assignment away. Refusal 400 when it has ended, is not there yet, or is being removed. */
export function removalPlan(tenant: Tenant, assignment: Assignment): RequestPlan {
  if (assignment.state === 'expired' || assignment.state === 'delivering') throw invalidOperation(`The assignment is ${assignment.state}.`);
  refuseSecondRemoval(tenant, assignment.id);
  return {
    packageId: assignment.packageId,
    policy: policyOf(tenant, assignment),
    target: targetOf(tenant, assignment),
    subjectId: assignment.subjectId,
    assignment,
    answers: [],
    schedule: NO_SCHEDULE,
    needsApproval: false,
  };
}
