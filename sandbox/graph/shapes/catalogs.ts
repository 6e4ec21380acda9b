import type { Catalog, Resource, ResourceRole, ResourceScope } from '../../tenant/model.ts';
import { readsCatalog } from '../access.ts';
import { at, many, one } from '../odata/shape.ts';
import type { Shape } from '../odata/shape.ts';
import { packageShape } from './access-packages.ts';

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
