import { EM_ROLES } from '../tenant/model.ts';
import type { Person, RoleAssignment } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** What a role lets a person do in one catalog (contract §2.3). */
export interface CatalogRights {
  read: boolean;
  /** Packages and policies. */
  managePackages: boolean;
  /** Direct add and remove, reprocess, cancel, resume, delete. */
  manageAssignments: boolean;
  /** The catalog itself, its resources and its role assignments. */
  owner: boolean;
}

export interface Rights {
  /** Reads every catalog: no `$filter` is asked of this person. */
  tenantRead: boolean;
  /** Writes in every catalog. */
  tenantWrite: boolean;
  canCreateCatalogs: boolean;
  catalog(catalogId: string): CatalogRights;
  /** Catalogs this person may read, the whole tenant's when `tenantRead`. */
  readonly catalogIds: readonly string[];
}

const WRITERS = ['Identity Governance Administrator'];
const READERS = ['Security Reader', 'Global Reader', 'Compliance Administrator', 'Security Administrator'];

const NOTHING: CatalogRights = { read: false, managePackages: false, manageAssignments: false, owner: false };
const READ: CatalogRights = { ...NOTHING, read: true };
const EVERYTHING: CatalogRights = { read: true, managePackages: true, manageAssignments: true, owner: true };

const RIGHTS_OF_ROLE: Record<string, CatalogRights> = {
  [EM_ROLES.catalogOwner]: EVERYTHING,
  [EM_ROLES.catalogReader]: READ,
  [EM_ROLES.packageManager]: { read: true, managePackages: true, manageAssignments: true, owner: false },
  [EM_ROLES.assignmentManager]: { read: true, managePackages: false, manageAssignments: true, owner: false },
};

function both(one: CatalogRights, two: CatalogRights): CatalogRights {
  return {
    read: one.read || two.read,
    managePackages: one.managePackages || two.managePackages,
    manageAssignments: one.manageAssignments || two.manageAssignments,
    owner: one.owner || two.owner,
  };
}

/** The catalog a role assignment is for; "/" for the whole tenant, null when it names neither (contract §4.13). */
export function scopeOfRole(assignment: RoleAssignment): string | null {
  if (assignment.directoryScopeId === '/' || assignment.appScopeId === '/') return '/';
  return /^\/AccessPackageCatalog\/([^/]+)$/i.exec(assignment.appScopeId ?? '')?.[1] ?? null;
}

/** Role assignments that reach this person, directly or through a group. */
function rolesOf(tenant: Tenant, person: Person): RoleAssignment[] {
  const principals = [person.id, ...tenant.groupsOf(person.id).map((group) => group.id)];
  return principals.flatMap((id) => tenant.roleAssignments.by('principalId', id));
}

/** What this person's directory roles and entitlement management roles allow, tenant-wide and catalog by catalog (contract §2.3). */
export function rightsOf(tenant: Tenant, person: Person): Rights {
  const roles = rolesOf(tenant, person);
  const byCatalog = new Map<string, CatalogRights>();
  let everywhere = NOTHING;
  if (person.directoryRoles.some((role) => WRITERS.includes(role))) everywhere = EVERYTHING;
  else if (person.directoryRoles.some((role) => READERS.includes(role))) everywhere = READ;
  for (const role of roles) {
    const rights = RIGHTS_OF_ROLE[role.roleDefinitionId];
    const scope = scopeOfRole(role);
    if (!rights || scope === null) continue;
    if (scope === '/') everywhere = both(everywhere, rights);
    else byCatalog.set(scope, both(byCatalog.get(scope) ?? NOTHING, rights));
  }
  return {
    tenantRead: everywhere.read,
    tenantWrite: everywhere.owner,
    canCreateCatalogs: everywhere.owner || roles.some((role) => role.roleDefinitionId === EM_ROLES.catalogCreator),
    catalog: (catalogId) => both(everywhere, byCatalog.get(catalogId) ?? NOTHING),
    get catalogIds() {
      return everywhere.read ? Array.from(tenant.catalogs.values(), (catalog) => catalog.id) : [...byCatalog.keys()];
    },
  };
}

/** Rights on the catalog that this package is in; none for an unknown package. */
export function rightsOnPackage(tenant: Tenant, person: Person, packageId: string): CatalogRights {
  const catalogId = tenant.packages.get(packageId)?.catalogId;
  return catalogId === undefined ? NOTHING : rightsOf(tenant, person).catalog(catalogId);
}
