import type { AccessPackage, RoleScope } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { catalogId, resourceOf } from './catalogs.ts';
import { groupId } from './groups.ts';
import { daysAgo } from './instants.ts';
import { toPolicy } from './policies.ts';
import type { SeededPolicy } from './policies.ts';

export interface SeededPackage {
  /** The name by which other seeds know it: `tenant.newId('package/<key>')` is its id. */
  key: string;
  name: string;
  description: string;
  hidden?: true;
  /** Resource of the package's catalog and the role that it gives. */
  inside: readonly [resource: string, role: string][];
  excludes?: readonly string[];
  excludesGroups?: readonly string[];
  policies: readonly SeededPolicy[];
}

export function packageId(tenant: Tenant, key: string): string {
  return tenant.newId(`package/${key}`);
}

/** Puts the packages of one catalog, with their policies, into the tenant. */
export function seedPackages(tenant: Tenant, catalog: string, packages: readonly SeededPackage[]): void {
  packages.forEach((seeded, index) => {
    tenant.packages.put(toPackage(tenant, catalog, seeded, index));
    for (const policy of seeded.policies) tenant.policies.put(toPolicy(tenant, seeded.key, policy));
  });
}

function toPackage(tenant: Tenant, catalog: string, seeded: SeededPackage, index: number): AccessPackage {
  const createdAt = daysAgo(tenant, 700 - index * 9);
  return {
    id: packageId(tenant, seeded.key),
    catalogId: catalogId(tenant, catalog),
    displayName: seeded.name,
    description: seeded.description,
    isHidden: seeded.hidden === true,
    createdAt,
    modifiedAt: createdAt,
    roleScopes: seeded.inside.map(([resource, role]) => toRoleScope(tenant, `${catalog}/${resource}`, role, createdAt)),
    incompatiblePackageIds: (seeded.excludes ?? []).map((key) => packageId(tenant, key)),
    incompatibleGroupIds: (seeded.excludesGroups ?? []).map((key) => groupId(tenant, key)),
  };
}

function toRoleScope(tenant: Tenant, resourceKey: string, roleName: string, createdAt: number): RoleScope {
  const resource = resourceOf(tenant, resourceKey);
  const role = resource.roles.find((one) => one.displayName === roleName);
  const scope = resource.scopes[0];
  if (!role || !scope) throw new Error(`No role ${roleName} in ${resourceKey}`);
  return { id: `${role.id}_${scope.id}`, roleId: role.id, scopeId: scope.id, resourceId: resource.id, createdAt };
}
