import { beforeAll, describe, expect, it } from 'vitest';
import { pendingFor } from '../engine/approvals.ts';
import { policiesAdmitting, policiesAdmittingOnBehalf, requestablePackages } from '../engine/policies.ts';
import { settle } from '../engine/transitions.ts';
import { EM_ROLES } from '../tenant/model.ts';
import type { AssignmentRequest, Policy } from '../tenant/model.ts';
import { PartitionTenant } from '../tenant/partition.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { DAY } from './instants.ts';
import { packageId } from './packages.ts';
import { peopleKeys, personOf } from './people.ts';
import { seedBare, seedCompany } from './seeds.ts';

const NOW = Date.UTC(2026, 10, 24, 10, 42);

function company(partition: string): PartitionTenant {
  const tenant = new PartitionTenant(partition);
  tenant.seed(NOW, seedCompany);
  tenant.setClock({ now: NOW, frozen: true });
  return tenant;
}

let tenant: Tenant;
let policies: Policy[];

beforeAll(() => {
  tenant = company('default');
  policies = [...tenant.policies.values()];
});

const person = (key: string) => personOf(tenant, key);
const requestOf = (key: string, who: string): AssignmentRequest[] => [
  ...tenant.requests.by('packageId+targetId', `${packageId(tenant, key)}+${tenant.subjectOf(person(who)).id}`),
];
const heldBy = (who: string) => tenant.assignments.by('subjectId', tenant.subjectOf(person(who)).id);

describe('the company', () => {
  it('has the size that the sign-in page and the mocks say', () => {
    expect([tenant.people.size, tenant.catalogs.size]).toEqual([61, 6]);
    expect(tenant.packages.size).toBeGreaterThan(40);
    expect(requestablePackages(tenant, person('ana.ruiz')).filter((row) => !row.isHidden)).toHaveLength(43);
  });

  it('has managers, guests, administrators, readers, and names in many scripts', () => {
    expect(tenant.people.by('managerId', person('lea.moreau').id)).toHaveLength(6);
    expect([...tenant.people.values()].filter((one) => one.connectedOrganizationId !== null)).toHaveLength(2);
    expect(person('priya.nair').directoryRoles).toEqual(['Identity Governance Administrator']);
    expect(person('marek.dvorak').directoryRoles).toEqual(['Global Reader']);
    const tilda = tenant.roleAssignments.by('principalId', person('tilda.brandt').id);
    expect(tilda.map((row) => row.roleDefinitionId)).toEqual([EM_ROLES.assignmentManager]);
    const names = [...tenant.people.values()].map((one) => one.displayName).join(' ');
    for (const script of ['Arabic', 'Han', 'Cyrillic', 'Greek', 'Hebrew']) expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
  });

  it('has somebody with nothing who may ask for nothing, and a partner with little to ask for', () => {
    expect(requestablePackages(tenant, person('emil.strand'))).toEqual([]);
    expect(heldBy('emil.strand')).toEqual([]);
    expect(requestablePackages(tenant, person('oliver.byrne')).length).toBeLessThan(6);
  });
});

