import { Refusal } from '../../tenant/model.ts';
import type { Policy } from '../../tenant/model.ts';
import { managesPackages, requireRight } from '../access.ts';
import { jsonBody, object, text } from '../body.ts';
import { param } from '../call.ts';
import type { Call, Reply } from '../call.ts';
import { pathsOf, requiredEquals } from '../odata/filter.ts';
import { page } from '../odata/page.ts';
import { invalidFilter } from '../odata/tokens.ts';
import { denied, invalidOperation, notFound } from '../refusals.ts';
import { collection, created, EM_CONTEXT, entity, nothing } from '../reply.ts';
import type { Route } from '../routing.ts';
import { READ, WRITE } from '../scopes.ts';
import { policyShape } from '../shapes/access-packages.ts';
import { packageOf } from './access-packages.ts';
import { mayRead } from './assignments.ts';
import { readPolicyBody } from './policy-body.ts';
import type { PolicyFields } from './policy-body.ts';

const POLICIES = '/identityGovernance/entitlementManagement/assignmentPolicies';
const CONTEXT = `${EM_CONTEXT}/assignmentPolicies`;

/** Contract §4.12. PATCH is not offered. */
export const policyRoutes: readonly Route[] = [
  { method: 'GET', path: POLICIES, scopes: READ, run: list },
  { method: 'POST', path: POLICIES, scopes: WRITE, run: create },
  { method: 'GET', path: `${POLICIES}/{id}`, scopes: READ, run: get },
  { method: 'PUT', path: `${POLICIES}/{id}`, scopes: WRITE, run: replace },
  { method: 'DELETE', path: `${POLICIES}/{id}`, scopes: WRITE, run: remove },
];

/** Filters on nested settings are refused as the service does (contract §4.12). */
const FILTERABLE: readonly string[] = [
  'id',
  'displayname',
  'description',
  'allowedtargetscope',
  'createddatetime',
  'modifieddatetime',
  'accesspackage/id',
  'accesspackage/displayname',
  'catalog/id',
];

function list(call: Call): Reply {
  const { policies } = call.tenant;
  for (const path of pathsOf(call.options.filter)) if (!FILTERABLE.includes(path)) throw invalidFilter(`'${path}' cannot be filtered on.`);
  const packageId = requiredEquals(call.options.filter).get('accesspackage/id');
  const rows = packageId === undefined ? policies : policies.by('packageId', packageId);
  return collection(
    call,
    page(call, rows, policyShape, call.options, { also: (row) => mayRead(call, (row as Policy).packageId) }),
    CONTEXT,
  );
}

function policyOf(call: Call): Policy {
  const row = call.tenant.policies.get(param(call, 'id'));
  if (row === undefined) throw notFound(`assignment policy ${param(call, 'id')}`);
  return row;
}

function get(call: Call): Reply {
  const row = policyOf(call);
  requireRight(mayRead(call, row.packageId), 'a reading role in the catalog is needed.');
  return entity(call, row, policyShape, CONTEXT);
}

/** The body and the package it is for, once the caller may change policies there. Throws 400 `ArgumentNullException` without the id. */
function readBody(call: Call): { packageId: string; fields: PolicyFields } {
  const raw = jsonBody(call);
  const fields = readPolicyBody(raw, call.tenant);
  const packageId = text(object(raw, 'accessPackage') ?? {}, 'id', null);
  if (packageId === null) throw new Refusal(400, 'ArgumentNullException', "Value cannot be null. Parameter name: 'accessPackage.id'.");
  const owner = packageOf(call, packageId);
  requireRight(managesPackages(call, owner.catalogId), 'the role Access package manager or Catalog owner is needed.');
  return { packageId: owner.id, fields };
}

function create(call: Call): Reply {
  const { packageId, fields } = readBody(call);
  const now = call.tenant.now();
  const row = call.tenant.policies.put({ id: call.tenant.newId(), packageId, ...fields, createdAt: now, modifiedAt: now });
  return created(call, row, policyShape, CONTEXT);
}

function replace(call: Call): Reply {
  const row = policyOf(call);
  if (!mayManage(call, row)) throw denied('the role Access package manager or Catalog owner is needed.');
  const { packageId, fields } = readBody(call);
  if (packageId !== row.packageId) throw invalidOperation('A policy stays with its access package.');
  const next = call.tenant.policies.put({ id: row.id, packageId, ...fields, createdAt: row.createdAt, modifiedAt: call.tenant.now() });
  return entity(call, next, policyShape, CONTEXT);
}

function remove(call: Call): Reply {
  const row = policyOf(call);
  if (!mayManage(call, row)) throw denied('the role Access package manager or Catalog owner is needed.');
  if (call.tenant.assignments.by('policyId', row.id).some(({ state }) => state !== 'expired')) {
    throw invalidOperation('The policy still has assignments.');
  }
  call.tenant.policies.delete(row.id);
  return nothing();
}

function mayManage(call: Call, row: Policy): boolean {
  const catalogId = call.tenant.packages.get(row.packageId)?.catalogId;
  return catalogId !== undefined && managesPackages(call, catalogId);
}
