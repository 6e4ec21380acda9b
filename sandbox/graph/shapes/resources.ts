import type { Resource, ResourceRole, ResourceScope, RoleScope } from '../../tenant/model.ts';
import { at, many, one } from '../odata/shape.ts';
import type { Shape } from '../odata/shape.ts';

export const resourceShape: Shape<Resource> = {
  type: 'accessPackageResource',
  properties: {
    id: (row) => row.id,
    displayName: (row) => row.displayName,
    description: (row) => row.description,
    originId: (row) => row.originId,
    originSystem: (row) => row.originSystem,
    attributes: () => [],
    createdDateTime: at((row) => row.createdAt),
    modifiedDateTime: at((row) => row.createdAt),
  },
  relations: {
    roles: many(() => roleShape, rolesOf),
    scopes: many(() => scopeShape, scopesOf),
    environment: one(
      () => resourceShape,
      () => null,
    ),
  },
};

/** A role or scope with the resource it belongs to, since their wire objects lead back to it. */
export interface RoleRow extends ResourceRole {
  resource: Resource;
}
export interface ScopeRow extends ResourceScope {
  resource: Resource;
}

export function rolesOf(resource: Resource): RoleRow[] {
  return resource.roles.map((role) => ({ ...role, resource }));
}

export function scopesOf(resource: Resource): ScopeRow[] {
  return resource.scopes.map((scope) => ({ ...scope, resource }));
}

export const roleShape: Shape<RoleRow> = {
  type: 'accessPackageResourceRole',
  properties: {
    id: (row) => row.id,
    displayName: (row) => row.displayName,
    description: (row) => row.description,
    originId: (row) => row.originId,
    originSystem: (row) => row.originSystem,
    type: () => null,
  },
  relations: {
    resource: one(
      () => resourceShape,
      (row) => row.resource,
    ),
  },
};

export const scopeShape: Shape<ScopeRow> = {
  type: 'accessPackageResourceScope',
  properties: {
    id: (row) => row.id,
    displayName: (row) => row.displayName,
    description: (row) => row.description,
    originId: (row) => row.originId,
    originSystem: (row) => row.originSystem,
    isRootScope: (row) => row.isRootScope,
  },
  relations: {
    resource: one(
      () => resourceShape,
      (row) => row.resource,
    ),
  },
};

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