describe('policies', () => {
  it('come in every kind', () => {
    const has = (test: (one: Policy) => boolean) => expect(policies.filter(test).length).toBeGreaterThan(0);
    for (const stages of [1, 2, 3]) has((one) => one.requestApprovalSettings.stages.length === stages);
    has((one) => one.requestorSettings.allowCustomAssignmentSchedule);
    has((one) => one.requestApprovalSettings.isRequestorJustificationRequired);
    has((one) => one.allowedTargetScope === 'notSpecified');
    has((one) => one.automaticRequestSettings !== null);
    has((one) => one.requestorSettings.enableOnBehalfRequestorsToAddAccess);
    has((one) => one.requestApprovalSettings.isApprovalRequiredForUpdate);
    has((one) => one.requestApprovalSettings.stages.some((stage) => stage.isEscalationEnabled));
    for (const type of ['noExpiration', 'afterDateTime', 'afterDuration']) has((one) => one.expiration.type === type);
    for (const scope of [
      'specificDirectoryUsers',
      'specificConnectedOrganizationUsers',
      'allMemberUsers',
      'allDirectoryUsers',
      'allConfiguredConnectedOrganizationUsers',
    ]) {
      has((one) => one.allowedTargetScope === scope);
    }
  });

  it('ask questions of every kind in five languages', () => {
    const questions = policies.flatMap((one) => one.questions);
    const has = (test: (one: (typeof questions)[number]) => boolean) => expect(questions.some(test)).toBe(true);
    has((one) => one.isSingleLineQuestion === true && one.isRequired);
    has((one) => one.isSingleLineQuestion === false && !one.isRequired);
    has((one) => (one.regexPattern ?? null) !== null);
    has((one) => one.isMultipleSelectionAllowed === true);
    has((one) => one.isMultipleSelectionAllowed === false);
    has((one) => one.isAnswerEditable);
    has((one) => !one.isAnswerEditable);
    for (const one of questions) expect(one.localizations.map((text) => text.languageCode)).toEqual(['de', 'fr', 'ja', 'ar']);
  });

  it('let the sample employee ask with three questions, with none, and by two ways', () => {
    const ana = person('ana.ruiz');
    const crm = policiesAdmitting(tenant, ana, packageId(tenant, 'crm-europe'));
    expect(crm.map((one) => [one.displayName, one.questions.length])).toEqual([['Employees', 3]]);
    const [tender] = policiesAdmitting(tenant, ana, packageId(tenant, 'tender-library'));
    expect([tender?.questions.length, tender?.requestApprovalSettings.isApprovalRequiredForAdd]).toEqual([0, false]);
    expect(policiesAdmitting(tenant, ana, packageId(tenant, 'handheld-pool'))).toHaveLength(2);
    expect(policiesAdmittingOnBehalf(tenant, person('lea.moreau'), ana, packageId(tenant, 'crm-europe'))).toHaveLength(1);
  });

  it('of a stricter scope win', () => {
    expect(policiesAdmitting(tenant, person('kofi.mensah'), packageId(tenant, 'crm-europe')).map((one) => one.displayName)).toEqual([
      'Contractors',
    ]);
  });
});

describe('what has happened', () => {
  it('shows every state to the sample employee', () => {
    const states = (key: string) => requestOf(key, 'ana.ruiz').map((request) => request.state);
    expect(states('track-and-trace')).toEqual(['pendingApproval']);
    expect(states('warehouse-dashboards')).toEqual(['delivering']);
    expect(states('payroll-reports')).toEqual(['denied']);
    expect(states('quality-lab')).toEqual(['scheduled']);
    expect(states('travel-asia')).toEqual(['canceled']);
    expect(states('route-metrics')).toEqual(['partiallyDelivered']);
    const ends = heldBy('ana.ruiz')
      .filter((one) => one.state === 'delivered')
      .map((one) => one.schedule.expiration.endDateTime);
    expect(ends).toContain(null);
    expect(ends.map((end) => (end === null ? null : Math.floor((Date.parse(end) - NOW) / DAY)))).toEqual(
      expect.arrayContaining([9, 24, 51, 83]),
    );
    expect(heldBy('ana.ruiz').filter((one) => one.state === 'expired')).toHaveLength(3);
  });

  it('left failed deliveries, exclusions and expiries', () => {
    expect(heldBy('kofi.mensah').some((one) => one.state === 'deliveryFailed')).toBe(true);
    expect(tenant.packages.get(packageId(tenant, 'crm-europe'))?.incompatiblePackageIds).toEqual([packageId(tenant, 'supplier-payments')]);
    expect(tenant.packages.get(packageId(tenant, 'supplier-payments'))?.incompatibleGroupIds).toHaveLength(1);
    expect([...tenant.requests.values()].some((request) => request.requestType === 'systemRemove')).toBe(true);
    expect([...tenant.packages.values()].filter((row) => row.isHidden).length).toBeGreaterThan(1);
  });

  it('left a queue for each approver', () => {
    expect(pendingFor(tenant, person('jonas.weber').id)).toHaveLength(12);
    expect(pendingFor(tenant, person('priya.nair').id)).toHaveLength(2);
    const named = policies
      .flatMap((one) => one.requestApprovalSettings.stages.flatMap((stage) => stage.primaryApprovers))
      .map((set) => set.userId)
      .filter((id) => typeof id === 'string');
    for (const id of new Set(named)) expect(pendingFor(tenant, id).length, tenant.people.get(id)?.displayName).toBeGreaterThan(0);
  });

  it('is at rest: nothing is overdue, and every request waits as its state says', () => {
    const fresh = company('default');
    const before = JSON.stringify([...fresh.requests.values(), ...fresh.assignments.values()]);
    settle(fresh);
    expect(JSON.stringify([...fresh.requests.values(), ...fresh.assignments.values()])).toBe(before);
    for (const request of fresh.requests.values()) {
      if (request.state === 'pendingApproval')
        expect(request.approval?.stages.find((stage) => stage.status === 'InProgress')?.approverIds.length).toBeGreaterThan(0);
      expect(request.createdAt).toBeLessThan(NOW);
      expect(request.completedAt ?? 0).toBeLessThanOrEqual(NOW);
    }
  });

  it('refers only to what exists, and answers every required question', () => {
    for (const request of tenant.requests.values()) {
      const asked = tenant.policies.get(request.policyId);
      expect(asked?.packageId).toBe(request.packageId);
      if (!request.requestType.endsWith('Add')) continue;
      for (const question of asked?.questions ?? []) {
        const values = request.answers.filter((answer) => answer.answeredQuestion.id === question.id).map((answer) => answer.value);
        if (question.isRequired) expect(values.length, `${asked?.displayName} ${question.text}`).toBeGreaterThan(0);
        if (question.regexPattern) for (const value of values) expect(value).toMatch(new RegExp(`^(?:${question.regexPattern})$`));
        if (question.choices) for (const value of values) expect(question.choices.map((choice) => choice.actualValue)).toContain(value);
      }
    }
  });
});

