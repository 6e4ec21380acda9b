import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { adminReach } from '@/lib/entitlement/admin-reach';
import { administeredPackages, policiesOfPackage } from '@/lib/entitlement/administration';
import { adminRequest } from '@/lib/entitlement/admin-requests';
import { assignments } from '@/lib/entitlement/assignments';
import { me, searchPeople } from '@/lib/entitlement/people';
import { startSandbox, type RunningSandbox, type SandboxPerson } from '@/lib/graph/testing/sandbox';
import { withBothEngines } from '@/lib/store/testing/engines';
import { adminRemoveAssignment, adminUpdateAssignment, assignAccess } from './commands';
import { errorOf, viewerOf } from './testing/people';

vi.stubEnv('SESSION_SECRET', 'unit-tests-only-thirty-two-bytes-or-more');
vi.stubEnv('LOG_LEVEL', 'silent');

const W = 'EntitlementManagement.ReadWrite.All User.Read User.ReadBasic.All';
const ZONE = 'Europe/Berlin';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.end());

withBothEngines('an administrator over HTTP', () => {
  it('assigns, changes, removes; others are refused', async () => {
    const tenant = await sandbox.partition();
    const people = (await tenant.control('people')) as (SandboxPerson & { roles: string[] })[];
    const admin = people.find(({ roles }) => roles.includes('Identity Governance Administrator'));
    if (!admin) throw new Error('no administrator');
    const graph = tenant.graph(admin, W);
    const context = { viewer: viewerOf(admin), graph };
    expect(await adminReach(graph)).toEqual({ kind: 'tenant' });
    expect(await me(graph)).toMatchObject({ id: admin.id });
    const [found] = await searchPeople(graph, 'ana ru');
    expect(found?.displayName).toBe('Ana Ruiz');
    const [pack] = (await administeredPackages(graph, { name: 'partner FILES' })).rows;
    const policies = await policiesOfPackage(graph, pack?.id ?? '');
    const policy = policies.find(({ displayName }) => displayName === 'Employees');
    if (!found || !pack || !policy) throw new Error('the seed has changed');
    const about = { accessPackageId: pack.id, accessPackageName: pack.displayName, timeZone: ZONE };
    const target = { objectId: found.id };
    const { now } = (await tenant.control('clock')) as { now: string };
    const day = (offset: number) => new Date(Date.parse(now) + offset * 86_400_000).toISOString().slice(0, 10);
    const added = await assignAccess(context, {
      ...about,
      key: randomUUID(),
      target,
      policyId: policy.id,
      answers: {},
      justification: '',
      period: { startDay: null, endDay: day(20) },
    });
    expect(added.state).toBe('sent');
    await tenant.control('clock', { advance: 'PT1M' });
    expect(await adminRequest(graph, 'requestId' in added ? added.requestId : '')).toMatchObject({
      requestType: 'adminAdd',
      state: 'delivered',
    });
    const filter = { accessPackageId: pack.id, targetObjectId: found.id, state: 'delivered' } as const;
    const given = (await assignments(graph, filter)).rows[0];
    const of = { ...about, target, assignmentId: given?.id ?? '' };
    await adminUpdateAssignment(context, {
      ...of,
      key: randomUUID(),
      policyId: policy.id,
      answers: null,
      justification: '',
      endDay: day(40),
    });
    await tenant.control('clock', { advance: 'PT1M' });
    const changed = (await assignments(graph, filter)).rows[0];
    expect(Date.parse(changed?.endDateTime ?? '')).toBeGreaterThan(Date.parse(given?.endDateTime ?? ''));
    await adminRemoveAssignment(context, { ...of, key: randomUUID() });
    await tenant.control('clock', { advance: 'PT1M' });
    expect((await assignments(graph, filter)).rows).toEqual([]);

    const ana = tenant.person('ana.ruiz');
    const hers = tenant.graph(ana, W);
    expect(await adminReach(hers)).toEqual({ kind: 'none' });
    const input = { ...of, key: randomUUID() };
    expect(await errorOf(adminRemoveAssignment({ viewer: viewerOf(ana), graph: hers }, input))).toMatchObject({
      kind: expect.stringMatching(/refused|notFound/) as string,
    });
  });

  it('of one catalog sees theirs', async () => {
    const tenant = await sandbox.partition();
    const people = (await tenant.control('people')) as (SandboxPerson & { roles: string[] })[];
    const manager = people.find(({ roles }) => roles.includes('Access package assignment manager'));
    if (!manager) throw new Error('no assignment manager');
    const graph = tenant.graph(manager, W);
    expect(await adminReach(graph)).toEqual({ kind: 'catalogs' });
    const [pack] = (await administeredPackages(graph)).rows;
    expect(Array.isArray((await assignments(graph, { accessPackageId: pack?.id ?? '' })).rows)).toBe(true);
  });
});
