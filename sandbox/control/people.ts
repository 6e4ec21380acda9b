import { EM_ROLES } from '../tenant/model.ts';
import type { Person } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { ControlCall, ControlReply } from './control-call.ts';
import { text, WrongCall } from './wrong-call.ts';

const ROLE_NAMES: Record<string, string> = {
  [EM_ROLES.catalogCreator]: 'Catalog creator',
  [EM_ROLES.catalogOwner]: 'Catalog owner',
  [EM_ROLES.catalogReader]: 'Catalog reader',
  [EM_ROLES.packageManager]: 'Access package manager',
  [EM_ROLES.assignmentManager]: 'Access package assignment manager',
};

/** The partition's people as a test needs them: directory roles first, then roles on catalogs. */
export function peopleOf(tenant: Tenant): unknown[] {
  return Array.from(tenant.people.values(), (person) => ({
    id: person.id,
    userPrincipalName: person.userPrincipalName,
    displayName: person.displayName,
    about: person.about,
    roles: [
      ...person.directoryRoles,
      ...new Set(
        tenant.roleAssignments.by('principalId', person.id).map((row) => ROLE_NAMES[row.roleDefinitionId] ?? row.roleDefinitionId),
      ),
    ],
    userType: person.userType,
    managerId: person.managerId,
  }));
}

export function listPeople({ tenant }: ControlCall): ControlReply {
  return { status: 200, body: peopleOf(tenant) };
}

export function listGroups({ tenant }: ControlCall): ControlReply {
  return { status: 200, body: Array.from(tenant.groups.values(), ({ id, displayName, members }) => ({ id, displayName, members })) };
}

/** The person of this user principal name. Throws WrongCall when the partition has none. */
export function personNamed(tenant: Tenant, user: unknown): Person {
  const person = tenant.people.by('userPrincipalName', text(user, 'user'))[0];
  if (!person)
    throw new WrongCall(`user must be the userPrincipalName of somebody in partition ${tenant.partition}: GET /sandbox/people lists them.`);
  return person;
}
