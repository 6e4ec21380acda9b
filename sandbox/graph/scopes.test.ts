import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from './routes.ts';
import { R, S, W } from './scopes.ts';
import { startServer } from './testing/server.ts';
import type { TestServer } from './testing/server.ts';
import { id, makeTenant, personId, request } from './testing/tenant.ts';

const EM = '/identityGovernance/entitlementManagement';
const PACKAGE = `${EM}/accessPackages/${id('unknown', 1)}`;
const REQUEST = `${EM}/assignmentRequests/${id('unknown', 1)}`;
const APPROVAL = `${EM}/accessPackageAssignmentApprovals/${id('unknown', 1)}`;

const SHORT: Readonly<Record<string, string>> = {
  S,
  R,
  W,
  me: 'User.Read',
  basic: 'User.ReadBasic.All',
  all: 'User.Read.All',
  groups: 'GroupMember.Read.All',
};

/** The matrix of contract §2.2: what each call accepts; everything else in SHORT is refused. */
const MATRIX: readonly [string, string, string][] = [
  ['GET', `${EM}/accessPackages/filterByCurrentUser(on='allowedRequestor')`, 'S R W'],
  ['POST', `${PACKAGE}/getApplicablePolicyRequirements`, 'S R W'],
  ['GET', `${EM}/accessPackageSuggestions/filterByCurrentUser(on='assignmentHistory')`, 'S R W'],
  ['GET', `${EM}/availableAccessPackages/${id('unknown', 1)}/resourceRoleScopes`, 'S R W'],
  ['POST', `${EM}/assignmentRequests`, 'S W'],
  ['GET', `${EM}/assignmentRequests/filterByCurrentUser(on='target')`, 'S R W'],
  ['POST', `${REQUEST}/cancel`, 'S W'],
  ['GET', `${EM}/assignments/filterByCurrentUser(on='target')`, 'S R W'],
  ['GET', `${EM}/accessPackages`, 'R W'],
  ['GET', PACKAGE, 'R W'],
  ['GET', `${PACKAGE}/incompatibleAccessPackages`, 'R W'],
  ['GET', `${PACKAGE}/incompatibleGroups`, 'R W'],
  ['GET', `${PACKAGE}/accessPackagesIncompatibleWith`, 'R W'],
  ['GET', `${PACKAGE}/resourceRoleScopes`, 'R W'],
  ['GET', `${EM}/catalogs`, 'R W'],
  ['GET', `${EM}/catalogs/${id('unknown', 1)}`, 'R W'],
  ['GET', `${EM}/catalogs/${id('unknown', 1)}/resources`, 'R W'],
  ['GET', `${EM}/assignmentPolicies`, 'R W'],
  ['GET', `${EM}/assignmentPolicies/${id('unknown', 1)}`, 'R W'],
  ['GET', `${EM}/assignments`, 'R W'],
  ['GET', `${EM}/assignments/${id('unknown', 1)}`, 'R W'],
  ['GET', `${EM}/assignments/additionalAccess()`, 'R W'],
  ['GET', `${EM}/assignments/additionalAccess(accessPackageId='a',incompatibleAccessPackageId='b')`, 'R W'],
  ['GET', `${EM}/assignmentRequests`, 'R W'],
  ['GET', REQUEST, 'R W'],
  ['GET', `${EM}/settings`, 'R W'],
  ['GET', `${EM}/controlConfigurations`, 'R W'],
  ['GET', `${EM}/controlConfigurations/endUserSettings`, 'R W'],
  ['GET', `${EM}/connectedOrganizations`, 'R W'],
  ['GET', `${EM}/connectedOrganizations/${id('unknown', 1)}`, 'R W'],
  ['GET', APPROVAL, 'R W'],
  ['GET', `${APPROVAL}/stages`, 'R W'],
  ['GET', `${APPROVAL}/stages/x`, 'R W'],
  ['GET', `${EM}/accessPackageAssignmentApprovals/filterByCurrentUser(on='approver')`, 'W'],
  ['PATCH', `${APPROVAL}/stages/x`, 'W'],
  ['POST', `${REQUEST}/reprocess`, 'W'],
  ['POST', `${REQUEST}/resume`, 'W'],
  ['DELETE', REQUEST, 'W'],
  ['POST', `${EM}/assignments/${id('unknown', 1)}/reprocess`, 'W'],
  ['POST', `${EM}/assignmentPolicies`, 'W'],
  ['PUT', `${EM}/assignmentPolicies/${id('unknown', 1)}`, 'W'],
  ['DELETE', `${EM}/assignmentPolicies/${id('unknown', 1)}`, 'W'],
  ['POST', `${EM}/accessPackages`, 'W'],
  ['PATCH', PACKAGE, 'W'],
  ['DELETE', PACKAGE, 'W'],
  ['POST', `${PACKAGE}/resourceRoleScopes`, 'W'],
  ['POST', `${PACKAGE}/incompatibleAccessPackages/$ref`, 'W'],
  ['POST', `${PACKAGE}/incompatibleGroups/$ref`, 'W'],
  ['DELETE', `${PACKAGE}/incompatibleAccessPackages/x/$ref`, 'W'],
  ['DELETE', `${PACKAGE}/incompatibleAccessPackages/x`, 'W'],
  ['DELETE', `${PACKAGE}/incompatibleGroups/x/$ref`, 'W'],
  ['DELETE', `${PACKAGE}/incompatibleGroups/x`, 'W'],
  ['POST', `${EM}/catalogs`, 'W'],
  ['PATCH', `${EM}/catalogs/${id('unknown', 1)}`, 'W'],
  ['DELETE', `${EM}/catalogs/${id('unknown', 1)}`, 'W'],
  ['POST', `${EM}/resourceRequests`, 'W'],
  ['GET', '/roleManagement/entitlementManagement/roleAssignments', 'R W'],
  ['GET', '/roleManagement/entitlementManagement/roleAssignments/x', 'R W'],
  ['POST', '/roleManagement/entitlementManagement/roleAssignments', 'W'],
  ['DELETE', '/roleManagement/entitlementManagement/roleAssignments/x', 'W'],
  ['GET', '/me', 'me basic all'],
  ['GET', '/me/manager', 'all'],
  ['GET', '/me/directReports', 'me all'],
  ['GET', '/users', 'basic all'],
  ['GET', '/users/$count', 'basic all'],
  ['GET', `/users/${personId('ana')}`, 'basic all'],
  ['GET', `/users/${personId('ana')}/manager`, 'all'],
  ['GET', `/users/${personId('ana')}/directReports`, 'all'],
  ['GET', '/groups', 'groups'],
  ['GET', `/groups/${id('group', 1)}`, 'groups'],
  ['GET', `/groups/${id('group', 1)}/members`, 'groups'],
];

