import { describe, expect, it } from 'vitest';
import { findRequestablePackage, packageContents, packageContentsOf, requestablePackages } from './access-packages';
import { adminReach } from './admin-reach';
import { administeredPackages, policiesOfPackage } from './administration';
import { adminRequest } from './admin-requests';
import { administeredContents } from './administered-contents';
import { assignments, myAssignments } from './assignments';
import { holdingsOf } from './holdings';
import { me, searchPeople } from './people';
import { policyRequirementsOf } from './policies';
import { isCancellable, isOpen, myRequest, myRequests, withRemembered } from './requests';
import { badRequest, fakeGraph, fault } from './testing/fake-graph';

const EM = '/identityGovernance/entitlementManagement';
const pack = (id: string) => ({ id, displayName: `Package ${id}` });

describe('what I may request', () => {
  it('is read by the function with its quotes', async () => {
    const { graph, asked } = fakeGraph(() => ({ value: [pack('c1'), null, { ...pack('c2'), isHidden: true }], next: 'n' }));
    expect(await requestablePackages(graph)).toEqual({
      rows: [
        { id: 'c1', displayName: 'Package c1', description: '', isHidden: false },
        { id: 'c2', displayName: 'Package c2', description: '', isHidden: true },
      ],
      next: 'n',
    });
    expect(asked).toEqual([`${EM}/accessPackages/filterByCurrentUser(on='allowedRequestor')`]);
  });

  it('is walked until the id, and no further', async () => {
    const { graph, asked } = fakeGraph((path) =>
      path.startsWith('/') ? { value: [pack('c1')], next: 'p2' } : { value: [pack('C2')], next: 'p3' },
    );
    expect(await findRequestablePackage(graph, 'c2')).toMatchObject({ id: 'C2' });
    expect(asked).toHaveLength(2);
  });

  it('has contents only where the cloud offers them', async () => {
    const row = {
      id: 'r_s',
      role: { displayName: 'Member' },
      scope: { displayName: 'Root', isRootScope: true, originSystem: 'AadGroup', originId: 'g-1', resource: { displayName: 'Auditors' } },
    };
    const { graph, asked } = fakeGraph(() => ({ value: [row] }));
    expect(await packageContents(graph, 'c 1')).toEqual([
      { id: 'r_s', resourceName: 'Auditors', roleName: 'Member', kind: 'group', originSystem: 'AadGroup', originId: 'g-1' },
    ]);
    expect(asked).toEqual([`${EM}/availableAccessPackages/c%201/resourceRoleScopes?$expand=role($expand=resource),scope`]);
    for (const kind of ['notFound', 'forbidden'] as const)
      expect(await packageContents(fakeGraph(() => fault({ kind })).graph, 'c1')).toBeNull();
    await expect(packageContents(fakeGraph(() => fault({ kind: 'unavailable' })).graph, 'c1')).rejects.toThrow();
  });
});

describe('contents of several packages', () => {
  const row = (name: string) => ({ id: name, role: { displayName: 'Member' }, scope: { originId: name, originSystem: 'AadGroup' } });

  it('come in one batch; what could not be read is left out', async () => {
    const { graph, asked } = fakeGraph((path) => (path.includes('c2') ? fault({ kind: 'unavailable' }) : { value: [row('g-1')] }));
    const found = await packageContentsOf(graph, ['c1', 'c2', 'c1']);
    expect([...found.keys()]).toEqual(['c1']);
    expect(found.get('c1')).toMatchObject([{ originId: 'g-1', roleName: 'Member', kind: 'group' }]);
    expect(asked).toHaveLength(2);
  });

  it('are read one by one where nesting is refused', async () => {
    const { graph } = fakeGraph((path) => (path.includes('resource)') ? badRequest() : { value: [row('g-1')] }));
    expect((await packageContentsOf(graph, ['c1'])).get('c1')).toHaveLength(1);
  });
});

