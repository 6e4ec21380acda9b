import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EM_ROLES } from '../../tenant/model.ts';
import type { PartitionTenant } from '../../tenant/partition.ts';
import { startServer } from '../testing/server.ts';
import type { Answer, TestServer } from '../testing/server.ts';
import { S } from '../scopes.ts';
import { accessPackage, assignment, id, makeTenant, personId, policy, request } from '../testing/tenant.ts';
import type { Name } from '../testing/tenant.ts';

const EM = '/identityGovernance/entitlementManagement';
let tenant: PartitionTenant;
let server: TestServer;

beforeEach(async () => {
  tenant = makeTenant();
  server = await startServer(tenant);
});
afterEach(() => server.close());

const names = (answer: Answer): unknown[] => answer.value.map((row) => row['displayName']);

describe('roles (contract §2.3)', () => {
  it.each<[Name, number, number]>([
    ['admin', 2, 5],
    ['reader', 2, 5],
    ['manager', 1, 3],
    ['owner', 1, 3],
    ['ana', 0, 0],
    ['creator', 0, 0],
  ])('%s reads %i catalogs and %i packages and policies', async (as, catalogs, packages) => {
    expect((await server.get(`${EM}/catalogs`, { as })).value).toHaveLength(catalogs);
    expect((await server.get(`${EM}/accessPackages`, { as })).value).toHaveLength(packages);
    expect((await server.get(`${EM}/assignmentPolicies`, { as })).value).toHaveLength(packages);
  });

  it('keeps single objects from those without a role', async () => {
    for (const path of [
      `catalogs/${id('catalog', 2)}`,
      `accessPackages/${id('package', 2)}`,
      `assignmentPolicies/${id('policy', 2)}`,
      'settings',
    ]) {
      expect([path, (await server.get(`${EM}/${path}`, { as: 'manager' })).status]).toEqual([path, 403]);
      expect([path, (await server.get(`${EM}/${path}`, { as: 'reader' })).status]).toEqual([path, 200]);
    }
  });

  it.each(['assignments', 'assignmentRequests'])('asks catalog-scoped callers to filter %s', async (noun) => {
    tenant.assignments.put(assignment(tenant, 1, 1, 'ana'));
    tenant.requests.put(request(tenant, 1, 1, 'ana'));
    const filter = (number: number): string => `?$filter=accessPackage/id eq '${id('package', number)}' and state eq 'Delivered'`;
    expect((await server.get(`${EM}/${noun}`, { as: 'manager' })).status).toBe(403);
    expect((await server.get(`${EM}/${noun}${filter(1)}`, { as: 'manager' })).value).toHaveLength(1);
    expect((await server.get(`${EM}/${noun}${filter(2)}`, { as: 'manager' })).status).toBe(403);
    expect((await server.get(`${EM}/${noun}`, { as: 'ana' })).status).toBe(403);
    expect((await server.get(`${EM}/${noun}`, { as: 'reader' })).value).toHaveLength(1);
  });

  it('shows people their own role assignments', async () => {
    const path = `/roleManagement/entitlementManagement/roleAssignments`;
    const own = await server.get(`${path}?$filter=principalId eq '${personId('manager')}'&$expand=roleDefinition`, { as: 'manager' });
    expect(own.value).toMatchObject([
      { appScopeId: `/AccessPackageCatalog/${id('catalog', 1)}`, roleDefinition: { displayName: 'Access package assignment manager' } },
    ]);
    expect((await server.get(path, { as: 'ana' })).value).toEqual([]);
    expect((await server.get(path, { as: 'reader' })).value).toHaveLength(3);
    expect((await server.get(`${path}?$filter=roleDefinitionId eq '${EM_ROLES.catalogOwner}'`)).value).toHaveLength(1);
  });
});

