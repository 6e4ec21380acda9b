import type { AccessPackage, Assignment, AssignmentRequest, RequestState } from '../tenant/model.ts';
import { Refusal } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { knownSubject } from './targets.ts';
import type { Target } from './targets.ts';

const OPEN: readonly RequestState[] = ['submitted', 'pendingApproval', 'scheduled', 'delivering'];

/** The request of the same target and package that is still under way. */
export function openRequest(tenant: Tenant, packageId: string, subjectId: string): AssignmentRequest | undefined {
  return tenant.requests.by('packageId+targetId', `${packageId}+${subjectId}`).find((row) => OPEN.includes(row.state));
}

/** The assignment by which the target has, or is about to have, the package. One that failed or came in part does not count: it can be asked for again (contract §6.3). */
export function heldAssignment(tenant: Tenant, packageId: string, subjectId: string): Assignment | undefined {
  const same = tenant.assignments.by('packageId+subjectId', `${packageId}+${subjectId}`);
  return same.find((row) => row.state === 'delivered' || row.state === 'delivering');
}

/** Refusal 400 ExistingOpenRequest while another request for the same target and package is under way [choice]. */
export function refuseSecondRequest(tenant: Tenant, packageId: string, subjectId: string): void {
  if (openRequest(tenant, packageId, subjectId)) {
    throw new Refusal(400, 'ExistingOpenRequest', 'A request for this access package is already open for the target.');
  }
}

/** Refusal 400 ExistingOpenRequest while this assignment is being removed. An open update does not keep anybody from removing. */
export function refuseSecondRemoval(tenant: Tenant, assignmentId: string): void {
  const removing = tenant.requests
    .by('assignmentId', assignmentId)
    .some((row) => row.requestType.endsWith('Remove') && OPEN.includes(row.state));
  if (removing) throw new Refusal(400, 'ExistingOpenRequest', 'The assignment is being removed.');
}

/** Refusal 400 IncompatibleAccess when the target holds a package, or is in a group, that the package excludes (contract §4.11). */
export function refuseIncompatible(tenant: Tenant, accessPackage: AccessPackage, target: Target): void {
  const subject = knownSubject(tenant, target);
  const holds = (packageId: string): boolean =>
    subject !== undefined &&
    tenant.assignments
      .by('packageId+subjectId', `${packageId}+${subject.id}`)
      .some((row) => row.state === 'delivered' || row.state === 'delivering' || row.state === 'partiallyDelivered');
  const groups = target.person ? tenant.groupsOf(target.person.id) : [];
  if (
    accessPackage.incompatiblePackageIds.some(holds) ||
    accessPackage.incompatibleGroupIds.some((id) => groups.some((row) => row.id === id))
  ) {
    throw new Refusal(400, 'IncompatibleAccess', 'The target has access that is incompatible with this access package.');
  }
}
