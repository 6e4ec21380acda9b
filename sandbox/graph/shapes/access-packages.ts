import type { AccessPackage, Catalog, Group, Policy } from '../../tenant/model.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { readsCatalog } from '../access.ts';
import type { Call } from '../call.ts';
import { at, many, one } from '../odata/shape.ts';
import type { Shape } from '../odata/shape.ts';
import { groupShape } from './directory.ts';
import { questionShape } from './questions.ts';
import { resourceShape, roleScopeShape, roleShape, rolesOf, scopeShape, scopesOf } from './resources.ts';

export const catalogShape: Shape<Catalog> = {
  type: 'accessPackageCatalog',
  properties: {
    id: (row) => row.id,
    displayName: (row) => row.displayName,
    description: (row) => row.description,
    catalogType: (row) => row.catalogType,
    state: (row) => row.state,
    isExternallyVisible: (row) => row.isExternallyVisible,
    createdDateTime: at((row) => row.createdAt),
    modifiedDateTime: at((row) => row.modifiedAt),
  },
  relations: {
    accessPackages: many(
      () => packageShape,
      (row, call) => call.tenant.packages.by('catalogId', row.id),
      (row, call) => readsCatalog(call, row.id),
    ),
    resources: many(
      () => resourceShape,
      (row, call) => call.tenant.resources.by('catalogId', row.id),
      (row, call) => readsCatalog(call, row.id),
    ),
    resourceRoles: many(
      () => roleShape,
      (row, call) => call.tenant.resources.by('catalogId', row.id).flatMap(rolesOf),
      (row, call) => readsCatalog(call, row.id),
    ),
    resourceScopes: many(
      () => scopeShape,
      (row, call) => call.tenant.resources.by('catalogId', row.id).flatMap(scopesOf),
      (row, call) => readsCatalog(call, row.id),
    ),
    customWorkflowExtensions: many(
      () => catalogShape,
      () => [],
    ),
  },
};

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

export const policyShape: Shape<Policy> = {
  type: 'accessPackageAssignmentPolicy',
  properties: {
    id: (row) => row.id,
    displayName: (row) => row.displayName,
    description: (row) => row.description,
    allowedTargetScope: (row) => row.allowedTargetScope,
    specificAllowedTargets: (row) => row.specificAllowedTargets,
    expiration: (row) => row.expiration,
    requestorSettings: (row) => row.requestorSettings,
    requestApprovalSettings: (row) => row.requestApprovalSettings,
    reviewSettings: (row) => row.reviewSettings,
    automaticRequestSettings: (row) => row.automaticRequestSettings,
    notificationSettings: (row) => row.notificationSettings,
    createdDateTime: at((row) => row.createdAt),
    modifiedDateTime: at((row) => row.modifiedAt),
  },
  relations: {
    accessPackage: one(
      () => packageShape,
      (row, call) => call.tenant.packages.get(row.packageId),
    ),
    catalog: one(
      () => catalogShape,
      (row, call) => {
        const owner = call.tenant.packages.get(row.packageId);
        return owner === undefined ? null : call.tenant.catalogs.get(owner.catalogId);
      },
    ),
    questions: many(
      () => questionShape,
      (row) => row.questions,
    ),
    customExtensionStageSettings: many(
      () => questionShape,
      () => [],
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
