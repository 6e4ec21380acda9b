import { EM_ROLES } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { catalogId } from './catalogs.ts';
import { personId } from './people.ts';

/** Who administers which catalog (contract §2.3). Directory roles are on the people themselves. */
const CATALOG_ROLES: readonly [person: string, role: keyof typeof EM_ROLES, catalog: string][] = [
  ['tilda.brandt', 'assignmentManager', 'sales'],
  ['pieter.devries', 'packageManager', 'warehouse'],
  ['hana.novak', 'catalogOwner', 'technology'],
  ['isabel.moura', 'catalogReader', 'finance'],
];

export function seedCatalogRoles(tenant: Tenant): void {
  for (const [person, role, catalog] of CATALOG_ROLES) {
    tenant.roleAssignments.put({
      id: tenant.newId(`role-assignment/${person}`),
      principalId: personId(tenant, person),
      roleDefinitionId: EM_ROLES[role],
      appScopeId: `/AccessPackageCatalog/${catalogId(tenant, catalog)}`,
      directoryScopeId: null,
    });
  }
  // The one role that is tenant-wide: may make catalogs.
  tenant.roleAssignments.put({
    id: tenant.newId('role-assignment/lena.hartmann'),
    principalId: personId(tenant, 'lena.hartmann'),
    roleDefinitionId: EM_ROLES.catalogCreator,
    appScopeId: null,
    directoryScopeId: '/',
  });
}
