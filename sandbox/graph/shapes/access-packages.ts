import type { AccessPackage, Group, RoleScope } from '../../tenant/model.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { readsCatalog } from '../access.ts';
import type { Call } from '../call.ts';
import { at, many, one } from '../odata/shape.ts';
import type { Shape } from '../odata/shape.ts';
import { catalogShape, roleShape, rolesOf, scopeShape, scopesOf } from './catalogs.ts';
import { groupShape } from './directory.ts';
import { policyShape } from './policies.ts';

/** Whether the expansions that end users do not get are answered: contract §4.1 quirk, §4.2. */
const forReaders = (row: AccessPackage, call: Call): boolean => readsCatalog(call, row.catalogId);

export const packageShape: Shape<AccessPackage> = {
  type: 'accessPackage',
  stable: true,
  properties: {
    id: (row) => row.id,
    displayName: (row) => row.displayName,
    description: (row) => row.description,
    isHidden: (row) => row.isHidden,
    createdDateTime: at((row) => row.createdAt),
    modifiedDateTime: at((row) => row.modifiedAt),
  },
  relations: {
    catalog: one(
      () => catalogShape,
      (row, call) => call.tenant.catalogs.get(row.catalogId),
      forReaders,
    ),
    assignmentPolicies: many(
      () => policyShape,
      (row, call) => call.tenant.policies.by('packageId', row.id),
      forReaders,
    ),
    resourceRoleScopes: many(
      () => roleScopeShape,
      (row) => row.roleScopes,
      forReaders,
    ),
    incompatibleAccessPackages: many(
      () => packageShape,
      (row, call) => incompatiblePackages(call.tenant, row),
      forReaders,
    ),
    incompatibleGroups: many(
      () => groupShape,
      (row, call) => incompatibleGroups(call.tenant, row),
      forReaders,
    ),
    accessPackagesIncompatibleWith: many(
      () => packageShape,
      (row, call) => incompatibleWith(call.tenant, row),
      forReaders,
    ),
  },
};

/** The packages this one names as incompatible. */
export function incompatiblePackages(tenant: Tenant, row: AccessPackage): AccessPackage[] {
  return row.incompatiblePackageIds.flatMap((id) => tenant.packages.get(id) ?? []);
}

/** The groups this package names as incompatible. */
export function incompatibleGroups(tenant: Tenant, row: AccessPackage): Group[] {
  return row.incompatibleGroupIds.flatMap((id) => tenant.groups.get(id) ?? []);
}

const reversed = new WeakMap<Tenant, { version: number; namedBy: Map<string, AccessPackage[]> }>();

/** The packages that name this one (contract §4.11: the relation is one-directional). Turned around once per change of the table. */
export function incompatibleWith(tenant: Tenant, row: AccessPackage): readonly AccessPackage[] {
  let known = reversed.get(tenant);
  if (known === undefined || known.version !== tenant.packages.version) {
    const namedBy = new Map<string, AccessPackage[]>();
    for (const other of tenant.packages.values()) {
      for (const id of other.incompatiblePackageIds) namedBy.set(id, [...(namedBy.get(id) ?? []), other]);
    }
    known = { version: tenant.packages.version, namedBy };
    reversed.set(tenant, known);
  }
  return known.namedBy.get(row.id) ?? [];
}

export const roleScopeShape: Shape<RoleScope> = {
  type: 'accessPackageResourceRoleScope',
  properties: { id: (row) => row.id, createdDateTime: at((row) => row.createdAt) },
  relations: {
    role: one(
      () => roleShape,
      (row, call) => {
        const resource = call.tenant.resources.get(row.resourceId);
        return resource === undefined ? null : rolesOf(resource).find((role) => role.id === row.roleId);
      },
    ),
    scope: one(
      () => scopeShape,
      (row, call) => {
        const resource = call.tenant.resources.get(row.resourceId);
        return resource === undefined ? null : scopesOf(resource).find((scope) => scope.id === row.scopeId);
      },
    ),
  },
};

/** The end-user view of a package (contract §3). Its contents show without being an administrator. */
export const availablePackageShape: Shape<AccessPackage> = {
  type: 'availableAccessPackage',
  properties: { id: (row) => row.id, displayName: (row) => row.displayName, description: (row) => row.description },
  relations: {
    resourceRoleScopes: many(
      () => roleScopeShape,
      (row) => row.roleScopes,
    ),
  },
};
