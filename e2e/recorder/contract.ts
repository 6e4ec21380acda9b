import { expect } from '@playwright/test';
import type { RecordedCall } from './graph-proxy';

const EM = '/identityGovernance/entitlementManagement';
const ID = '[^/]+';
export const SMALL = 'EntitlementMgmt-SubjectAccess.ReadWrite';

interface Known {
  /** Method and path below /v1.0, letter by letter as the contract spells them. */
  call: RegExp;
  /** The least scopes with which the contract allows it (§2.2). */
  scopes: string[];
  /** Query options that the contract documents for it, with what may stand in them. */
  options?: Record<string, RegExp>;
}

const known = (call: string, scopes: string[], options?: Record<string, RegExp>): Known => ({
  call: new RegExp(`^${call}$`),
  scopes,
  options,
});

const R = ['EntitlementManagement.Read.All'];
export const WRITING = 'EntitlementManagement.ReadWrite.All';
const W = [WRITING];
const RW = [...R, ...W];
const names = (...all: string[]) => new RegExp(`^(${all.join('|')})(,(${all.join('|')}))*$`);
const quoted = "'(?:[^']|'')*'";
const terms = (...each: string[]) => new RegExp(`^(${each.join('|')})( and (${each.join('|')}))*$`);
const TOP = { $top: /^[1-9]\d{0,2}$/ };
const REQUEST_EXPAND = /^accessPackage,requestor,assignment(\(\$expand=target\))?$/;
const STATES = 'submitted|pendingApproval|delivering|delivered|deliveryFailed|denied|scheduled|canceled|partiallyDelivered';
const HELD = 'delivering|partiallyDelivered|delivered|expired|deliveryFailed';

/** Type-ahead over the directory: contract §5. */
const DIRECTORY = known('GET /users', ['User.ReadBasic.All'], {
  $search: /^"displayName:(?:[^"\\]|\\.)*" OR "mail:(?:[^"\\]|\\.)*"$/,
  $select: names('id', 'displayName', 'mail', 'userPrincipalName', 'jobTitle'),
  ...TOP,
});

/** What an employee's screens may ask: contract §4.2.1, §4.3 to §4.9, §5. */
export const EMPLOYEE: Known[] = [
  known('GET /me', ['User.Read'], { $select: names('id', 'displayName', 'mail', 'userPrincipalName', 'jobTitle') }),
  known(`GET ${EM}/accessPackages/filterByCurrentUser\\(on='allowedRequestor'\\)`, [SMALL]),
  known(`POST ${EM}/accessPackages/${ID}/getApplicablePolicyRequirements`, [SMALL]),
  known(`GET ${EM}/availableAccessPackages/${ID}/resourceRoleScopes`, [SMALL], { $expand: /^role(\(\$expand=resource\))?,scope$/ }),
  known(`GET ${EM}/assignments/filterByCurrentUser\\(on='(target|createdBy)'\\)`, [SMALL], {
    $expand: names('accessPackage', 'assignmentPolicy'),
  }),
  // In the metadata, not on the page: a harmless probe for what a manager's team holds.
  known(`GET ${EM}/assignments/filterByCurrentUser\\(on='targetManager'\\)`, [SMALL], { $expand: names('accessPackage', 'target') }),
  known(`GET ${EM}/assignmentRequests/filterByCurrentUser\\(on='(target|createdBy)'\\)`, [SMALL], { $expand: REQUEST_EXPAND }),
  known('GET /me/directReports', ['User.Read'], { $select: names('id', 'displayName', 'mail', 'userPrincipalName', 'jobTitle') }),
  // What waits for my decision, for the place in the navigation and the list.
  known(`GET ${EM}/assignmentRequests/filterByCurrentUser\\(on='approver'\\)`, [SMALL], { $expand: REQUEST_EXPAND }),
  known(`POST ${EM}/assignmentRequests`, [SMALL]),
  known(`POST ${EM}/assignmentRequests/${ID}/cancel`, [SMALL]),
  known(`GET ${EM}/accessPackageSuggestions/filterByCurrentUser\\(on='relatedPeopleAssignments,assignmentHistory'\\)`, [SMALL], {
    $expand: names('accessPackage'),
  }),
  known('POST /\\$batch', [SMALL]),
  DIRECTORY,
];

