import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PartitionTenant } from '../../tenant/partition.ts';
import { startServer } from '../testing/server.ts';
import type { Answer, TestServer } from '../testing/server.ts';
import { S } from '../scopes.ts';
import { accessPackage, assignment, id, makeTenant, NOW, personId, request, subjectId } from '../testing/tenant.ts';
import type { Name } from '../testing/tenant.ts';

const EM = '/identityGovernance/entitlementManagement';
let tenant: PartitionTenant;
let server: TestServer;

beforeEach(async () => {
  tenant = makeTenant();
  server = await startServer(tenant);
});
afterEach(() => server.close());

const ids = (answer: Answer): unknown[] => answer.value.map((row) => row['id']);

describe('assignments and requests of mine (contract §4.6, §4.7)', () => {
  beforeEach(() => {
    tenant.assignments.put(assignment(tenant, 1, 1, 'ana'));
    tenant.assignments.put(assignment(tenant, 2, 2, 'ana', { state: 'expired', createdBy: personId('max') }));
    tenant.assignments.put(assignment(tenant, 3, 2, 'max'));
    tenant.requests.put(request(tenant, 1, 1, 'ana', { assignmentId: id('assignment', 1) }));
    tenant.requests.put(request(tenant, 2, 2, 'ana', { requestorId: subjectId(tenant, 'max'), state: 'submitted' }));
    tenant.requests.put(request(tenant, 3, 1, 'ana', { requestType: 'systemRemove' }));
  });

  it.each<[string, string, Name, number[]]>([
    ['assignments', 'target', 'ana', [1, 2]],
    ['assignments', 'createdBy', 'max', [2, 3]],
    ['assignments', 'targetManager', 'max', [1, 2]],
    ['assignmentRequests', 'target', 'ana', [1, 2, 3]],
    ['assignmentRequests', 'createdBy', 'ana', [1]],
    ['assignmentRequests', 'createdBy', 'max', [2]],
    ['assignmentRequests', 'targetOrRequestor', 'max', [2]],
    ['assignmentRequests', 'requestForOthers', 'max', [2]],
    ['assignmentRequests', 'targetManager', 'max', [1, 2, 3]],
    ['assignmentRequests', 'approver', 'max', []],
  ])('%s on %s for %s', async (noun, on, as, expected) => {
    const answer = await server.get(`${EM}/${noun}/filterByCurrentUser(on='${on}')`, { as, scopes: [S] });
    expect(ids(answer)).toEqual(expected.map((number) => id(noun === 'assignments' ? 'assignment' : 'request', number)));
  });

  it('expands on functions as the switch says', async () => {
    const path = `${EM}/assignmentRequests/filterByCurrentUser(on='target')?$expand=accessPackage,assignment($expand=target;$select=id,state),requestor`;
    expect((await server.get(path, { as: 'ana', scopes: [S] })).value[1]).toMatchObject({
      createdDateTime: new Date(NOW + 2).toISOString(),
      completedDateTime: null,
      accessPackage: { displayName: 'Package 2' },
      requestor: { displayName: 'Max Ruiz', objectId: personId('max'), subjectType: 'user' },
      assignment: { state: 'delivering', target: { objectId: personId('ana') } },
    });
    tenant.setBehaviour({ expandOnFunctions: 'ignored' });
    expect((await server.get(path, { as: 'ana' })).value[0]).not.toHaveProperty('accessPackage');
    tenant.setBehaviour({ expandOnFunctions: '400' });
    expect((await server.get(path, { as: 'ana' })).status).toBe(400);
  });

  it('answers legacy names when told to', async () => {
    tenant.setBehaviour({ answers: 'legacy' });
    const [row] = (await server.get(`${EM}/assignmentRequests/filterByCurrentUser(on='target')?$expand=assignment`, { as: 'ana' })).value;
    expect(row).toMatchObject({
      requestType: 'UserAdd',
      requestState: 'Delivered',
      requestStatus: 'Delivered',
      completedDate: null,
      isValidationOnly: false,
      accessPackageAssignment: { state: 'delivered' },
      customExtensionHandlerInstances: [],
    });
    for (const name of ['state', 'status', 'completedDateTime', 'assignment', 'customExtensionCalloutInstances'])
      expect(row).not.toHaveProperty(name);
  });

  it('holds new rows back from lists, not from reading by id', async () => {
    tenant.setBehaviour({ listLagSeconds: 60 });
    expect((await server.get(`${EM}/assignmentRequests/filterByCurrentUser(on='target')`, { as: 'ana' })).value).toEqual([]);
    expect((await server.get(`${EM}/assignments`)).value).toEqual([]);
    expect((await server.get(`${EM}/assignments/${id('assignment', 1)}`)).status).toBe(200);
  });

  it('masks members beyond unknownFutureValue without the Prefer header', async () => {
    tenant.requests.put(request(tenant, 4, 1, 'ana', { requestType: 'approverRemove' }));
    const path = `${EM}/assignmentRequests/${id('request', 4)}`;
    expect((await server.get(path)).body['requestType']).toBe('unknownFutureValue');
    const preferred = await server.get(path, { headers: { Prefer: 'include-unknown-enum-members' } });
    expect(preferred.body['requestType']).toBe('approverRemove');
    expect((await server.get(`${EM}/assignmentRequests?$filter=requestType eq 'approverRemove'`)).value).toHaveLength(1);
  });

  it('filters the administrator lists as documented', async () => {
    const filtered = async (noun: string, filter: string): Promise<unknown[]> =>
      ids(await server.get(`${EM}/${noun}?$filter=${encodeURIComponent(filter)}`));
    expect(await filtered('assignments', `target/objectid eq '${personId('ana')}' and state eq 'Delivered'`)).toEqual([
      id('assignment', 1),
    ]);
    expect(await filtered('assignments', `assignmentPolicy/id eq '${id('policy', 2)}'`)).toEqual([
      id('assignment', 2),
      id('assignment', 3),
    ]);
    expect(await filtered('assignmentRequests', "state eq 'submitted'")).toEqual([id('request', 2)]);
    expect(
      await filtered(
        'assignmentRequests',
        `createdDateTime gt ${new Date(NOW + 1).toISOString()} and accessPackage/id eq '${id('package', 1)}'`,
      ),
    ).toEqual([id('request', 3)]);
    const all = await server.get(`${EM}/assignments?$expand=*&$count=true&$top=1`);
    expect(all.body['@odata.count']).toBe(3);
    expect(all.value[0]).toMatchObject({ target: {}, accessPackage: {}, assignmentPolicy: {} });
  });

  it('finds who holds two packages at once', async () => {
    const path = (one: string, other: string): string =>
      `${EM}/assignments/additionalAccess(accessPackageId='${one}',incompatibleAccessPackageId='${other}')`;
    tenant.assignments.put(assignment(tenant, 4, 1, 'max'));
    expect(ids(await server.get(path(id('package', 1), id('package', 2))))).toEqual([id('assignment', 4)]);
    expect((await server.get(path(id('package', 1), id('package', 1)))).status).toBe(400);
    expect((await server.get(path(id('package', 1), id('unknown', 1)))).status).toBe(404);
    tenant.packages.put(accessPackage(2, { incompatiblePackageIds: [id('package', 1)] }));
    expect(ids(await server.get(`${EM}/assignments/additionalAccess()`))).toEqual([id('assignment', 3)]);
  });

  it('suggests what people nearby hold and what was held before', async () => {
    tenant.assignments.put(assignment(tenant, 5, 3, 'nobody'));
    const path = (on: string): string => `${EM}/accessPackageSuggestions/filterByCurrentUser(on='${on}')?$expand=accessPackage`;
    const both = await server.get(path('relatedPeopleAssignments,assignmentHistory'), { as: 'ana', scopes: [S] });
    expect(both.value.map((row) => [row['id'], (row['reasons'] as unknown[]).length])).toEqual([
      [id('package', 2), 2],
      [id('package', 3), 1],
    ]);
    expect(both.value[1]).toMatchObject({
      accessPackage: { displayName: 'Package 3' },
      reasons: [
        {
          '@odata.type': '#microsoft.graph.accessPackageSuggestionRelatedPeopleBased',
          relatedPeopleAssignmentCount: 1,
          relatedPeople: [{ displayName: 'Nobody Ruiz' }],
        },
      ],
    });
    expect(ids(await server.get(path('assignmentHistory'), { as: 'ana' }))).toEqual([id('package', 2)]);
    expect((await server.get(path('none'), { as: 'ana' })).value).toEqual([]);
    expect((await server.get(path('sometimes'), { as: 'ana' })).status).toBe(400);
  });
});
