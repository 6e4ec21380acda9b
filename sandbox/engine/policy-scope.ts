import type { Person, Policy } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { subjectSetContains } from './subject-sets.ts';

/** Whether the policy's `allowedTargetScope` holds this person, leaving aside who may ask (contract §3). */
export function targetInScope(tenant: Tenant, policy: Policy, person: Person): boolean {
  switch (policy.allowedTargetScope) {
    case 'specificDirectoryUsers':
      return policy.specificAllowedTargets.some((set) => subjectSetContains(tenant, set, person));
    case 'specificConnectedOrganizationUsers':
      return person.userType === 'Guest' && policy.specificAllowedTargets.some((set) => subjectSetContains(tenant, set, person));
    case 'allMemberUsers':
      return person.userType === 'Member';
    case 'allDirectoryUsers':
      return true;
    case 'allConfiguredConnectedOrganizationUsers':
      return person.userType === 'Guest' && tenant.connectedOrganizations.get(person.connectedOrganizationId ?? '')?.state === 'configured';
    case 'allExternalUsers':
      return person.userType === 'Guest';
    default:
      return false;
  }
}

/** Whether people may ask by this policy for themselves. */
export function selfService(policy: Policy): boolean {
  return policy.automaticRequestSettings === null && policy.requestorSettings.enableTargetsToSelfAddAccess;
}