describe('catalogs and packages (contract §4.1, §4.2)', () => {
  it('filters, selects and expands as documented', async () => {
    expect(names(await server.get(`${EM}/catalogs?$filter=contains(tolower(displayName),'staff')`))).toEqual(['Staff tools']);
    const catalogs = await server.get(`${EM}/catalogs?$expand=accessPackages($select=id)&$select=displayName&$orderby=displayName desc`);
    expect(catalogs.value[1]).toEqual({ displayName: 'Finance', accessPackages: [{ id: id('package', 2) }, { id: id('package', 4) }] });
    expect(names(await server.get(`${EM}/accessPackages?$filter=displayName eq 'Package 3'`))).toEqual(['Package 3']);
    const one = await server.get(
      `${EM}/accessPackages('${id('package', 1)}')?$expand=assignmentPolicies,catalog,resourceRoleScopes($expand=role,scope)`,
    );
    expect(one.body).toMatchObject({
      catalog: { displayName: 'Staff tools' },
      assignmentPolicies: [{ displayName: 'Policy 1' }],
      resourceRoleScopes: [],
    });
  });

  it('browses what the caller may request, hidden packages included', async () => {
    tenant.packages.put(accessPackage(5, { isHidden: true }));
    tenant.policies.put(policy(4, 4, { allowedTargetScope: 'notSpecified' }));
    const answer = await server.get(`${EM}/accessPackages/filterByCurrentUser(on='allowedRequestor')`, { as: 'ana', scopes: [S] });
    expect(names(answer)).toEqual(['Package 1', 'Package 2', 'Package 3', 'Package 5']);
    expect(
      (await server.get(`${EM}/accessPackages/microsoft.graph.filterByCurrentUser(on=%27allowedRequestor%27)`, { as: 'guest' })).value,
    ).toEqual([]);
  });

  it('omits $expand=catalog for a requestor', async () => {
    const answer = await server.get(`${EM}/accessPackages/filterByCurrentUser(on='allowedRequestor')?$expand=catalog`, {
      as: 'ana',
      scopes: [S],
    });
    expect(answer.status).toBe(200);
    expect(answer.value[0]).not.toHaveProperty('catalog');
  });

  it('refuses policy filters on nested settings', async () => {
    expect(names(await server.get(`${EM}/assignmentPolicies?$filter=displayName eq 'Policy 2'`))).toEqual(['Policy 2']);
    expect(names(await server.get(`${EM}/assignmentPolicies?$filter=accessPackage/id eq '${id('package', 3)}'`))).toEqual(['Policy 3']);
    const nested = await server.get(`${EM}/assignmentPolicies?$filter=requestorSettings/allowCustomAssignmentSchedule eq true`);
    expect([nested.status, nested.code]).toEqual([400, 'InvalidFilter']);
  });
});

describe('requirements (contract §4.3)', () => {
  const path = `${EM}/accessPackages/${id('package', 1)}/getApplicablePolicyRequirements`;
  beforeEach(() => {
    tenant.policies.put(
      policy(1, 1, {
        questions: [
          {
            '@odata.type': '#microsoft.graph.accessPackageMultipleChoiceQuestion',
            id: 'q-1',
            sequence: 0,
            isRequired: true,
            isAnswerEditable: true,
            text: 'Site?',
            localizations: [{ languageCode: 'de', text: 'Standort?' }],
            isMultipleSelectionAllowed: false,
            choices: [{ actualValue: 'BER', text: 'Berlin', localizations: [] }],
          },
        ],
      }),
    );
  });

  it('answers the CSDL form', async () => {
    const answer = await server.send('POST', path, { as: 'ana', scopes: [S] });
    expect(answer.value).toMatchObject([
      {
        policyId: id('policy', 1),
        allowCustomAssignmentSchedule: true,
        schedule: { startDateTime: null, expiration: { type: 'afterDuration', duration: 'P90D' } },
        questions: [{ '@odata.type': '#microsoft.graph.accessPackageMultipleChoiceQuestion', text: 'Site?' }],
      },
    ]);
    expect((await server.send('POST', path, { as: 'guest', scopes: [S] })).value).toEqual([]);
  });

  it('answers the beta form on request', async () => {
    tenant.setBehaviour({ questions: 'beta' });
    const [entry] = (await server.send('POST', path, { as: 'ana' })).value;
    expect(entry?.['questions']).toMatchObject([
      {
        '@odata.type': '#microsoft.graph.multipleChoiceQuestion',
        text: { defaultText: 'Site?', localizedTexts: [{ languageCode: 'de', text: 'Standort?' }] },
        choices: [{ actualValue: 'BER', text: { defaultText: 'Berlin' } }],
      },
    ]);
  });
});

describe('settings (contract §2.2, §4.4)', () => {
  it('answers settings, end user settings and connected organisations', async () => {
    tenant.connectedOrganizations.put({
      id: 'o-1',
      displayName: 'Partner',
      description: null,
      state: 'configured',
      domains: ['partner.example'],
    });
    expect((await server.get(`${EM}/settings`)).body).toMatchObject({ externalUserLifecycleAction: 'blockSignInAndDelete' });
    expect((await server.get(`${EM}/controlConfigurations/endUserSettings`)).body).toMatchObject({
      '@odata.type': '#microsoft.graph.endUserSettings',
      relatedPeopleInsightLevel: 'countAndNames',
    });
    expect((await server.get(`${EM}/connectedOrganizations`)).value).toMatchObject([
      { identitySources: [{ domainName: 'partner.example' }] },
    ]);
    expect((await server.get(`${EM}/connectedOrganizations/o-1`)).body).toMatchObject({ displayName: 'Partner' });
  });
});
