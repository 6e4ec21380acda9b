import type { Group, Person } from '../../tenant/model.ts';
import type { Call } from '../call.ts';
import { many, one } from '../odata/shape.ts';
import type { Property, Shape } from '../odata/shape.ts';
import { hasScope } from '../scopes.ts';

/** Answered without `$select` (contract §5). */
const DEFAULTS = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
] as const;

const FULL = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];

/** Properties beyond the basics need User.Read.All, or User.Read on oneself (contract §5). */
function full(read: (row: Person) => unknown, hidden: unknown = null): Property<Person> {
  return (row, call) => (showsAll(row, call) ? read(row) : hidden);
}

function showsAll(row: Person, call: Call): boolean {
  return hasScope(call, FULL) || (row.id === call.caller.person.id && hasScope(call, ['User.Read']));
}

export const userShape: Shape<Person> = {
  type: 'user',
  defaults: DEFAULTS,
  properties: {
    businessPhones: full((row) => row.businessPhones, []),
    displayName: (row) => row.displayName,
    givenName: (row) => row.givenName,
    jobTitle: full((row) => row.jobTitle),
    mail: (row) => row.mail,
    mobilePhone: full((row) => row.mobilePhone),
    officeLocation: full((row) => row.officeLocation),
    preferredLanguage: full((row) => row.preferredLanguage),
    surname: (row) => row.surname,
    userPrincipalName: (row) => row.userPrincipalName,
    id: (row) => row.id,
    department: full((row) => row.department),
    userType: full((row) => row.userType),
    accountEnabled: full((row) => row.accountEnabled),
    securityIdentifier: () => null,
    mailNickname: full((row) => row.userPrincipalName.split('@')[0] ?? null),
    companyName: full(() => null),
    city: full(() => null),
    country: full(() => null),
    usageLocation: full(() => null),
    employeeId: full(() => null),
    employeeType: full(() => null),
    externalUserState: full((row) => (row.userType === 'Guest' ? 'Accepted' : null)),
    otherMails: full(() => [], []),
    proxyAddresses: full((row) => (row.mail === null ? [] : [`SMTP:${row.mail}`]), []),
    onPremisesSecurityIdentifier: full(() => null),
    onPremisesSyncEnabled: full(() => null),
    createdDateTime: full(() => null),
    deletedDateTime: () => null,
  },
  relations: {
    manager: one(
      () => directoryUserShape,
      (row, call) => managerOf(row, call),
      (_row, call) => hasScope(call, FULL),
    ),
    directReports: many(
      () => directoryUserShape,
      (row, call) => call.tenant.people.by('managerId', row.id),
    ),
    memberOf: many(
      () => groupShape,
      (row, call) => call.tenant.groupsOf(row.id),
    ),
    transitiveMemberOf: many(
      () => groupShape,
      (row, call) => call.tenant.groupsOf(row.id),
    ),
    sponsors: many(
      () => userShape,
      () => [],
    ),
  },
};

/** The manager of a person, if there is one. */
export function managerOf(row: Person, call: Call): Person | undefined {
  return row.managerId === null ? undefined : call.tenant.people.get(row.managerId);
}

/** A user where the collection is of directoryObject: with `@odata.type` (contract §5). */
export const directoryUserShape: Shape<Person> = { ...userShape, typeOf: () => '#microsoft.graph.user' };

export const groupShape: Shape<Group> = {
  type: 'group',
  properties: {
    id: (row) => row.id,
    displayName: (row) => row.displayName,
    description: (row) => row.description,
    createdDateTime: () => null,
    deletedDateTime: () => null,
    groupTypes: () => [],
    mail: () => null,
    mailEnabled: () => false,
    mailNickname: (row) => row.displayName.replace(/\W+/g, '-').toLowerCase(),
    membershipRule: () => null,
    securityEnabled: () => true,
    visibility: () => null,
  },
  relations: {
    members: many(
      () => directoryUserShape,
      (row, call) => row.members.flatMap((id) => call.tenant.people.get(id) ?? []),
    ),
    transitiveMembers: many(
      () => directoryUserShape,
      (row, call) => row.members.flatMap((id) => call.tenant.people.get(id) ?? []),
    ),
    owners: many(
      () => directoryUserShape,
      () => [],
    ),
    memberOf: many(
      () => groupShape,
      () => [],
    ),
  },
};
