import type { AccessPackage, Catalog, Person, Policy } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { selfService, targetInScope } from './policy-scope.ts';
import { subjectSetContains } from './subject-sets.ts';

export { requestablePackages } from './requestable-packages.ts';

/** Stricter scopes win: 1 specific, 2 members, 3 everyone, 4 any organisation (contract §4.3). */
function priorityClass(policy: Policy): number {
  switch (policy.allowedTargetScope) {
    case 'specificDirectoryUsers':
    case 'specificConnectedOrganizationUsers':
      return 1;
    case 'allMemberUsers':
      return 2;
    case 'allDirectoryUsers':
      return 3;
    default:
      return 4;
  }
}

/** Users request only from a published catalog, guests only where it is externally visible (contract §3, accessPackageCatalog). */
function catalogOpenTo(catalog: Catalog | undefined, person: Person): boolean {
  return catalog?.state === 'published' && (person.userType === 'Member' || catalog.isExternallyVisible);
}

function highestClass(policies: readonly Policy[]): Policy[] {
  if (policies.length < 2) return [...policies];
  const best = Math.min(...policies.map(priorityClass));
  return policies.filter((policy) => priorityClass(policy) === best);
}

/** Policies of a package by which this person may get it, of the highest class that applies; `asks` says which policies let themselves be asked. */
function applicable(tenant: Tenant, person: Person, accessPackage: AccessPackage | undefined, asks: (policy: Policy) => boolean): Policy[] {
  if (!accessPackage || !person.accountEnabled || !catalogOpenTo(tenant.catalogs.get(accessPackage.catalogId), person)) return [];
  const policies = tenant.policies.by('packageId', accessPackage.id);
  return highestClass(policies.filter((policy) => asks(policy) && targetInScope(tenant, policy, person)));
}

/** The policies that let this person ask for the package for themselves, in the order they were made (contract §4.3). */
export function policiesAdmitting(tenant: Tenant, person: Person, packageId: string): Policy[] {
  return applicable(tenant, person, tenant.packages.get(packageId), selfService);
}

/** The policies that let `requestor` ask for the package in the name of `target` (contract §4.8, on behalf). */
export function policiesAdmittingOnBehalf(tenant: Tenant, requestor: Person, target: Person, packageId: string): Policy[] {
  const may = (policy: Policy): boolean =>
    policy.automaticRequestSettings === null &&
    policy.requestorSettings.enableOnBehalfRequestorsToAddAccess &&
    isOnBehalfRequestor(tenant, policy, requestor, target);
  return applicable(tenant, target, tenant.packages.get(packageId), may);
}

/** Whether the policy names this requestor among those who may act for this target. */
export function isOnBehalfRequestor(tenant: Tenant, policy: Policy, requestor: Person, target: Person): boolean {
  const context = { requestor: target, target };
  return policy.requestorSettings.onBehalfRequestors.some((set) => subjectSetContains(tenant, set, requestor, context));
}
