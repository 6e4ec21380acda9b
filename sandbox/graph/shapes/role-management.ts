import { EM_ROLES } from '../../tenant/model.ts';
import type { RoleAssignment } from '../../tenant/model.ts';
import { one } from '../odata/shape.ts';
import type { Shape } from '../odata/shape.ts';

export const roleAssignmentShape: Shape<RoleAssignment> = {
  type: 'unifiedRoleAssignment',
  properties: {
    id: (row) => row.id,
    principalId: (row) => row.principalId,
    roleDefinitionId: (row) => row.roleDefinitionId,
    directoryScopeId: (row) => row.directoryScopeId,
    appScopeId: (row) => row.appScopeId,
  },
  relations: {
    roleDefinition: one(
      () => roleDefinitionShape,
      (row) => ROLE_DEFINITIONS.find(({ id }) => id === row.roleDefinitionId),
    ),
  },
};

export interface RoleDefinition {
  id: string;
  displayName: string;
  description: string;
}

/** Contract §2.3. */
export const ROLE_DEFINITIONS: readonly RoleDefinition[] = [
  { id: EM_ROLES.catalogCreator, displayName: 'Catalog creator', description: 'Creates catalogs.' },
  { id: EM_ROLES.catalogOwner, displayName: 'Catalog owner', description: 'Does everything in the catalog.' },
  { id: EM_ROLES.catalogReader, displayName: 'Catalog reader', description: 'Reads the catalog.' },
  { id: EM_ROLES.packageManager, displayName: 'Access package manager', description: 'Manages packages, policies and assignments.' },
  { id: EM_ROLES.assignmentManager, displayName: 'Access package assignment manager', description: 'Manages assignments.' },
];

export const roleDefinitionShape: Shape<RoleDefinition> = {
  type: 'unifiedRoleDefinition',
  properties: {
    id: (row) => row.id,
    displayName: (row) => row.displayName,
    description: (row) => row.description,
    isBuiltIn: () => true,
    isEnabled: () => true,
    templateId: (row) => row.id,
  },
  relations: {},
};
