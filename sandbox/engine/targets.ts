import type { Person, Policy, Subject } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { targetInScope } from './policy-scope.ts';
import { invalidModel, notFound } from './refusals.ts';
import { Refusal } from '../tenant/model.ts';
import type { RequestInput } from './request-input.ts';
import { subjectKind } from './subject-sets.ts';

/** Whom a request is about: a person of the directory, or somebody known by e-mail alone. */
export interface Target {
  person: Person | null;
  email: string | null;
  displayName: string | null;
}

/** The target an administrator names, by directory id or by e-mail (contract §4.8). Refusal 404 unknown id, 400 none or a malformed address. */
export function adminTarget(tenant: Tenant, input: RequestInput): Target {
  const objectId = input.targetObjectId ?? input.target?.objectId ?? undefined;
  if (objectId !== undefined) {
    const person = tenant.people.get(objectId);
    if (!person) throw notFound('The target');
    return { person, email: person.mail, displayName: person.displayName };
  }
  const email = input.targetEmail ?? input.target?.email ?? '';
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw invalidModel('assignment.targetId or assignment.target.email is needed.');
  const person = personByMail(tenant, email);
  if (person && !person.accountEnabled) {
    throw new Refusal(400, 'PolicyRequirementsNotMet', 'The person with this e-mail address is blocked from signing in.');
  }
  return { person, email, displayName: person?.displayName ?? input.target?.displayName ?? email };
}

/** The person of the directory with this address, as name or mail, without case. */
export function personByMail(tenant: Tenant, email: string): Person | null {
  const named = tenant.people.by('userPrincipalName', email)[0];
  if (named) return named;
  const subject = tenant.subjects.by('email', email).find((row) => row.objectId !== null);
  if (subject?.objectId) return tenant.people.get(subject.objectId) ?? null;
  const wanted = email.toLowerCase();
  for (const person of tenant.people.values()) if (person.mail?.toLowerCase() === wanted) return person;
  return null;
}

/** Whether an administrator may assign this target by this policy: always where it is for direct assignment only (contract §3, §9). */
export function adminMayAssign(tenant: Tenant, policy: Policy, target: Target): boolean {
  if (policy.allowedTargetScope === 'notSpecified') return true;
  if (target.person) return targetInScope(tenant, policy, target.person);
  const domain = (target.email ?? '').split('@')[1]?.toLowerCase() ?? '';
  const organizations = Array.from(tenant.connectedOrganizations.values()).filter((row) =>
    row.domains.some((name) => name.toLowerCase() === domain),
  );
  switch (policy.allowedTargetScope) {
    case 'allExternalUsers':
      return true;
    case 'allConfiguredConnectedOrganizationUsers':
      return organizations.some((row) => row.state === 'configured');
    case 'specificConnectedOrganizationUsers':
      return policy.specificAllowedTargets.some(
        (set) => subjectKind(set) === 'connectedOrganizationMembers' && organizations.some((row) => row.id === set.connectedOrganizationId),
      );
    default:
      return false;
  }
}

/** The subject of a target as it is known, without making one. */
export function knownSubject(tenant: Tenant, target: Target): Subject | undefined {
  if (target.person) return tenant.subjects.by('objectId', target.person.id)[0];
  return tenant.subjects.by('email', target.email ?? '').find((row) => row.objectId === null);
}

/** The subject of a target, made when there is none. One known by e-mail has no objectId (contract §3). */
export function subjectFor(tenant: Tenant, target: Target): Subject {
  if (target.person) return tenant.subjectOf(target.person);
  return (
    knownSubject(tenant, target) ??
    tenant.subjects.put({
      id: tenant.newId(),
      objectId: null,
      displayName: target.displayName ?? '',
      email: target.email,
      principalName: null,
      subjectType: 'notSpecified',
      connectedOrganizationId: null,
    })
  );
}