describe('determinism', () => {
  it('gives the same rows to the same partition and instant', () => {
    const rows = (one: Tenant) =>
      JSON.stringify([...one.people.values(), ...one.policies.values(), ...one.requests.values(), ...one.assignments.values()]);
    expect(rows(company('default'))).toBe(rows(company('default')));
  });

  it('differs between partitions in ids only', () => {
    const rows = (one: Tenant) =>
      JSON.stringify([
        ...one.people.values(),
        ...one.packages.values(),
        ...one.policies.values(),
        ...one.requests.values(),
        ...one.assignments.values(),
      ]);
    const [first, second] = [rows(company('one')), rows(company('two'))];
    const anonymous = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}/g, 'id');
    expect(first).not.toBe(second);
    expect(anonymous(first)).toBe(anonymous(second));
  });

  it('counts from the instant of seeding', () => {
    const later = new PartitionTenant('default');
    later.seed(NOW + 40 * DAY, seedCompany);
    const request = later.requests.get(requestOf('track-and-trace', 'ana.ruiz')[0]?.id ?? '');
    expect(request?.createdAt).toBe((requestOf('track-and-trace', 'ana.ruiz')[0]?.createdAt ?? 0) + 40 * DAY);
  });
});

describe('the days of the company', () => {
  const lyon = (instant: number) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', dateStyle: 'short' }).format(instant);

  it.each([
    ['by day', NOW],
    ['before midnight in Lyon', Date.UTC(2026, 10, 24, 22, 50)],
    ['after midnight in Lyon', Date.UTC(2026, 10, 24, 23, 40)],
    ['in summer, after midnight in Lyon', Date.UTC(2026, 6, 14, 22, 10)],
  ])('are the calendar days of Lyon: %s', (_, now) => {
    const then = new PartitionTenant('default');
    then.seed(now, seedCompany);
    const day = (days: number) => lyon(now + days * DAY);
    const asked = then.requests.get(requestOf('track-and-trace', 'ana.ruiz')[0]?.id ?? '');
    expect(lyon(asked?.createdAt ?? 0)).toBe(day(-1));
    const held = then.assignments.by('subjectId', then.subjectOf(person('ana.ruiz')).id);
    const vpn = [...held].find((assignment) => assignment.packageId === packageId(then, 'vpn'));
    expect(lyon(Date.parse(vpn?.schedule.expiration?.endDateTime ?? ''))).toBe(day(24));
  });
});

describe('bare', () => {
  it('has the same people and groups, the empty General catalog, and nothing else', () => {
    const bare = new PartitionTenant('default');
    bare.seed(NOW, seedBare);
    expect([...bare.people.values()]).toEqual(peopleKeys().map(person));
    expect([...bare.catalogs.values()].map((catalog) => [catalog.displayName, catalog.catalogType])).toEqual([
      ['General', 'serviceDefault'],
    ]);
    expect(
      [bare.packages, bare.policies, bare.resources, bare.assignments, bare.requests, bare.roleAssignments].map((table) => table.size),
    ).toEqual([0, 0, 0, 0, 0, 0]);
    expect(bare.groups.size).toBe(12);
  });
});
