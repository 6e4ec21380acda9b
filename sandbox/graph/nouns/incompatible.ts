import type { AccessPackage } from '../../tenant/model.ts';
import { jsonBody, text } from '../body.ts';
import { param } from '../call.ts';
import type { Call, Reply } from '../call.ts';
import { page } from '../odata/page.ts';
import { directoryNotFound, notFound } from '../refusals.ts';
import { collection, nothing } from '../reply.ts';
import type { Route } from '../routing.ts';
import { invalidModel } from '../schema/validate.ts';
import { READ, WRITE } from '../scopes.ts';
import { incompatibleGroups, incompatiblePackages, incompatibleWith, packageShape } from '../shapes/access-packages.ts';
import { groupShape } from '../shapes/directory.ts';
import { managedPackage, packageOf, readablePackage } from './access-packages.ts';

const PACKAGE = '/identityGovernance/entitlementManagement/accessPackages/{id}';

/** Separation of duties (contract §4.11). */
export const incompatibleRoutes: readonly Route[] = [
  { method: 'GET', path: `${PACKAGE}/incompatibleAccessPackages`, scopes: READ, run: (call) => packages(call, incompatiblePackages) },
  { method: 'GET', path: `${PACKAGE}/accessPackagesIncompatibleWith`, scopes: READ, run: (call) => packages(call, incompatibleWith) },
  { method: 'GET', path: `${PACKAGE}/incompatibleGroups`, scopes: READ, run: groups },
  { method: 'POST', path: `${PACKAGE}/incompatibleAccessPackages/$ref`, scopes: WRITE, run: addPackage },
  { method: 'POST', path: `${PACKAGE}/incompatibleGroups/$ref`, scopes: WRITE, run: addGroup },
  // Two forms of the address are documented for a delete.
  { method: 'DELETE', path: `${PACKAGE}/incompatibleAccessPackages/{other}/$ref`, scopes: WRITE, run: removePackage },
  { method: 'DELETE', path: `${PACKAGE}/incompatibleAccessPackages/{other}`, scopes: WRITE, run: removePackage },
  { method: 'DELETE', path: `${PACKAGE}/incompatibleGroups/{other}/$ref`, scopes: WRITE, run: removeGroup },
  { method: 'DELETE', path: `${PACKAGE}/incompatibleGroups/{other}`, scopes: WRITE, run: removeGroup },
];

function packages(call: Call, read: (tenant: Call['tenant'], row: AccessPackage) => readonly AccessPackage[]): Reply {
  const rows = read(call.tenant, readablePackage(call));
  return collection(call, page(call, rows, packageShape, call.options), 'accessPackages');
}

function groups(call: Call): Reply {
  const rows = incompatibleGroups(call.tenant, readablePackage(call));
  return collection(call, page(call, rows, groupShape, call.options), 'groups');
}

function addPackage(call: Call): Reply {
  const row = managedPackage(call);
  const other = packageOf(call, referenced(call, /\/accessPackages(?:\/|\(')([\w-]+)(?:'\))?\/?$/i));
  if (other.id === row.id) throw invalidModel('An access package cannot be incompatible with itself.');
  if (!row.incompatiblePackageIds.includes(other.id)) {
    call.tenant.packages.put({ ...row, incompatiblePackageIds: [...row.incompatiblePackageIds, other.id] });
  }
  return nothing();
}

function addGroup(call: Call): Reply {
  const row = managedPackage(call);
  const id = referenced(call, /\/(?:groups|directoryObjects)(?:\/|\(')([\w-]+)(?:'\))?\/?$/i);
  if (call.tenant.groups.get(id) === undefined) throw directoryNotFound(id);
  if (!row.incompatibleGroupIds.includes(id)) {
    call.tenant.packages.put({ ...row, incompatibleGroupIds: [...row.incompatibleGroupIds, id] });
  }
  return nothing();
}

function removePackage(call: Call): Reply {
  const row = managedPackage(call);
  const other = param(call, 'other');
  if (!row.incompatiblePackageIds.includes(other)) throw notFound(`incompatible access package ${other}`);
  call.tenant.packages.put({ ...row, incompatiblePackageIds: row.incompatiblePackageIds.filter((id) => id !== other) });
  return nothing();
}

function removeGroup(call: Call): Reply {
  const row = managedPackage(call);
  const other = param(call, 'other');
  if (!row.incompatibleGroupIds.includes(other)) throw notFound(`incompatible group ${other}`);
  call.tenant.packages.put({ ...row, incompatibleGroupIds: row.incompatibleGroupIds.filter((id) => id !== other) });
  return nothing();
}

/** The id inside the body's `@odata.id`, whatever its root: a proxy in front may have another name. */
function referenced(call: Call, pattern: RegExp): string {
  const body = jsonBody(call);
  const unknown = Object.keys(body).find((name) => !name.startsWith('@'));
  if (unknown !== undefined) throw invalidModel(`The property '${unknown}' does not exist on a reference.`);
  const id = pattern.exec(text(body, '@odata.id', ''))?.[1];
  if (id === undefined) throw invalidModel("'@odata.id' must be the address of an object of the right kind.");
  return id;
}
