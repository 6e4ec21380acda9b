import type { Catalog } from '../../tenant/model.ts';
import { EM_ROLES } from '../../tenant/model.ts';
import { createsCatalogs, ownsCatalog, readsCatalog, requireRight, writesTenant } from '../access.ts';
import { flag, jsonBody, requiredText, text } from '../body.ts';
import { param } from '../call.ts';
import type { Call, Reply } from '../call.ts';
import { page } from '../odata/page.ts';
import { invalidOperation, notFound } from '../refusals.ts';
import { collection, created, EM_CONTEXT, entity, nothing } from '../reply.ts';
import type { Route } from '../routing.ts';
import { validate } from '../schema/validate.ts';
import { catalogShape } from '../shapes/access-packages.ts';
import { resourceShape } from '../shapes/resources.ts';
import { READ, WRITE } from '../scopes.ts';

const EM = '/identityGovernance/entitlementManagement';
const CONTEXT = `${EM_CONTEXT}/catalogs`;

/** Contract §4.1, §4.13. */
export const catalogRoutes: readonly Route[] = [
  { method: 'GET', path: `${EM}/catalogs`, scopes: READ, run: list },
  { method: 'POST', path: `${EM}/catalogs`, scopes: WRITE, run: create },
  { method: 'GET', path: `${EM}/catalogs/{id}`, scopes: READ, run: get },
  { method: 'PATCH', path: `${EM}/catalogs/{id}`, scopes: WRITE, run: update },
  { method: 'DELETE', path: `${EM}/catalogs/{id}`, scopes: WRITE, run: remove },
  { method: 'GET', path: `${EM}/catalogs/{id}/resources`, scopes: READ, run: resources },
];

/** The catalog of that id. Throws 404. */
export function catalogOf(call: Call, id: string): Catalog {
  const found = call.tenant.catalogs.get(id);
  if (found === undefined) throw notFound(`catalog ${id}`);
  return found;
}

function list(call: Call): Reply {
  const found = page(call, call.tenant.catalogs, catalogShape, call.options, {
    also: (row) => readsCatalog(call, (row as Catalog).id),
  });
  return collection(call, found, CONTEXT);
}

function get(call: Call): Reply {
  const catalog = catalogOf(call, param(call, 'id'));
  requireRight(readsCatalog(call, catalog.id), 'a reading role in the catalog is needed.');
  return entity(call, catalog, catalogShape, CONTEXT);
}

function create(call: Call): Reply {
  requireRight(createsCatalogs(call), 'the role Catalog creator or Identity Governance Administrator is needed.');
  const body = validate(jsonBody(call), 'accessPackageCatalog');
  const now = call.tenant.now();
  const catalog = call.tenant.catalogs.put({
    id: call.tenant.newId(),
    displayName: requiredText(body, 'displayName'),
    description: text(body, 'description', null),
    catalogType: 'userManaged',
    state: text(body, 'state', 'published') === 'unpublished' ? 'unpublished' : 'published',
    isExternallyVisible: flag(body, 'isExternallyVisible', false),
    createdAt: now,
    modifiedAt: now,
  });
  // Who may only create catalogs owns what they created.
  if (!writesTenant(call)) {
    call.tenant.roleAssignments.put({
      id: call.tenant.newId(),
      principalId: call.caller.person.id,
      roleDefinitionId: EM_ROLES.catalogOwner,
      appScopeId: `/AccessPackageCatalog/${catalog.id}`,
      directoryScopeId: null,
    });
  }
  return created(call, catalog, catalogShape, CONTEXT);
}

function update(call: Call): Reply {
  const catalog = catalogOf(call, param(call, 'id'));
  requireRight(ownsCatalog(call, catalog.id), 'the role Catalog owner is needed.');
  const body = validate(jsonBody(call), 'accessPackageCatalog');
  call.tenant.catalogs.put({
    ...catalog,
    displayName: 'displayName' in body ? requiredText(body, 'displayName') : catalog.displayName,
    description: 'description' in body ? text(body, 'description', null) : catalog.description,
    state: text(body, 'state', catalog.state) === 'unpublished' ? 'unpublished' : 'published',
    isExternallyVisible: flag(body, 'isExternallyVisible', catalog.isExternallyVisible),
    modifiedAt: call.tenant.now(),
  });
  return nothing();
}

function remove(call: Call): Reply {
  const { tenant } = call;
  const catalog = catalogOf(call, param(call, 'id'));
  requireRight(ownsCatalog(call, catalog.id), 'the role Catalog owner is needed.');
  if (catalog.catalogType !== 'userManaged') throw invalidOperation('A built-in catalog cannot be deleted.');
  if (tenant.packages.by('catalogId', catalog.id).length > 0) throw invalidOperation('The catalog still holds access packages.');
  for (const resource of [...tenant.resources.by('catalogId', catalog.id)]) tenant.resources.delete(resource.id);
  for (const role of [...tenant.roleAssignments.values()]) {
    if (role.appScopeId === `/AccessPackageCatalog/${catalog.id}`) tenant.roleAssignments.delete(role.id);
  }
  tenant.catalogs.delete(catalog.id);
  return nothing();
}

function resources(call: Call): Reply {
  const catalog = catalogOf(call, param(call, 'id'));
  requireRight(readsCatalog(call, catalog.id), 'a reading role in the catalog is needed.');
  const rows = call.tenant.resources.by('catalogId', catalog.id);
  return collection(call, page(call, rows, resourceShape, call.options), `${CONTEXT}('${catalog.id}')/resources`);
}
