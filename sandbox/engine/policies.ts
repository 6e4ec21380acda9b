import type { AccessPackage, Catalog, Person, Policy } from '../tenant/model.ts';
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

function selfService(policy: Policy): boolean {
  return policy.automaticRequestSettings === null && policy.requestorSettings.enableTargetsToSelfAddAccess;
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

/** A package that somebody may request, with what decides who. Worked out once for everybody: at 20,000 packages that is the long part. */
interface Candidate {
  row: AccessPackage;
  guests: boolean;
  /** Every member is in scope of some policy, so that nobody needs to look closer. */
  members: boolean;
  policies: readonly Policy[];
}

interface Known {
  tables: string;
  candidates: readonly Candidate[];
  /** Grows with whatever decides who is in a set of subjects. */
  directory: string;
  byPerson: Map<string, readonly AccessPackage[]>;
}

const KEPT_PEOPLE = 100;
const known = new WeakMap<Tenant, Known>();

/** All packages that some policy lets this person request, hidden ones too, in the order they were made (contract §4.2.1). */
export function requestablePackages(tenant: Tenant, person: Person): readonly AccessPackage[] {
  const { candidates, byPerson } = upToDate(tenant);
  const found = byPerson.get(person.id);
  if (found) return found;
  const packages = candidates.filter((candidate) => admits(tenant, person, candidate)).map(({ row }) => row);
  if (byPerson.size >= KEPT_PEOPLE) byPerson.delete(byPerson.keys().next().value ?? '');
  byPerson.set(person.id, packages);
  return packages;
}

function upToDate(tenant: Tenant): Known {
  const tables = versions(tenant.packages, tenant.policies, tenant.catalogs);
  const directory = versions(tenant.groups, tenant.people, tenant.connectedOrganizations);
  const memo = known.get(tenant);
  if (memo?.tables === tables && memo.directory === directory) return memo;
  const candidates = memo?.tables === tables ? memo.candidates : findCandidates(tenant);
  const made: Known = { tables, candidates, directory, byPerson: new Map() };
  known.set(tenant, made);
  return made;
}

function versions(...tables: readonly { version: number }[]): string {
  return tables.map((table) => table.version).join('.');
}

function findCandidates(tenant: Tenant): Candidate[] {
  const found: Candidate[] = [];
  for (const row of tenant.packages.values()) {
    const catalog = tenant.catalogs.get(row.catalogId);
    if (catalog?.state !== 'published') continue;
    const policies = tenant.policies.by('packageId', row.id).filter(selfService);
    if (policies.length === 0) continue;
    const members = policies.some(
      ({ allowedTargetScope }) => allowedTargetScope === 'allMemberUsers' || allowedTargetScope === 'allDirectoryUsers',
    );
    found.push({ row, guests: catalog.isExternallyVisible, members, policies });
  }
  return found;
}

/** As policiesAdmitting, but only whether there is one. */
function admits(tenant: Tenant, person: Person, { guests, members, policies }: Candidate): boolean {
  if (!person.accountEnabled || (person.userType === 'Guest' && !guests)) return false;
  return (members && person.userType === 'Member') || policies.some((policy) => targetInScope(tenant, policy, person));
}