/** What an administrator's screens may ask beside; a command that writes may read with its own scope: contract §4.2, §4.5 to §4.8, §4.11 to §4.13, §5. */
export const ADMINISTRATOR: Known[] = [
  known(`GET ${EM}/accessPackages`, RW, { $filter: new RegExp(`^contains\\(tolower\\(displayName\\),${quoted}\\)$`), ...TOP }),
  known(`GET ${EM}/accessPackages/${ID}`, RW, {
    $expand: /^(assignmentPolicies|catalog|resourceRoleScopes\(\$expand=role(\(\$expand=resource\))?,scope\))$/,
  }),
  known(`GET ${EM}/accessPackages/${ID}/incompatibleAccessPackages`, RW),
  known(`GET ${EM}/assignmentPolicies/${ID}`, RW, { $expand: names('accessPackage', 'questions', 'customExtensionStageSettings') }),
  known(`GET ${EM}/assignments`, RW, {
    $filter: terms(`accessPackage/id eq ${quoted}`, `state eq '(${HELD})'`, `target/objectId eq ${quoted}`),
    $expand: names('accessPackage', 'target', 'assignmentPolicy'),
    ...TOP,
  }),
  known(`GET ${EM}/assignments/${ID}`, RW, { $expand: names('accessPackage', 'target', 'assignmentPolicy') }),
  known(`GET ${EM}/assignmentRequests`, RW, {
    $filter: terms(`accessPackage/id eq ${quoted}`, `state eq '(${STATES})'`, 'createdDateTime ge \\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z'),
    $expand: REQUEST_EXPAND,
  }),
  known(`GET ${EM}/assignmentRequests/${ID}`, RW, { $expand: REQUEST_EXPAND }),
  known(`POST ${EM}/assignmentRequests`, W),
  known('GET /roleManagement/entitlementManagement/roleAssignments', R, { $filter: new RegExp(`^principalId eq ${quoted}$`) }),
  DIRECTORY,
  known('POST /\\$batch', RW),
];

/** What an approver's screens may ask beside: contract §4.6, §4.7, §4.10, §4.11. */
export const APPROVER: Known[] = [
  known(`GET ${EM}/accessPackageAssignmentApprovals/${ID}`, RW),
  known(`PATCH ${EM}/accessPackageAssignmentApprovals/${ID}/stages/${ID}`, W),
  // §4.6's expansion of an assignment inside §4.7's of its request: until when to decide. Where it is refused or ignored nothing is said.
  known(`GET ${EM}/assignmentRequests/${ID}`, RW, { $expand: /^assignment\(\$expand=assignmentPolicy\)$/ }),
];

