import { Refusal } from '../../tenant/model.ts';
import type { Person } from '../../tenant/model.ts';
import { param } from '../call.ts';
import type { Call, Reply } from '../call.ts';
import { countOf, page } from '../odata/page.ts';
import { directoryNotFound } from '../refusals.ts';
import { collection, entity, wire } from '../reply.ts';
import { projector } from '../odata/project.ts';
import { erase } from '../odata/shape.ts';
import type { Route } from '../routing.ts';
import { GROUPS, hasScope, MANAGER, ME, REPORTS, requireScope, USER, USERS } from '../scopes.ts';
import { directoryUserShape, groupShape, managerOf, userShape } from '../shapes/directory.ts';
import { isEventual, requireDirectoryQuery, searchOf } from './directory-query.ts';

/** Contract §5. */
export const directoryRoutes: readonly Route[] = [
  { method: 'GET', path: '/me', scopes: ME, run: me },
  { method: 'GET', path: '/me/manager', scopes: MANAGER, run: (call) => manager(call, call.caller.person) },
  { method: 'GET', path: '/me/directReports', scopes: REPORTS, run: (call) => reports(call, call.caller.person) },
  { method: 'GET', path: '/users', scopes: USERS, run: users },
  { method: 'GET', path: '/users/$count', scopes: USERS, run: count },
  { method: 'GET', path: '/users/{id}', scopes: USER, run: user },
  { method: 'GET', path: '/users/{id}/manager', scopes: MANAGER, run: (call) => manager(call, personOf(call)) },
  { method: 'GET', path: '/users/{id}/directReports', scopes: MANAGER, run: (call) => reports(call, personOf(call)) },
  { method: 'GET', path: '/groups', scopes: GROUPS, run: groups },
  { method: 'GET', path: '/groups/{id}', scopes: GROUPS, run: group },
  { method: 'GET', path: '/groups/{id}/members', scopes: GROUPS, run: members },
];

function me(call: Call): Reply {
  requireDirectoryQuery(call, call.options);
  return entity(call, call.caller.person, userShape, 'users');
}

/** By object id or user principal name. Throws 404. */
function personOf(call: Call): Person {
  const id = param(call, 'id');
  const { people } = call.tenant;
  const found = people.get(id.toLowerCase()) ?? people.by('userPrincipalName', id)[0];
  if (found === undefined) throw directoryNotFound(id);
  return found;
}

function user(call: Call): Reply {
  requireDirectoryQuery(call, call.options);
  const row = personOf(call);
  if (row.id !== call.caller.person.id && !hasScope(call, USERS)) requireScope(call, USERS);
  return entity(call, row, userShape, 'users');
}

function manager(call: Call, row: Person): Reply {
  const found = managerOf(row, call);
  if (found === undefined) throw directoryNotFound('manager');
  const { select, expand } = call.options;
  return wire(call, projector(erase(directoryUserShape), { select, expand }, call)(found), 'directoryObjects/$entity');
}

function reports(call: Call, row: Person): Reply {
  const rows = call.tenant.people.by('managerId', row.id);
  return collection(
    call,
    page(call, rows, directoryUserShape, call.options, { ignoreCase: true, mayCount: isEventual(call) }),
    'directoryObjects',
  );
}

function requireMember(call: Call): void {
  if (call.caller.person.userType === 'Guest') {
    throw new Refusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation. Guests cannot list users.');
  }
}

function users(call: Call): Reply {
  requireMember(call);
  requireDirectoryQuery(call, call.options);
  const found = page(call, call.tenant.people, userShape, call.options, {
    ignoreCase: true,
    mayCount: isEventual(call),
    ...searchOf<Person>(call.options.search, PERSON_SEARCH, ['displayname']),
  });
  const reply = collection(call, found, 'users');
  reply.headers['x-ms-resource-unit'] = String(
    Math.max(1, 2 - (call.options.select === null ? 0 : 1) - ((call.options.top ?? 100) < 20 ? 1 : 0)),
  );
  return reply;
}

const PERSON_SEARCH: Readonly<Record<string, (row: Person) => readonly (string | null)[]>> = {
  displayname: (row) => [row.displayName],
  mail: (row) => [row.mail],
  userprincipalname: (row) => [row.userPrincipalName],
  givenname: (row) => [row.givenName],
  surname: (row) => [row.surname],
  jobtitle: (row) => [row.jobTitle],
  department: (row) => [row.department],
  mailnickname: (row) => [row.userPrincipalName],
};

/** Without the header it is refused (contract §5). The answer is a bare number. */
function count(call: Call): Reply {
  requireMember(call);
  if (!isEventual(call))
    throw new Refusal(400, 'Request_BadRequest', '$count is not currently supported without the ConsistencyLevel header.');
  const total = countOf(call, call.tenant.people, userShape, call.options, {
    ignoreCase: true,
    ...searchOf<Person>(call.options.search, PERSON_SEARCH, ['displayname']),
  });
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: total };
}

function groups(call: Call): Reply {
  requireMember(call);
  requireDirectoryQuery(call, call.options);
  const found = page(call, call.tenant.groups, groupShape, call.options, {
    ignoreCase: true,
    mayCount: isEventual(call),
    ...searchOf<{ displayName: string; description: string | null }>(
      call.options.search,
      { displayname: (row) => [row.displayName], description: (row) => [row.description] },
      ['displayname', 'description'],
    ),
  });
  return collection(call, found, 'groups');
}

function group(call: Call): Reply {
  const row = call.tenant.groups.get(param(call, 'id'));
  if (row === undefined) throw directoryNotFound(param(call, 'id'));
  return entity(call, row, groupShape, 'groups');
}

function members(call: Call): Reply {
  const row = call.tenant.groups.get(param(call, 'id'));
  if (row === undefined) throw directoryNotFound(param(call, 'id'));
  const rows = row.members.flatMap((id) => call.tenant.people.get(id) ?? []);
  return collection(
    call,
    page(call, rows, directoryUserShape, call.options, { ignoreCase: true, mayCount: isEventual(call) }),
    'directoryObjects',
  );
}