describe('$expand on functions', () => {
  const rows = [{ id: 'q-1', state: 'pendingApproval', requestType: 'userAdd' }];

  it('is asked for, and its absence is borne', async () => {
    const { graph, asked } = fakeGraph(() => ({ value: rows }));
    const page = await myRequests(graph);
    expect(page.rows[0]).toMatchObject({ id: 'q-1', accessPackage: null, assignmentId: null, requestor: null });
    const expand = 'accessPackage,requestor,assignment($expand=target)';
    expect(asked.map(decodeURIComponent)).toEqual([`${EM}/assignmentRequests/filterByCurrentUser(on='target')?$expand=${expand}`]);
  });

  it('refused with 400 is left out, and not tried again at once', async () => {
    const { graph, asked } = fakeGraph((path) => (path.includes('$expand') ? badRequest() : { value: rows }));
    expect((await myRequests(graph)).rows).toHaveLength(1);
    expect((await myRequests(graph)).rows).toHaveLength(1);
    expect((await myAssignments(graph)).rows).toHaveLength(1);
    expect(asked.filter((path) => path.includes('$expand'))).toHaveLength(3);
    expect(asked).toHaveLength(6);
  });

  it('within an expansion is left out where only that is refused', async () => {
    const { graph, asked } = fakeGraph((path) => (decodeURIComponent(path).includes('($expand') ? badRequest() : { value: rows }));
    expect((await myRequests(graph)).rows).toHaveLength(1);
    expect(asked).toHaveLength(2);
    expect(asked[1]).toContain('$expand');
  });

  it('is tried again when the call fails without it too', async () => {
    const { graph, asked } = fakeGraph(() => badRequest());
    await expect(myRequests(graph)).rejects.toMatchObject({ error: { status: 400 } });
    await expect(myRequests(graph)).rejects.toMatchObject({ error: { status: 400 } });
    expect(asked.filter((path) => path.includes('$expand'))).toHaveLength(4);
  });

  it('is replaced by what the portal remembers', async () => {
    const page = await myRequests(fakeGraph(() => ({ value: [...rows, { id: 'q-2' }] })).graph);
    const remembered = new Map([['q-1', { accessPackageId: 'c2', accessPackageName: 'Audit tools' }]]);
    const found = withRemembered(page.rows, remembered);
    expect(found.map((row) => row.accessPackage?.displayName)).toEqual(['Audit tools', undefined]);
  });
});

describe('one request of mine', () => {
  it('comes from the list', async () => {
    const { graph } = fakeGraph((path) => (path === 'p2' ? { value: [{ id: 'q-9' }] } : { value: [], next: 'p2' }));
    expect(await myRequest(graph, 'Q-9')).toMatchObject({ id: 'q-9', state: 'other' });
    expect(await myRequest(graph, 'q-8')).toBeNull();
  });

  it('is open or cancellable by its state', () => {
    expect(
      (['submitted', 'pendingApproval', 'scheduled', 'delivering', 'delivered'] as const).map((state) => [
        isOpen({ state }),
        isCancellable({ state }),
      ]),
    ).toEqual([
      [true, true],
      [true, true],
      [true, true],
      [true, false],
      [false, false],
    ]);
  });
});

describe('requirements of several', () => {
  it('are one batch, with gaps', async () => {
    const { graph, asked } = fakeGraph((path) =>
      path.includes('/c2/') ? fault({ kind: 'unavailable' }) : { value: [{ policyId: 'p-1' }] },
    );
    const found = await policyRequirementsOf(graph, ['c1', 'c2', 'c1']);
    expect([...found].map(([id, policies]) => [id, policies?.length])).toEqual([
      ['c1', 1],
      ['c2', undefined],
    ]);
    expect(asked).toHaveLength(2);
  });
});

