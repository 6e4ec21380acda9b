import type { Resource, ResourceRole, ResourceScope } from '../../tenant/model.ts';
import { ownsCatalog, requireRight } from '../access.ts';
import { jsonBody, object, requiredText, text } from '../body.ts';
import type { Call, Reply } from '../call.ts';
import { page } from '../odata/page.ts';
import { invalidOperation, notFound } from '../refusals.ts';
import { collection, created, EM_CONTEXT, wire } from '../reply.ts';
import type { Route } from '../routing.ts';
import { invalidModel, validate } from '../schema/validate.ts';
import type { JsonObject } from '../schema/validate.ts';
import { READ, WRITE } from '../scopes.ts';
import { roleScopeShape } from '../shapes/resources.ts';
import { managedPackage, readablePackage } from './access-packages.ts';
import { catalogOf } from './catalogs.ts';

const EM = '/identityGovernance/entitlementManagement';

/** Resources of catalogs and what of them is inside a package (contract §4.13). */
export const resourceRoutes: readonly Route[] = [
  { method: 'POST', path: `${EM}/resourceRequests`, scopes: WRITE, run: request },
  { method: 'GET', path: `${EM}/accessPackages/{id}/resourceRoleScopes`, scopes: READ, run: list },
  { method: 'POST', path: `${EM}/accessPackages/{id}/resourceRoleScopes`, scopes: WRITE, run: add },
];

function request(call: Call): Reply {
  const { tenant } = call;
  const body = validate(jsonBody(call), 'accessPackageResourceRequest');
  const wanted = object(body, 'resource');
  const catalogId = text(object(body, 'catalog') ?? {}, 'id', null);
  if (text(body, 'requestType', '') !== 'adminAdd') throw invalidModel("'requestType' must be 'adminAdd'.");
  if (wanted === null || catalogId === null) throw invalidModel("'resource' and 'catalog' with its id are required.");
  const catalog = catalogOf(call, catalogId);
  requireRight(ownsCatalog(call, catalog.id), 'the role Catalog owner is needed.');
  const originId = requiredText(wanted, 'originId');
  const originSystem = requiredText(wanted, 'originSystem');
  if (tenant.resources.by('catalogId', catalog.id).some((each) => each.originId === originId && each.originSystem === originSystem)) {
    throw invalidOperation('The resource is in the catalog already.');
  }
  const now = tenant.now();
  const displayName = text(wanted, 'displayName', null) ?? tenant.groups.get(originId)?.displayName ?? originId;
  tenant.resources.put({
    id: tenant.newId(),
    catalogId: catalog.id,
    displayName,
    description: text(wanted, 'description', null),
    originId,
    originSystem,
    roles: usualRoles(originSystem, originId).map((role) => ({ id: tenant.newId(), description: null, originSystem, ...role })),
    scopes: [{ id: tenant.newId(), displayName: 'Root', description: 'Root Scope', originId, originSystem, isRootScope: true }],
    createdAt: now,
  });
  const answer = { id: tenant.newId(), requestType: 'adminAdd', state: 'delivered', createdDateTime: null };
  return wire(call, answer, `${EM_CONTEXT}/resourceRequests/$entity`, 201);
}

/** The roles a resource comes with, by where it lives. */
function usualRoles(originSystem: string, originId: string): Pick<ResourceRole, 'displayName' | 'originId'>[] {
  switch (originSystem) {
    case 'AadGroup':
      return [
        { displayName: 'Member', originId: `Member_${originId}` },
        { displayName: 'Owner', originId: `Owner_${originId}` },
      ];
    case 'SharePointOnline':
      return [
        { displayName: 'Owners', originId: '3' },
        { displayName: 'Visitors', originId: '4' },
        { displayName: 'Members', originId: '5' },
      ];
    default:
      return [{ displayName: 'Default Access', originId: '00000000-0000-0000-0000-000000000000' }];
  }
}

function list(call: Call): Reply {
  const row = readablePackage(call);
  return collection(
    call,
    page(call, row.roleScopes, roleScopeShape, call.options),
    `${EM_CONTEXT}/accessPackages('${row.id}')/resourceRoleScopes`,
  );
}

function add(call: Call): Reply {
  const { tenant } = call;
  const row = managedPackage(call);
  const body = validate(jsonBody(call), 'accessPackageResourceRoleScope');
  const role = object(body, 'role');
  const scope = object(body, 'scope');
  if (role === null || scope === null) throw invalidModel("'role' and 'scope' are required.");
  const found = find(tenant.resources.by('catalogId', row.catalogId), role, scope);
  if (found === null) throw notFound('a resource of the catalog with this role and scope');
  const id = `${found.role.id}_${found.scope.id}`;
  if (row.roleScopes.some((each) => each.id === id)) throw invalidOperation('The resource role is in the access package already.');
  const added = { id, roleId: found.role.id, scopeId: found.scope.id, resourceId: found.resource.id, createdAt: tenant.now() };
  tenant.packages.put({ ...row, roleScopes: [...row.roleScopes, added], modifiedAt: tenant.now() });
  return created(call, added, roleScopeShape, `${EM_CONTEXT}/accessPackages('${row.id}')/resourceRoleScopes`);
}

function find(
  resources: readonly Resource[],
  role: JsonObject,
  scope: JsonObject,
): { resource: Resource; role: ResourceRole; scope: ResourceScope } | null {
  const named = text(object(role, 'resource') ?? object(scope, 'resource') ?? {}, 'id', null);
  for (const resource of resources) {
    if (named !== null && resource.id !== named) continue;
    const foundRole = resource.roles.find((each) => fits(each, role));
    const foundScope = resource.scopes.find((each) => fits(each, scope)) ?? (named === null ? undefined : rootOf(resource, scope));
    if (foundRole !== undefined && foundScope !== undefined) return { resource, role: foundRole, scope: foundScope };
  }
  return null;
}

function fits(each: ResourceRole | ResourceScope, wanted: JsonObject): boolean {
  const id = text(wanted, 'id', null);
  if (id !== null) return each.id === id;
  const originSystem = text(wanted, 'originSystem', each.originSystem);
  return text(wanted, 'originId', null) === each.originId && originSystem === each.originSystem;
}

function rootOf(resource: Resource, scope: JsonObject): ResourceScope | undefined {
  return scope['isRootScope'] === true && text(scope, 'originId', null) === null
    ? resource.scopes.find(({ isRootScope }) => isRootScope)
    : undefined;
}
