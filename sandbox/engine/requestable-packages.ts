import type { AccessPackage, Person, Policy } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { selfService, targetInScope } from './policy-scope.ts';

/** A package that somebody may request, with what decides who. Worked out once for everybody: at 20,000 packages that is the long part. */
interface Candidate {
  row: AccessPackage;
  guests: boolean;
  /** Every member is in scope of some policy, so that nobody needs to look closer. */
  members: boolean;
  policies: readonly Policy[];
}

/** What is known of one tenant, and the table versions it was worked out from. */
interface Known {
  packages: number;
  policies: number;
  catalogs: number;
  /** Package id → candidate, in the packages' order; null where nobody may request it. */
  candidates: Map<string, Candidate | null>;
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
  const packages: AccessPackage[] = [];
  for (const candidate of candidates.values()) if (candidate && admits(tenant, person, candidate)) packages.push(candidate.row);
  if (byPerson.size >= KEPT_PEOPLE) byPerson.delete(byPerson.keys().next().value ?? '');
  byPerson.set(person.id, packages);
  return packages;
}

function upToDate(tenant: Tenant): Known {
  const directory = [tenant.groups, tenant.people, tenant.connectedOrganizations].map((table) => table.version).join('.');
  const { packages, policies, catalogs } = tenant;
  const memo = known.get(tenant);
  const same = memo?.packages === packages.version && memo.policies === policies.version && memo.catalogs === catalogs.version;
  if (memo && same && memo.directory === directory) return memo;
  const made: Known = {
    packages: packages.version,
    policies: policies.version,
    catalogs: catalogs.version,
    candidates: (memo && patched(tenant, memo)) ?? new Map(Array.from(packages.values(), (row) => [row.id, candidateOf(tenant, row)])),
    directory,
    byPerson: new Map(),
  };
  known.set(tenant, made);
  return made;
}

/** The candidates with only the changed packages looked at again; null when a catalog changed or too much else did. */
function patched(tenant: Tenant, memo: Known): Map<string, Candidate | null> | null {
  const packages = tenant.packages.changedSince(memo.packages);
  const policies = tenant.policies.changedSince(memo.policies);
  if (!packages || !policies || memo.catalogs !== tenant.catalogs.version) return null;
  for (const id of new Set([...packages.map((row) => row.id), ...policies.map((row) => row.packageId)])) {
    const row = tenant.packages.get(id);
    if (row) memo.candidates.set(id, candidateOf(tenant, row));
    else memo.candidates.delete(id);
  }
  return memo.candidates;
}

function candidateOf(tenant: Tenant, row: AccessPackage): Candidate | null {
  const catalog = tenant.catalogs.get(row.catalogId);
  const policies = tenant.policies.by('packageId', row.id).filter(selfService);
  if (catalog?.state !== 'published' || policies.length === 0) return null;
  const members = policies.some(
    ({ allowedTargetScope }) => allowedTargetScope === 'allMemberUsers' || allowedTargetScope === 'allDirectoryUsers',
  );
  return { row, guests: catalog.isExternallyVisible, members, policies };
}

/** As policiesAdmitting, but only whether there is one. */
function admits(tenant: Tenant, person: Person, { guests, members, policies }: Candidate): boolean {
  if (!person.accountEnabled || (person.userType === 'Guest' && !guests)) return false;
  return (members && person.userType === 'Member') || policies.some((policy) => targetInScope(tenant, policy, person));
}
