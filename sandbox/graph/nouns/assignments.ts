import { reprocessAssignment } from '../../engine/requests.ts';
import { listed } from '../../engine/listing.ts';
import type { Assignment } from '../../tenant/model.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { readsCatalog, readsTenant, requireRight } from '../access.ts';
import { param } from '../call.ts';
import type { Call, Reply } from '../call.ts';
import { enumParameter, functionOptions } from '../functions.ts';
import { requiredEquals } from '../odata/filter.ts';
import { badRequest } from '../odata/options.ts';
import { page } from '../odata/page.ts';
import type { Source } from '../odata/page.ts';
import { denied, notFound, requireGuid } from '../refusals.ts';
import { collection, EM_CONTEXT, entity, nothing } from '../reply.ts';
import type { Route } from '../routing.ts';
import { READ, SELF_READ, WRITE } from '../scopes.ts';
import { assignmentShape } from '../shapes/assignments.ts';
import { packageOf } from './access-packages.ts';

const ASSIGNMENTS = '/identityGovernance/entitlementManagement/assignments';
const CONTEXT = `${EM_CONTEXT}/assignments`;

/** Contract §4.6. */
export const assignmentRoutes: readonly Route[] = [
  { method: 'GET', path: ASSIGNMENTS, scopes: READ, run: list },
  { method: 'GET', path: `${ASSIGNMENTS}/filterByCurrentUser(on)`, scopes: SELF_READ, run: mine },
  {
    method: 'GET',
    path: `${ASSIGNMENTS}/additionalAccess(accessPackageId,incompatibleAccessPackageId)`,
    scopes: READ,
    run: additionalAccess,
  },
  { method: 'GET', path: `${ASSIGNMENTS}/additionalAccess()`, scopes: READ, run: allAdditionalAccess },
  { method: 'GET', path: `${ASSIGNMENTS}/{id}`, scopes: READ, run: get },
  { method: 'POST', path: `${ASSIGNMENTS}/{id}/reprocess`, scopes: WRITE, run: reprocess },
];

/**
 * Throws 403 unless the caller may see a list narrowed by these facts: tenant-wide readers all, others only with
 * `accessPackage/id eq` of a package they may read (contract §2.3).
 */
export function requireListRight(call: Call, facts: ReadonlyMap<string, string>): void {
  if (readsTenant(call)) return;
  const packageId = facts.get('accesspackage/id');
  if (packageId === undefined) throw denied("without a tenant-wide role a list needs $filter=accessPackage/id eq '…'.");
  const found = call.tenant.packages.get(packageId);
  if (found === undefined || !readsCatalog(call, found.catalogId)) throw denied('a reading role in the catalog is needed.');
}

/** The shortest of the lists that indexes offer, or the whole table. */
export function shortest<Row>(lists: readonly (readonly Row[] | null)[], all: Source<Row>): Source<Row> {
  let best: readonly Row[] | null = null;
  for (const rows of lists) if (rows !== null && (best === null || rows.length < best.length)) best = rows;
  return best ?? all;
}

function list(call: Call): Reply {
  const { assignments, subjects } = call.tenant;
  const facts = requiredEquals(call.options.filter);
  requireListRight(call, facts);
  const byFact = (path: string, read: (value: string) => readonly Assignment[]): readonly Assignment[] | null => {
    const value = facts.get(path);
    return value === undefined ? null : read(value);
  };
  const rows = shortest(
    [
      byFact('accesspackage/id', (id) => assignments.by('packageId', id)),
      byFact('assignmentpolicy/id', (id) => assignments.by('policyId', id)),
      byFact('target/id', (id) => assignments.by('subjectId', id)),
      byFact('target/objectid', (id) => subjects.by('objectId', id).flatMap((subject) => assignments.by('subjectId', subject.id))),
      byFact('id', (id) => [assignments.get(id)].flatMap((row) => row ?? [])),
    ],
    assignments,
  );
  return answer(call, rows);
}

/** A page of assignments as lists show them: `listLagSeconds` holds new ones back. */
function answer(call: Call, rows: Source<Assignment>, options = call.options): Reply {
  return collection(call, page(call, rows, assignmentShape, options, { also: (row) => listed(call.tenant, row as Assignment) }), CONTEXT);
}

function mine(call: Call): Reply {
  const on = enumParameter(call, 'on', 'accessPackageAssignmentFilterByCurrentUserOptions');
  return answer(call, mineOn(call, on), functionOptions(call));
}

function mineOn({ tenant, caller }: Call, on: string): readonly Assignment[] {
  const ofPerson = (personId: string): readonly Assignment[] =>
    tenant.subjects.by('objectId', personId).flatMap((subject) => tenant.assignments.by('subjectId', subject.id));
  switch (on) {
    case 'target':
      return ofPerson(caller.person.id);
    case 'createdBy':
      return tenant.assignments.by('createdBy', caller.person.id);
    case 'targetManager':
      return tenant.people.by('managerId', caller.person.id).flatMap((report) => ofPerson(report.id));
    default:
      // Agent identities do not exist in this tenant.
      return [];
  }
}

function get(call: Call): Reply {
  const row = call.tenant.assignments.get(param(call, 'id'));
  if (row === undefined) throw notFound(`assignment ${param(call, 'id')}`);
  requireRight(mayRead(call, row.packageId), 'a reading role in the catalog is needed.');
  return entity(call, row, assignmentShape, CONTEXT);
}

/** Whether the caller's roles let them read what belongs to this package; of a deleted one only tenant-wide readers may. */
export function mayRead(call: Call, packageId: string): boolean {
  const catalogId = call.tenant.packages.get(packageId)?.catalogId;
  return catalogId === undefined ? readsTenant(call) : readsCatalog(call, catalogId);
}

function reprocess(call: Call): Reply {
  const id = param(call, 'id');
  requireGuid(id);
  reprocessAssignment(call.tenant, call.caller, id);
  return nothing(202);
}

function additionalAccess(call: Call): Reply {
  const [one, other] = [param(call, 'accessPackageId'), param(call, 'incompatibleAccessPackageId')];
  if (one === '' || other === '' || one === other) throw badRequest('Two distinct access package ids are required.');
  for (const id of [one, other])
    requireRight(readsCatalog(call, packageOf(call, id).catalogId), 'a reading role in both catalogs is needed.');
  return answer(call, holders(call.tenant, one, other));
}

/** Assignments of one package whose target also holds the other (contract §4.6). */
function holders(tenant: Tenant, packageId: string, otherId: string): Assignment[] {
  const both = new Set<string>();
  for (const row of tenant.assignments.by('packageId', otherId)) if (row.state !== 'expired') both.add(row.subjectId);
  return tenant.assignments.by('packageId', packageId).filter((row) => row.state !== 'expired' && both.has(row.subjectId));
}

function allAdditionalAccess(call: Call): Reply {
  requireRight(readsTenant(call), 'a tenant-wide reading role is needed.');
  const found = new Set<Assignment>();
  for (const row of call.tenant.packages.values()) {
    for (const other of row.incompatiblePackageIds) for (const held of holders(call.tenant, row.id, other)) found.add(held);
  }
  return answer(call, [...found]);
}
