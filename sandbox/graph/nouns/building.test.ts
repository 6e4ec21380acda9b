import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EM_ROLES } from '../../tenant/model.ts';
import type { PartitionTenant } from '../../tenant/partition.ts';
import { startServer } from '../testing/server.ts';
import type { Answer, Body, TestServer } from '../testing/server.ts';
import { assignment, id, makeTenant, personId } from '../testing/tenant.ts';

const EM = '/identityGovernance/entitlementManagement';
const ROLES = '/roleManagement/entitlementManagement/roleAssignments';
let tenant: PartitionTenant;
let server: TestServer;

beforeEach(async () => {
  tenant = makeTenant();
  server = await startServer(tenant);
});
afterEach(() => server.close());

async function made(path: string, body: unknown): Promise<string> {
  const answer = await server.send('POST', path, { body });
  expect([path, answer.status, answer.text]).toEqual([path, 201, expect.any(String)]);
  return String(answer.body['id']);
}

describe('building a tenant through Graph (contract §4.13)', () => {
  it('goes from a catalog to a package that somebody can request', async () => {
    const catalog = await made(`${EM}/catalogs`, { displayName: 'Lab', description: 'x', isExternallyVisible: false, state: 'published' });
    const resource = { originId: id('group', 1), originSystem: 'AadGroup', displayName: 'Auditors' };
    const requested = await server.send('POST', `${EM}/resourceRequests`, {
      body: { requestType: 'adminAdd', resource, catalog: { id: catalog } },
    });
    expect([requested.status, requested.body['requestType'], requested.body['state']]).toEqual([201, 'adminAdd', 'delivered']);
    const [listed] = (await server.get(`${EM}/catalogs/${catalog}/resources?$expand=roles,scopes`)).value;
    expect(listed).toMatchObject({
      originId: id('group', 1),
      roles: [{ originId: `Member_${id('group', 1)}` }, {}],
      scopes: [{ isRootScope: true }],
    });
    const row = await made(`${EM}/accessPackages`, {
      displayName: 'Lab access',
      description: 'y',
      isHidden: false,
      catalog: { id: catalog },
    });
    const inside = await made(`${EM}/accessPackages/${row}/resourceRoleScopes`, {
      role: { originId: `Member_${id('group', 1)}`, originSystem: 'AadGroup', displayName: 'Member', resource: { id: listed?.['id'] } },
      scope: { originId: id('group', 1), originSystem: 'AadGroup', isRootScope: true },
    });
    expect(inside).toMatch(/^[0-9a-f-]{36}_[0-9a-f-]{36}$/);
    // Booleans and integers as the official examples send them.
    const policy = await made(`${EM}/assignmentPolicies`, {
      displayName: 'Staff',
      allowedTargetScope: 'AllMemberUsers',
      expiration: { type: 'afterDuration', duration: 'P90D' },
      requestorSettings: { enableTargetsToSelfAddAccess: 'true', enableTargetsToSelfUpdateAccess: true },
      requestApprovalSettings: {
        isApprovalRequiredForAdd: 'true',
        stages: [
          {
            durationBeforeAutomaticDenial: 'P7D',
            primaryApprovers: [{ '@odata.type': '#microsoft.graph.targetManager', managerLevel: '1' }],
            fallbackPrimaryApprovers: [{ '@odata.type': '#microsoft.graph.singleUser', userId: personId('max') }],
          },
        ],
      },
      questions: [
        {
          '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion',
          sequence: '1',
          isRequired: 'false',
          text: 'Why?',
          regexPattern: '.+',
        },
        {
          '@odata.type': '#microsoft.graph.accessPackageMultipleChoiceQuestion',
          text: 'Site?',
          choices: [{ '@odata.type': 'microsoft.graph.accessPackageAnswerChoice', actualValue: 'BER', text: 'Berlin', localizations: [] }],
        },
      ],
      accessPackage: { id: row },
    });
    const read = await server.get(`${EM}/assignmentPolicies/${policy}?$expand=accessPackage,questions,customExtensionStageSettings`);
    expect(read.body).toMatchObject({
      allowedTargetScope: 'allMemberUsers',
      requestorSettings: { enableTargetsToSelfAddAccess: true, enableTargetsToSelfRemoveAccess: false },
      requestApprovalSettings: { isApprovalRequiredForAdd: true, stages: [{ primaryApprovers: [{ managerLevel: 1 }] }] },
      accessPackage: { displayName: 'Lab access' },
      questions: [{ sequence: 1, isRequired: false }, { choices: [{ actualValue: 'BER' }] }],
    });
    const mine = await server.get(`${EM}/accessPackages/filterByCurrentUser(on='allowedRequestor')?$filter=displayName eq 'Lab access'`, {
      as: 'ana',
    });
    expect(mine.value).toHaveLength(1);
    const contents = await server.get(`${EM}/availableAccessPackages/${row}/resourceRoleScopes?$expand=role,scope`, { as: 'ana' });
    expect(contents.value).toMatchObject([{ id: inside, role: { displayName: 'Member' }, scope: { displayName: 'Root' } }]);
    expect((await server.get(`${EM}/availableAccessPackages/${row}/resourceRoleScopes`, { as: 'guest' })).status).toBe(404);
  });

  it('changes and deletes, but not what is in use', async () => {
    const path = `${EM}/accessPackages/${id('package', 1)}`;
    expect((await server.send('PATCH', path, { body: { displayName: 'Renamed', isHidden: true } })).status).toBe(204);
    expect((await server.get(path)).body).toMatchObject({ displayName: 'Renamed', isHidden: true });
    expect((await server.send('PATCH', path, { body: { title: 'x' } })).code).toBe('InvalidModel');
    tenant.assignments.put(assignment(tenant, 1, 1, 'ana'));
    expect((await server.send('DELETE', path)).status).toBe(400);
    expect((await server.send('DELETE', `${EM}/assignmentPolicies/${id('policy', 1)}`)).status).toBe(400);
    tenant.assignments.put(assignment(tenant, 1, 1, 'ana', { state: 'expired' }));
    expect((await server.send('DELETE', path)).status).toBe(204);
    expect((await server.send('DELETE', `${EM}/catalogs/${id('catalog', 1)}`)).status).toBe(400);
    const empty = await made(`${EM}/catalogs`, { displayName: 'Empty' });
    expect((await server.send('PATCH', `${EM}/catalogs/${empty}`, { body: { state: 'unpublished' } })).status).toBe(204);
    expect((await server.get(`${EM}/catalogs/${empty}`)).body['state']).toBe('unpublished');
    expect((await server.send('DELETE', `${EM}/catalogs/${empty}`)).status).toBe(204);
  });

  it('replaces a policy by PUT, which needs the package', async () => {
    const path = `${EM}/assignmentPolicies/${id('policy', 1)}`;
    const body = { displayName: 'New name', allowedTargetScope: 'notSpecified', accessPackage: { id: id('package', 1) } };
    expect((await server.send('PUT', path, { body: { displayName: 'New name' } })).code).toBe('ArgumentNullException');
    const answer = await server.send('PUT', path, { body });
    expect([answer.status, answer.body['displayName'], answer.body['id']]).toEqual([200, 'New name', id('policy', 1)]);
    expect((await server.send('PUT', path, { body: { ...body, expiration: { type: 'afterDuration' } } })).code).toBe('InvalidModel');
    expect((await server.send('DELETE', path)).status).toBe(204);
  });

  it.each([
    ['POST', `${EM}/catalogs`, { displayName: 'x' }, 'owner'],
    ['PATCH', `${EM}/catalogs/${id('catalog', 2)}`, { displayName: 'x' }, 'owner'],
    ['POST', `${EM}/accessPackages`, { displayName: 'x', catalog: { id: id('catalog', 2) } }, 'owner'],
    ['PATCH', `${EM}/accessPackages/${id('package', 1)}`, { displayName: 'x' }, 'manager'],
    ['DELETE', `${EM}/accessPackages/${id('package', 1)}`, undefined, 'reader'],
    ['POST', `${EM}/assignmentPolicies`, { displayName: 'x', accessPackage: { id: id('package', 1) } }, 'manager'],
    ['DELETE', `${EM}/assignmentPolicies/${id('policy', 1)}`, undefined, 'manager'],
    [
      'POST',
      `${EM}/resourceRequests`,
      { requestType: 'adminAdd', resource: { originId: 'x', originSystem: 'AadGroup' }, catalog: { id: id('catalog', 1) } },
      'manager',
    ],
    ['POST', ROLES, { principalId: personId('ana'), roleDefinitionId: EM_ROLES.catalogReader, directoryScopeId: '/' }, 'owner'],
  ] as const)('%s %s is 403 for %3$s', async (method, path, body, as) => {
    const answer = await server.send(method, path, { as, body });
    expect([answer.status, answer.code]).toEqual([403, 'PermissionDenied']);
  });

  it('makes a catalog creator the owner of what they create', async () => {
    const answer = await server.send('POST', `${EM}/catalogs`, { as: 'creator', body: { displayName: 'Mine' } });
    expect(answer.status).toBe(201);
    const path = `${EM}/catalogs/${String(answer.body['id'])}`;
    expect((await server.send('PATCH', path, { as: 'creator', body: { displayName: 'Still mine' } })).status).toBe(204);
  });
});