describe('scopes (contract §2.2)', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer(makeTenant());
  });
  afterAll(() => server.close());

  it('has a row for every route', () => {
    expect(MATRIX.length).toBe(routes.length);
  });

  it.each(MATRIX)('%s %s accepts %s alone and nothing else', async (method, path, allowed) => {
    const names = allowed.split(' ');
    for (const [name, scope] of Object.entries(SHORT)) {
      const answer = await server.send(method, path, { scopes: [scope], headers: { ConsistencyLevel: 'eventual' } });
      const refusedForScope = answer.status === 403 && answer.code === 'Authorization_RequestDenied';
      expect({ name, refusedForScope }).toEqual({ name, refusedForScope: !names.includes(name) });
      expect(answer.status).not.toBe(500);
      expect(answer.status).not.toBe(501);
    }
  });

  it('lets User.Read read oneself by id, nobody else', async () => {
    expect((await server.get(`/users/${personId('ana')}`, { as: 'ana', scopes: ['User.Read'] })).status).toBe(200);
    expect((await server.get(`/users/${personId('max')}`, { as: 'ana', scopes: ['User.Read'] })).status).toBe(403);
  });

  it.each(['adminAdd', 'adminUpdate', 'AdminRemove'])('asks ReadWrite.All of %s', async (requestType) => {
    const answer = await server.send('POST', `${EM}/assignmentRequests`, { scopes: [S], body: { requestType, assignment: { id: 'x' } } });
    expect([answer.status, answer.code]).toEqual([403, 'Authorization_RequestDenied']);
  });

  it("asks ReadWrite.All for cancelling somebody else's request", async () => {
    const tenant = makeTenant();
    const other = await startServer(tenant);
    tenant.requests.put(request(tenant, 1, 1, 'ana', { state: 'submitted', status: 'Accepted' }));
    const answer = await other.send('POST', `${EM}/assignmentRequests/${id('request', 1)}/cancel`, { scopes: [S] });
    expect([answer.status, answer.code]).toEqual([403, 'Authorization_RequestDenied']);
    await other.close();
  });
});