describe('people', () => {
  it('are searched by escaped clauses', async () => {
    const { graph, asked } = fakeGraph(() => ({ value: [{ id: 'u-2', displayName: 'Ana', userPrincipalName: 'a#EXT#@x' }] }));
    expect(await searchPeople(graph, ' a"n\\a\u0000 ')).toEqual([
      { id: 'u-2', displayName: 'Ana', mail: '', userPrincipalName: 'a#EXT#@x', jobTitle: null, isGuest: true },
    ]);
    const search = new URL(`http://x${asked[0]}`).searchParams.get('$search');
    expect(search).toBe('"displayName:a\\"n\\\\a" OR "mail:a\\"n\\\\a"');
    expect(await searchPeople(graph, '  ')).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it('know me', async () => {
    expect(await me(fakeGraph(() => ({ id: 'u-1', mail: 'a@x' })).graph)).toMatchObject({ id: 'u-1', displayName: 'a@x' });
    await expect(me(fakeGraph(() => ({})).graph)).rejects.toMatchObject({ error: { kind: 'unavailable' } });
  });
});

describe('who administers what', () => {
  const reach = (packages: unknown, roles: unknown, list: unknown) =>
    adminReach(fakeGraph((path) => (path.includes('/roleAssignments') ? roles : path.includes('/assignments?') ? list : packages)).graph);
  const some = { value: [pack('c1')] };
  const none = { value: [] };
  const catalog = { value: [{ id: 'r', appScopeId: '/AccessPackageCatalog/1', directoryScopeId: null }] };
  const refused = fault({ kind: 'forbidden' });

  it.each([
    ['a directory role', some, none, some, 'tenant'],
    ['a directory role, nothing assigned yet', some, none, none, 'tenant'],
    ['a tenant-wide role, empty tenant', none, { value: [{ appScopeId: '/', directoryScopeId: '/' }] }, none, 'tenant'],
    ['a catalog role, refused without a filter', some, catalog, refused, 'catalogs'],
    ['a catalog role, empty without a filter', some, catalog, none, 'catalogs'],
    ['nothing', none, none, none, 'none'],
    ['nothing, refused', refused, refused, refused, 'none'],
  ])('%s', async (_name, packages, roles, list, kind) => {
    expect(await reach(packages, roles, list)).toEqual({ kind });
  });

  it('is not guessed when Graph does not answer', async () => {
    await expect(reach(fault({ kind: 'unavailable' }), none, none)).rejects.toMatchObject({ error: { kind: 'unavailable' } });
  });
});

describe('an administrator’s lists', () => {
  it('filter by name here too', async () => {
    const { graph, asked } = fakeGraph(() => ({ value: [pack('c1'), { id: 'c2', displayName: "O'Brien’s" }] }));
    expect((await administeredPackages(graph, { name: " O'Br " })).rows.map((row) => row.id)).toEqual(['c2']);
    expect(decodeURIComponent(asked[0] ?? '')).toBe(`${EM}/accessPackages?$filter=contains(tolower(displayName),'o''br')`);
  });

  it('filter assignments as documented, and again here', async () => {
    const row = (id: string, state: string, objectId: string) => ({ id, state, target: { objectId }, accessPackage: pack('c1') });
    const { graph, asked } = fakeGraph(() => ({
      value: [row('a-1', 'Delivered', 'u-2'), row('a-2', 'expired', 'u-2'), row('a-3', 'delivered', 'u-3')],
    }));
    const page = await assignments(graph, { accessPackageId: 'c1', state: 'delivered', targetObjectId: 'u-2' });
    expect(page.rows.map(({ id }) => id)).toEqual(['a-1']);
    expect(new URL(`http://x${asked[0]}`).searchParams.get('$filter')).toBe(
      "accessPackage/id eq 'c1' and state eq 'delivered' and target/objectId eq 'u-2'",
    );
  });

  it('read policies, direct ones first, automatic ones not at all', async () => {
    const direct = { id: 'p-2', displayName: 'Direct', allowedTargetScope: 'notSpecified', specificAllowedTargets: [] };
    const staff = {
      id: 'p-1',
      displayName: 'Staff',
      allowedTargetScope: 'allMemberUsers',
      requestApprovalSettings: { isApprovalRequiredForAdd: 'true' },
    };
    const automatic = { id: 'p-3', displayName: 'Auto', automaticRequestSettings: { requestAccessForAllowedTargets: true } };
    const { graph } = fakeGraph((path) => {
      if (path.includes('/accessPackages/')) return { id: 'c1', assignmentPolicies: [staff, automatic, direct] };
      return path.includes('p-2') ? direct : staff;
    });
    expect(
      (await policiesOfPackage(graph, 'c1')).map(({ id, isDirectOnly, isApprovalRequiredForAdd }) => [
        id,
        isDirectOnly,
        isApprovalRequiredForAdd,
      ]),
    ).toEqual([
      ['p-2', true, false],
      ['p-1', false, true],
    ]);
  });

  it('read what stands behind the links of expanded lists', async () => {
    const policy = (id: string) => ({ id, displayName: id, allowedTargetScope: 'allMemberUsers' });
    const question = (id: string) => ({ '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion', id, text: id, isRequired: true });
    const { graph } = fakeGraph((path) => {
      if (path === 'more-policies') return { value: [policy('p-2')] };
      if (path === 'more-questions') return { value: [question('q-2')] };
      if (path.includes('/accessPackages/'))
        return { id: 'c1', assignmentPolicies: [policy('p-1')], 'assignmentPolicies@odata.nextLink': 'more-policies' };
      return path.includes('p-2')
        ? policy('p-2')
        : { ...policy('p-1'), questions: [question('q-1')], 'questions@odata.nextLink': 'more-questions' };
    });
    const policies = await policiesOfPackage(graph, 'c1');
    expect(policies.map(({ id, questions }) => [id, questions.map((each) => each.id)])).toEqual([
      ['p-1', ['q-1', 'q-2']],
      ['p-2', []],
    ]);
  });

  it('read contents to their end, or say that they could not', async () => {
    const scope = (id: string) => ({
      id,
      role: { displayName: 'Member' },
      scope: { displayName: id, originSystem: 'AadGroup', originId: id },
    });
    const body = { resourceRoleScopes: [scope('s-1')], 'resourceRoleScopes@odata.nextLink': 'more' };
    const { graph } = fakeGraph((path) => (path === 'more' ? { value: [scope('s-2')] } : body));
    expect((await administeredContents(graph, 'c1'))?.map(({ id }) => id)).toEqual(['s-1', 's-2']);
    const endless = { ...graph, rest: async () => ({ rows: [scope('s-1')], complete: false }) };
    await expect(administeredContents(endless, 'c1')).rejects.toMatchObject({ error: { kind: 'unavailable' } });
  });

  it('find one by id or nothing', async () => {
    expect(await adminRequest(fakeGraph(() => ({ id: 'q-1' })).graph, 'q-1')).toMatchObject({ id: 'q-1' });
    expect(await adminRequest(fakeGraph(() => fault({ kind: 'notFound' })).graph, 'q-1')).toBeNull();
    expect(await adminRequest(fakeGraph(() => badRequest()).graph, 'not an id')).toBeNull();
  });

  it('say what somebody holds', async () => {
    const target = { objectId: 'u-2' };
    const answer = (path: string) => {
      if (path.includes('/incompatibleAccessPackages')) return { value: [pack('c9')] };
      if (path.includes('/assignmentRequests'))
        return { value: path.includes('pendingApproval') ? [{ id: 'q-1', state: 'pendingApproval', assignment: { target } }] : [] };
      if (path.includes('accessPackage/id')) return { value: [{ id: 'a-1', state: 'delivered', target, accessPackage: pack('c1') }] };
      return { value: [{ id: 'a-9', state: 'delivered', target, accessPackage: pack('c9') }] };
    };
    expect(await holdingsOf(fakeGraph(answer).graph, 'u-2', 'c1')).toMatchObject({
      active: { id: 'a-1' },
      open: { id: 'q-1' },
      incompatible: ['Package c9'],
    });
    expect((await holdingsOf(fakeGraph(answer).graph, 'u-2', 'c1')).isWhole).toBe(true);
    const { graph } = fakeGraph((path) => ({ ...answer(path), '@odata.nextLink': 'more' }));
    const endless = { ...graph, rest: async (found: unknown) => ({ rows: (found as { value: unknown[] }).value, complete: false }) };
    expect(await holdingsOf(endless, 'u-2', 'c1')).toMatchObject({ active: { id: 'a-1' }, isWhole: false });
    const scoped = (path: string) =>
      path.includes('/assignments?') && !path.includes('accessPackage/id') ? fault({ kind: 'forbidden' }) : answer(path);
    expect(await holdingsOf(fakeGraph(scoped).graph, 'u-2', 'c1')).toMatchObject({ active: { id: 'a-1' }, incompatible: null });
  });
});