interface Inner {
  id: string;
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Holds every call, and every call inside a batch, against the contract. `exact` tokens carry the asked scopes only. */
export function expectContract(calls: readonly RecordedCall[], table: readonly Known[], links: ReadonlySet<string>, origin: string) {
  const ids: string[] = [];
  for (const call of calls) {
    expect(call.url, 'a version').toMatch(/^\/v1\.0\//);
    ids.push(call.headers['client-request-id'] ?? '');
    // A link that Graph gave is opaque and is called whole, letter by letter.
    if (!links.has(origin + call.url)) expectKnown(call.method, call.url.slice('/v1.0'.length), call.claims.scp, table);
    else expect(call.claims.scp.split(' ').some((scope) => table.some(({ scopes }) => scopes.includes(scope)))).toBe(true);
    if (call.body !== null) expect(call.headers['content-type']).toMatch(/^application\/json/);
    if (/\/\$batch$/.test(call.url)) ids.push(...expectBatch(call, table));
    if (/\/assignmentRequests$/.test(call.url)) expectRequestBody(call.body);
    if (/\/(cancel|getApplicablePolicyRequirements)$/.test(call.url)) expect(call.body, 'no body').toBeNull();
    if (/\/users\?.*search/.test(call.url)) expect(call.headers.consistencylevel).toBe('eventual');
  }
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
  expect(new Set(ids).size, 'a fresh client-request-id each').toBe(ids.length);
}

function expectKnown(method: string, url: string, scp: string, table: readonly Known[]) {
  const [path = '', query = ''] = url.split('?');
  const written = `${method} ${decodeURIComponent(path)}`;
  const rows = table.filter(({ call }) => call.test(written));
  expect(rows[0], `in the contract: ${written}`).toBeDefined();
  const options = query === '' ? [] : query.split('&').map((part) => part.split('=').map(decodeURIComponent));
  for (const [name = '', ...value] of options) {
    const allowed = rows.flatMap((row) => row.options?.[name] ?? []);
    expect(allowed.length, `${name} is documented for ${written}`).toBeGreaterThan(0);
    const text = value.join('=').replaceAll('+', ' ');
    expect(
      allowed.some((pattern) => pattern.test(text)),
      `${name} of ${written}: ${text}`,
    ).toBe(true);
  }
  const scopes = table.filter(({ call }) => call.test(written)).flatMap((row) => row.scopes);
  const asked = scp.split(' ').filter((scope) => !['openid', 'profile', 'email', 'offline_access'].includes(scope));
  expect(
    asked.every((scope) => scopes.includes(scope)),
    `least scope of ${written}, asked with "${scp}"`,
  ).toBe(true);
}

function expectBatch(call: RecordedCall, table: readonly Known[]): string[] {
  const { requests } = call.body as { requests: Inner[] };
  expect(Object.keys(call.body as object)).toEqual(['requests']);
  expect(requests.length).toBeGreaterThan(0);
  expect(requests.length).toBeLessThanOrEqual(20);
  expect(new Set(requests.map(({ id }) => id.toLowerCase())).size).toBe(requests.length);
  for (const { method, url, body, headers } of requests) {
    if (method === 'PATCH') {
      expect(headers?.['Content-Type'], 'a body has its type').toBe('application/json');
      expect(Object.keys(body as object).sort(), 'members of the contract').toEqual(['justification', 'reviewResult']);
    } else expect(body).toBeUndefined();
    expectKnown(method, url, call.claims.scp, table);
  }
  return requests.map(({ headers }) => headers?.['client-request-id'] ?? '');
}

const HOLDS: Record<string, string[][]> = {
  userAdd: [
    ['accessPackageId', 'assignmentPolicyId', 'targetId'],
    // On behalf of somebody (contract §4.8).
    ['accessPackageId', 'assignmentPolicyId', 'target'],
  ],
  userUpdate: [['id']],
  userRemove: [['id']],
  approverRemove: [['id']],
  adminAdd: [
    ['accessPackageId', 'assignmentPolicyId', 'targetId'],
    ['accessPackageId', 'assignmentPolicyId', 'target'],
  ],
  adminUpdate: [['id']],
  adminRemove: [['id']],
};

/** Contract §4.8: members, enum values in canonical case, v1.0 names alone. */
function expectRequestBody(body: unknown) {
  const { requestType, assignment, justification, answers, schedule, ...others } = body as Record<string, unknown>;
  expect(others, 'members of the contract').toEqual({});
  const holds = HOLDS[String(requestType)];
  expect(holds, `requestType ${String(requestType)}`).toBeDefined();
  const members = Object.keys(assignment as object).toSorted();
  expect(
    holds?.map((each) => each.join()),
    `assignment of ${String(requestType)}`,
  ).toContain(members.join());
  const target = (assignment as { target?: unknown }).target;
  if (target !== undefined)
    expect(Object.keys(target as object)).toEqual(
      requestType === 'userAdd' ? ['objectId', 'displayName', 'email', 'subjectType'] : ['email'],
    );
  if (justification !== undefined) expect(typeof justification).toBe('string');
  for (const answer of (answers ?? []) as Record<string, unknown>[]) {
    expect(answer['@odata.type']).toBe('#microsoft.graph.accessPackageAnswerString');
    expect(Object.keys(answer).every((name) => ['@odata.type', 'value', 'displayValue', 'answeredQuestion'].includes(name))).toBe(true);
    const question = answer.answeredQuestion as Record<string, unknown>;
    expect(Object.keys(question).toSorted()).toEqual(['@odata.type', 'id']);
    expect(question['@odata.type']).toMatch(/^#microsoft\.graph\.accessPackage(TextInput|MultipleChoice)Question$/);
  }
  if (schedule !== undefined) expectSchedule(schedule as Record<string, unknown>);
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

function expectSchedule(schedule: Record<string, unknown>) {
  expect(Object.keys(schedule).toSorted()).toEqual(['expiration', 'recurrence', 'startDateTime']);
  expect(schedule.recurrence).toBeNull();
  if (schedule.startDateTime !== null) expect(schedule.startDateTime).toMatch(INSTANT);
  const { type, endDateTime, duration, ...others } = schedule.expiration as Record<string, unknown>;
  expect(others).toEqual({});
  expect(['notSpecified', 'noExpiration', 'afterDateTime', 'afterDuration']).toContain(type);
  if (type === 'afterDateTime') expect(endDateTime).toMatch(INSTANT);
  else expect(endDateTime ?? null).toBeNull();
  if (type === 'afterDuration') expect(duration).toMatch(/^P/);
  else expect(duration ?? null).toBeNull();
}