describe('separation of duties (contract §4.11)', () => {
  const path = `${EM}/accessPackages/${id('package', 1)}`;
  const other = `${EM}/accessPackages/${id('package', 2)}`;

  it('adds, lists and removes incompatible packages in both forms', async () => {
    const add = (address: string): Promise<Answer> =>
      server.send('POST', `${path}/incompatibleAccessPackages/$ref`, { body: { '@odata.id': address } });
    expect((await add(`https://elsewhere.example/v1.0${other}`)).status).toBe(204);
    expect((await add(`${server.origin}/v1.0${EM}/accessPackages('${id('package', 3)}')`)).status).toBe(204);
    expect((await add(`${server.origin}/v1.0${path}`)).status).toBe(400);
    expect((await add('nonsense')).status).toBe(400);
    expect((await server.get(`${path}/incompatibleAccessPackages?$select=id`)).value).toEqual([
      { id: id('package', 2) },
      { id: id('package', 3) },
    ]);
    expect((await server.get(`${other}/accessPackagesIncompatibleWith`)).value).toMatchObject([{ id: id('package', 1) }]);
    expect((await server.get(`${other}/incompatibleAccessPackages`)).value).toEqual([]);
    expect((await server.send('DELETE', `${path}/incompatibleAccessPackages/${id('package', 2)}/$ref`)).status).toBe(204);
    expect((await server.send('DELETE', `${path}/incompatibleAccessPackages/${id('package', 3)}`)).status).toBe(204);
    expect((await server.send('DELETE', `${path}/incompatibleAccessPackages/${id('package', 3)}`)).status).toBe(404);
  });

  it('adds, lists and removes incompatible groups', async () => {
    const body = { '@odata.id': `${server.origin}/v1.0/groups/${id('group', 1)}` };
    expect((await server.send('POST', `${path}/incompatibleGroups/$ref`, { body })).status).toBe(204);
    expect((await server.get(`${path}/incompatibleGroups`)).value).toMatchObject([{ displayName: 'Auditors' }]);
    expect((await server.send('DELETE', `${path}/incompatibleGroups/${id('group', 1)}/$ref`)).status).toBe(204);
    expect((await server.get(`${path}/incompatibleGroups`)).value).toEqual([]);
  });
});

