import { requestablePackages } from '../../engine/policies.ts';
import type { AccessPackage } from '../../tenant/model.ts';
import { managesPackages, readsCatalog, requireRight } from '../access.ts';
import { flag, jsonBody, object, requiredText, text } from '../body.ts';
import { param } from '../call.ts';
import type { Call, Reply } from '../call.ts';
import { enumParameter, functionOptions } from '../functions.ts';
import { page } from '../odata/page.ts';
import { invalidOperation, notFound } from '../refusals.ts';
import { collection, created, EM_CONTEXT, entity, nothing } from '../reply.ts';
import type { Route } from '../routing.ts';
import { invalidModel, validate } from '../schema/validate.ts';
import { READ, SELF_READ, WRITE } from '../scopes.ts';
import { packageShape } from '../shapes/access-packages.ts';
import { catalogOf } from './catalogs.ts';

const EM = '/identityGovernance/entitlementManagement';
const CONTEXT = `${EM_CONTEXT}/accessPackages`;

/** Contract §4.2, §4.13. */
export const packageRoutes: readonly Route[] = [
  { method: 'GET', path: `${EM}/accessPackages`, scopes: READ, run: list },
  { method: 'POST', path: `${EM}/accessPackages`, scopes: WRITE, run: create },
  { method: 'GET', path: `${EM}/accessPackages/filterByCurrentUser(on)`, scopes: SELF_READ, run: mine },
  { method: 'GET', path: `${EM}/accessPackages/{id}`, scopes: READ, run: get },
  { method: 'PATCH', path: `${EM}/accessPackages/{id}`, scopes: WRITE, run: update },
  { method: 'DELETE', path: `${EM}/accessPackages/{id}`, scopes: WRITE, run: remove },
];

/** The package of that id. Throws 404. */
export function packageOf(call: Call, id: string): AccessPackage {
  const found = call.tenant.packages.get(id);
  if (found === undefined) throw notFound(`access package ${id}`);
  return found;
}

/** The package of the URL, once the caller may read its catalog. Throws 404 or 403. */
export function readablePackage(call: Call): AccessPackage {
  const found = packageOf(call, param(call, 'id'));
  requireRight(readsCatalog(call, found.catalogId), 'a reading role in the catalog is needed.');
  return found;
}

/** The package of the URL, once the caller may change packages of its catalog. Throws 404 or 403. */
export function managedPackage(call: Call): AccessPackage {
  const found = packageOf(call, param(call, 'id'));
  requireRight(managesPackages(call, found.catalogId), 'the role Access package manager or Catalog owner is needed.');
  return found;
}

function list(call: Call): Reply {
  const found = page(call, call.tenant.packages, packageShape, call.options, {
    also: (row) => readsCatalog(call, (row as AccessPackage).catalogId),
  });
  return collection(call, found, CONTEXT);
}

function mine(call: Call): Reply {
  enumParameter(call, 'on', 'accessPackageFilterByCurrentUserOptions');
  const rows = requestablePackages(call.tenant, call.caller.person);
  return collection(call, page(call, rows, packageShape, functionOptions(call)), CONTEXT);
}

function get(call: Call): Reply {
  return entity(call, readablePackage(call), packageShape, CONTEXT);
}

function create(call: Call): Reply {
  const body = validate(jsonBody(call), 'accessPackage');
  const catalogId = text(object(body, 'catalog') ?? {}, 'id', null);
  if (catalogId === null) throw invalidModel("The property 'catalog' with its id is required.");
  const catalog = catalogOf(call, catalogId);
  requireRight(managesPackages(call, catalog.id), 'the role Access package manager or Catalog owner is needed.');
  const now = call.tenant.now();
  const row = call.tenant.packages.put({
    id: call.tenant.newId(),
    catalogId: catalog.id,
    displayName: requiredText(body, 'displayName'),
    description: text(body, 'description', null),
    isHidden: flag(body, 'isHidden', false),
    createdAt: now,
    modifiedAt: now,
    roleScopes: [],
    incompatiblePackageIds: [],
    incompatibleGroupIds: [],
  });
  return created(call, row, packageShape, CONTEXT);
}

function update(call: Call): Reply {
  const row = managedPackage(call);
  const body = validate(jsonBody(call), 'accessPackage');
  call.tenant.packages.put({
    ...row,
    displayName: 'displayName' in body ? requiredText(body, 'displayName') : row.displayName,
    description: 'description' in body ? text(body, 'description', null) : row.description,
    isHidden: flag(body, 'isHidden', row.isHidden),
    modifiedAt: call.tenant.now(),
  });
  return nothing();
}

function remove(call: Call): Reply {
  const { tenant } = call;
  const row = managedPackage(call);
  if (tenant.assignments.by('packageId', row.id).some(({ state }) => state !== 'expired')) {
    throw invalidOperation('The access package still has assignments.');
  }
  for (const policy of [...tenant.policies.by('packageId', row.id)]) tenant.policies.delete(policy.id);
  for (const other of [...tenant.packages.values()]) {
    if (!other.incompatiblePackageIds.includes(row.id)) continue;
    tenant.packages.put({ ...other, incompatiblePackageIds: other.incompatiblePackageIds.filter((id) => id !== row.id) });
  }
  tenant.packages.delete(row.id);
  return nothing();
}
