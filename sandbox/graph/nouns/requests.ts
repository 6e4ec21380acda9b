import { pendingFor } from '../../engine/approvals.ts';
import { listed } from '../../engine/listing.ts';
import type { AssignmentRequest } from '../../tenant/model.ts';
import { requireRight } from '../access.ts';
import { param } from '../call.ts';
import type { Call, Reply } from '../call.ts';
import { enumParameter, functionOptions } from '../functions.ts';
import { requiredEquals } from '../odata/filter.ts';
import { page } from '../odata/page.ts';
import type { Source } from '../odata/page.ts';
import { notFound } from '../refusals.ts';
import { collection, EM_CONTEXT, entity } from '../reply.ts';
import type { Route } from '../routing.ts';
import { enumMember } from '../schema/schema.ts';
import { READ, SELF_READ } from '../scopes.ts';
import { requestShape } from '../shapes/requests.ts';
import { mayRead, requireListRight, shortest } from './assignments.ts';

const REQUESTS = '/identityGovernance/entitlementManagement/assignmentRequests';
const CONTEXT = `${EM_CONTEXT}/assignmentRequests`;

/** Reading requests (contract §4.7). */
export const requestRoutes: readonly Route[] = [
  { method: 'GET', path: REQUESTS, scopes: READ, run: list },
  { method: 'GET', path: `${REQUESTS}/filterByCurrentUser(on)`, scopes: SELF_READ, run: mine },
  { method: 'GET', path: `${REQUESTS}/{id}`, scopes: READ, run: get },
];

/** The request of the URL. Throws 404. */
export function requestOf(call: Call): AssignmentRequest {
  const found = call.tenant.requests.get(param(call, 'id'));
  if (found === undefined) throw notFound(`assignment request ${param(call, 'id')}`);
  return found;
}

function list(call: Call): Reply {
  const { requests, subjects } = call.tenant;
  const facts = requiredEquals(call.options.filter);
  requireListRight(call, facts);
  const byFact = (path: string, read: (value: string) => readonly AssignmentRequest[]): readonly AssignmentRequest[] | null => {
    const value = facts.get(path);
    return value === undefined ? null : read(value);
  };
  const rows = shortest(
    [
      byFact('accesspackage/id', (id) => requests.by('packageId', id)),
      byFact('assignment/id', (id) => requests.by('assignmentId', id)),
      byFact('requestor/id', (id) => requests.by('requestorId', id)),
      byFact('requestor/objectid', (id) => subjects.by('objectId', id).flatMap((subject) => requests.by('requestorId', subject.id))),
      byFact('assignment/target/objectid', (id) => subjects.by('objectId', id).flatMap((subject) => requests.by('targetId', subject.id))),
      byFact('state', (state) => requests.by('state', enumMember('accessPackageRequestState', state) ?? state)),
      byFact('id', (id) => [requests.get(id)].flatMap((row) => row ?? [])),
    ],
    requests,
  );
  return answer(call, rows);
}

/** A page of requests as lists show them: `listLagSeconds` holds new ones back. */
function answer(call: Call, rows: Source<AssignmentRequest>, options = call.options): Reply {
  return collection(
    call,
    page(call, rows, requestShape, options, { also: (row) => listed(call.tenant, row as AssignmentRequest) }),
    CONTEXT,
  );
}

function mine(call: Call): Reply {
  const on = enumParameter(call, 'on', 'accessPackageAssignmentRequestFilterByCurrentUserOptions');
  return answer(call, mineOn(call, on), functionOptions(call));
}

function mineOn({ tenant, caller }: Call, on: string): readonly AssignmentRequest[] {
  const { person } = caller;
  const own = new Set(tenant.subjects.by('objectId', person.id).map(({ id }) => id));
  const forPerson = (personId: string): AssignmentRequest[] =>
    tenant.subjects.by('objectId', personId).flatMap((subject) => tenant.requests.by('targetId', subject.id));
  // What the system did by itself was created by nobody (contract §4.7).
  const byMe = (): AssignmentRequest[] =>
    [...own].flatMap((id) => tenant.requests.by('requestorId', id)).filter(({ requestType }) => !requestType.startsWith('system'));
  switch (on) {
    case 'target':
      return forPerson(person.id);
    case 'createdBy':
      return byMe();
    case 'approver':
      return pendingFor(tenant, person.id);
    case 'targetOrRequestor':
      return [...new Set([...forPerson(person.id), ...byMe()])];
    case 'targetManager':
      return tenant.people.by('managerId', person.id).flatMap((report) => forPerson(report.id));
    case 'requestForOthers':
      return byMe().filter(({ targetId }) => !own.has(targetId));
    default:
      // Agent identities do not exist in this tenant.
      return [];
  }
}

function get(call: Call): Reply {
  const row = requestOf(call);
  requireRight(mayRead(call, row.packageId), 'a reading role in the catalog is needed.');
  return entity(call, row, requestShape, CONTEXT);
}