describe('role assignments (contract §4.13)', () => {
  const body = {
    principalId: personId('ana'),
    roleDefinitionId: EM_ROLES.catalogReader,
    appScopeId: `/AccessPackageCatalog/${id('catalog', 1)}`,
  };

  it('are made and taken by an owner of the catalog', async () => {
    const answer = await server.send('POST', ROLES, { as: 'owner', body });
    expect(answer.status).toBe(201);
    expect((await server.get(`${EM}/catalogs`, { as: 'ana' })).value).toHaveLength(1);
    expect((await server.send('POST', ROLES, { as: 'owner', body })).status).toBe(400);
    const made_ = `${ROLES}/${String(answer.body['id'])}`;
    expect((await server.get(`${made_}?$expand=roleDefinition`, { as: 'ana' })).body).toMatchObject({
      roleDefinition: { displayName: 'Catalog reader' },
    });
    expect((await server.send('DELETE', made_, { as: 'ana' })).status).toBe(403);
    expect((await server.send('DELETE', made_, { as: 'owner' })).status).toBe(204);
    expect((await server.get(`${EM}/catalogs`, { as: 'ana' })).value).toEqual([]);
  });

  it.each<[Body, number]>([
    [{ ...body, note: 'x' }, 400],
    [{ ...body, appScopeId: '/elsewhere' }, 400],
    [{ ...body, appScopeId: `/AccessPackageCatalog/${id('unknown', 1)}` }, 404],
    [{ ...body, roleDefinitionId: id('unknown', 1) }, 404],
    [{ ...body, principalId: id('unknown', 1) }, 404],
    [{ roleDefinitionId: body.roleDefinitionId, appScopeId: body.appScopeId }, 400],
  ])('%j is %i', async (wrong, status) => {
    expect((await server.send('POST', ROLES, { body: wrong })).status).toBe(status);
  });
});
