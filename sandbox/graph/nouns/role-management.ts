import { scopeOfRole } from '../../engine/rights.ts';
import { Refusal } from '../../tenant/model.ts';
import type { RoleAssignment } from '../../tenant/model.ts';
import { ownsCatalog, readsCatalog, readsTenant, requireRight, writesTenant } from '../access.ts';
import { jsonBody, requiredText, text } from '../body.ts';
import { param } from '../call.ts';
import type { Call, Reply } from '../call.ts';
import { requiredEquals } from '../odata/filter.ts';
import { page } from '../odata/page.ts';
import { notFound } from '../refusals.ts';
import { collection, created, entity, nothing } from '../reply.ts';
import type { Route } from '../routing.ts';
import { invalidModel } from '../schema/validate.ts';
import { READ, WRITE } from '../scopes.ts';
import { ROLE_DEFINITIONS, roleAssignmentShape } from '../shapes/role-management.ts';

const ROLES = '/roleManagement/entitlementManagement/roleAssignments';
const CONTEXT = 'roleManagement/entitlementManagement/roleAssignments';

/** Who administers which catalog (contract §4.13). These bodies are checked against the contract: the schema subset leaves them out. */
export const roleManagementRoutes: readonly Route[] = [
  { method: 'GET', path: ROLES, scopes: READ, run: list },
  { method: 'POST', path: ROLES, scopes: WRITE, run: create },
  { method: 'GET', path: `${ROLES}/{id}`, scopes: READ, run: get },
  { method: 'DELETE', path: `${ROLES}/{id}`, scopes: WRITE, run: remove },
];

/** Tenant-wide readers see all; others their own, their groups' and those of catalogs they read. */
function maySee(call: Call, row: RoleAssignment): boolean {
  if (readsTenant(call) || row.principalId === call.caller.person.id) return true;
  if (call.tenant.groupsOf(call.caller.person.id).some(({ id }) => id === row.principalId)) return true;
  const scope = scopeOfRole(row);
  return scope !== null && scope !== '/' && readsCatalog(call, scope);
}

function mayWrite(call: Call, row: RoleAssignment): boolean {
  const scope = scopeOfRole(row);
  return writesTenant(call) || (scope !== null && scope !== '/' && ownsCatalog(call, scope));
}

function list(call: Call): Reply {
  const principal = requiredEquals(call.options.filter).get('principalid');
  const { roleAssignments } = call.tenant;
  const rows = principal === undefined ? roleAssignments : roleAssignments.by('principalId', principal);
  return collection(
    call,
    page(call, rows, roleAssignmentShape, call.options, { also: (row) => maySee(call, row as RoleAssignment) }),
    CONTEXT,
  );
}

function get(call: Call): Reply {
  const row = call.tenant.roleAssignments.get(param(call, 'id'));
  if (row === undefined || !maySee(call, row)) throw notFound(`role assignment ${param(call, 'id')}`);
  return entity(call, row, roleAssignmentShape, CONTEXT);
}

const KNOWN: readonly string[] = ['principalId', 'roleDefinitionId', 'appScopeId', 'directoryScopeId', 'id'];

function create(call: Call): Reply {
  const { tenant } = call;
  const body = jsonBody(call);
  for (const [name, value] of Object.entries(body)) {
    if (name.startsWith('@')) continue;
    if (!KNOWN.includes(name)) throw invalidModel(`The property '${name}' does not exist on type 'microsoft.graph.unifiedRoleAssignment'.`);
    if (value !== null && typeof value !== 'string') throw invalidModel(`'${name}' must be a string.`);
  }
  const row: RoleAssignment = {
    id: tenant.newId(),
    principalId: requiredText(body, 'principalId'),
    roleDefinitionId: requiredText(body, 'roleDefinitionId'),
    appScopeId: text(body, 'appScopeId', null),
    directoryScopeId: text(body, 'directoryScopeId', null),
  };
  const scope = scopeOfRole(row);
  if (scope === null) throw invalidModel("'appScopeId' must be '/AccessPackageCatalog/{id}', or 'directoryScopeId' must be '/'.");
  requireRight(mayWrite(call, row), 'the role Catalog owner or Identity Governance Administrator is needed.');
  if (scope !== '/' && tenant.catalogs.get(scope) === undefined) throw notFound(`catalog ${scope}`);
  if (!ROLE_DEFINITIONS.some(({ id }) => id === row.roleDefinitionId)) throw notFound(`role definition ${row.roleDefinitionId}`);
  if (tenant.people.get(row.principalId) === undefined && tenant.groups.get(row.principalId) === undefined) {
    throw notFound(`principal ${row.principalId}`);
  }
  const twin = tenant.roleAssignments
    .by('principalId', row.principalId)
    .some((other) => other.roleDefinitionId === row.roleDefinitionId && scopeOfRole(other) === scope);
  if (twin) throw new Refusal(400, 'RoleAssignmentExists', 'The role assignment already exists.');
  return created(call, tenant.roleAssignments.put(row), roleAssignmentShape, CONTEXT);
}

function remove(call: Call): Reply {
  const row = call.tenant.roleAssignments.get(param(call, 'id'));
  if (row === undefined) throw notFound(`role assignment ${param(call, 'id')}`);
  requireRight(mayWrite(call, row), 'the role Catalog owner or Identity Governance Administrator is needed.');
  call.tenant.roleAssignments.delete(row.id);
  return nothing();
}
