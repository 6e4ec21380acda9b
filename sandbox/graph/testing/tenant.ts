import { PartitionTenant } from '../../tenant/partition.ts';
import { EM_ROLES } from '../../tenant/model.ts';
import type { AccessPackage, Assignment, AssignmentRequest, Catalog, Person, Policy, Schedule } from '../../tenant/model.ts';

export const NOW = Date.parse('2026-09-01T10:00:00Z');

/** Well-formed ids that can be read: `id('package', 1)`. */
export function id(kind: keyof typeof KINDS, number: number): string {
  return `${KINDS[kind]}-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

const KINDS = {
  person: '00000001',
  group: '00000002',
  catalog: '00000003',
  package: '00000004',
  policy: '00000005',
  assignment: '00000006',
  request: '00000007',
  role: '00000008',
  stage: '00000009',
  unknown: '0000000f',
} as const;

/** Everybody by first name; numbers of their ids follow this order. */
export const PEOPLE = ['admin', 'reader', 'manager', 'owner', 'creator', 'ana', 'max', 'guest', 'nobody', 'approver'] as const;
export type Name = (typeof PEOPLE)[number];

export function personId(name: Name): string {
  return id('person', PEOPLE.indexOf(name) + 1);
}

export function upn(name: Name): string {
  return `${name}@contoso.example`;
}

const ROLES: Partial<Record<Name, string[]>> = { admin: ['Identity Governance Administrator'], reader: ['Global Reader'] };

function person(name: Name, values: Partial<Person> = {}): Person {
  const display = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return {
    id: personId(name),
    userPrincipalName: upn(name),
    displayName: `${display} Ruiz`,
    givenName: display,
    surname: 'Ruiz',
    mail: `${name}.mail@contoso.example`,
    jobTitle: 'Clerk',
    department: 'Sales',
    officeLocation: null,
    mobilePhone: null,
    businessPhones: [],
    preferredLanguage: null,
    userType: 'Member',
    accountEnabled: true,
    managerId: null,
    directoryRoles: ROLES[name] ?? [],
    appRoles: [],
    about: '',
    connectedOrganizationId: null,
    listed: true,
    ...values,
  };
}

function catalog(number: number, displayName: string): Catalog {
  return {
    id: id('catalog', number),
    displayName,
    description: null,
    catalogType: 'userManaged',
    state: 'published',
    isExternallyVisible: false,
    createdAt: NOW,
    modifiedAt: NOW,
  };
}

export function accessPackage(number: number, values: Partial<AccessPackage> = {}): AccessPackage {
  return {
    id: id('package', number),
    catalogId: id('catalog', number % 2 === 1 ? 1 : 2),
    displayName: `Package ${number}`,
    description: null,
    isHidden: false,
    createdAt: NOW,
    modifiedAt: NOW,
    roleScopes: [],
    incompatiblePackageIds: [],
    incompatibleGroupIds: [],
    ...values,
  };
}

export function policy(number: number, packageNumber: number, values: Partial<Policy> = {}): Policy {
  return {
    id: id('policy', number),
    packageId: id('package', packageNumber),
    displayName: `Policy ${number}`,
    description: null,
    allowedTargetScope: 'allMemberUsers',
    specificAllowedTargets: [],
    expiration: { type: 'afterDuration', endDateTime: null, duration: 'P90D' },
    requestorSettings: {
      enableTargetsToSelfAddAccess: true,
      enableTargetsToSelfUpdateAccess: true,
      enableTargetsToSelfRemoveAccess: true,
      allowCustomAssignmentSchedule: true,
      enableOnBehalfRequestorsToAddAccess: false,
      enableOnBehalfRequestorsToUpdateAccess: false,
      enableOnBehalfRequestorsToRemoveAccess: false,
      onBehalfRequestors: [],
    },
    requestApprovalSettings: {
      isApprovalRequiredForAdd: false,
      isApprovalRequiredForUpdate: false,
      isRequestorJustificationRequired: false,
      stages: [],
    },
    reviewSettings: null,
    automaticRequestSettings: null,
    notificationSettings: null,
    questions: [],
    createdAt: NOW,
    modifiedAt: NOW,
    ...values,
  };
}

export const NO_SCHEDULE: Schedule = {
  startDateTime: null,
  recurrence: null,
  expiration: { type: 'notSpecified', endDateTime: null, duration: null },
};

export function assignment(
  tenant: PartitionTenant,
  number: number,
  packageNumber: number,
  who: Name,
  values: Partial<Assignment> = {},
): Assignment {
  return {
    id: id('assignment', number),
    packageId: id('package', packageNumber),
    policyId: id('policy', packageNumber),
    subjectId: subjectId(tenant, who),
    state: 'delivered',
    status: 'Delivered',
    schedule: NO_SCHEDULE,
    answers: [],
    createdBy: personId(who),
    approvedBy: [],
    createdAt: NOW,
    expiredAt: null,
    ...values,
  };
}

export function request(
  tenant: PartitionTenant,
  number: number,
  packageNumber: number,
  who: Name,
  values: Partial<AssignmentRequest> = {},
): AssignmentRequest {
  return {
    id: id('request', number),
    requestType: 'userAdd',
    state: 'delivered',
    status: 'Delivered',
    justification: null,
    answers: [],
    schedule: NO_SCHEDULE,
    packageId: id('package', packageNumber),
    policyId: id('policy', packageNumber),
    assignmentId: null,
    targetId: subjectId(tenant, who),
    requestorId: subjectId(tenant, who),
    createdAt: NOW + number,
    completedAt: null,
    customExtensionCalloutInstances: [],
    approval: null,
    ...values,
  };
}

export function subjectId(tenant: PartitionTenant, who: Name): string {
  const found = tenant.people.get(personId(who));
  if (found === undefined) throw new Error(`No such person: ${who}`);
  return tenant.subjectOf(found).id;
}

/**
 * A tenant of ten people and five packages: odd ones in catalog 1, even ones in catalog 2, each with one policy for all members. `manager`
 * is assignment manager and `owner` owner of catalog 1; `creator` may create catalogs; `max` is the manager of `ana` and `nobody`.
 */
export function makeTenant(): PartitionTenant {
  const tenant = new PartitionTenant('test');
  tenant.setClock({ now: NOW, frozen: true });
  for (const name of PEOPLE) {
    const values: Partial<Person> =
      name === 'guest' ? { userType: 'Guest' } : name === 'ana' || name === 'nobody' ? { managerId: personId('max') } : {};
    tenant.people.put(person(name, values));
  }
  tenant.groups.put({ id: id('group', 1), displayName: 'Auditors', description: null, members: [personId('ana')] });
  tenant.catalogs.put(catalog(1, 'Staff tools'));
  tenant.catalogs.put(catalog(2, 'Finance'));
  for (let number = 1; number <= 5; number += 1) {
    tenant.packages.put(accessPackage(number));
    tenant.policies.put(policy(number, number));
  }
  const role = (number: number, who: Name, roleDefinitionId: string, appScopeId: string | null): void => {
    tenant.roleAssignments.put({
      id: id('role', number),
      principalId: personId(who),
      roleDefinitionId,
      appScopeId,
      directoryScopeId: appScopeId === null ? '/' : null,
    });
  };
  role(1, 'manager', EM_ROLES.assignmentManager, `/AccessPackageCatalog/${id('catalog', 1)}`);
  role(2, 'owner', EM_ROLES.catalogOwner, `/AccessPackageCatalog/${id('catalog', 1)}`);
  role(3, 'creator', EM_ROLES.catalogCreator, null);
  return tenant;
}
