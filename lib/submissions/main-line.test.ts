import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { requestablePackages, type AccessPackage } from '@/lib/entitlement/access-packages';
import { myAssignments, type Assignment } from '@/lib/entitlement/assignments';
import { policyRequirements, policyRequirementsOf } from '@/lib/entitlement/policies';
import { myRequest, myRequests, withRemembered, type AssignmentRequest } from '@/lib/entitlement/requests';
import type { Graph } from '@/lib/graph/graph';
import { startSandbox, type Partition, type RunningSandbox, type SandboxPerson } from '@/lib/graph/testing/sandbox';
import { withBothEngines } from '@/lib/store/testing/engines';
import { cancelRequest, removeAssignment, submitRequest, updateAssignment } from './commands';
import { PACE, type Pace } from './pace';
import { rememberedPackages, submissionOutcome } from './submit';
import { errorOf, viewerOf } from './testing/people';

vi.stubEnv('SESSION_SECRET', 'unit-tests-only-thirty-two-bytes-or-more');
vi.stubEnv('LOG_LEVEL', 'silent');
// The real pace of 2, 10 and 30 s, a tenth of it.
Object.assign(PACE as { -readonly [K in keyof Pace]: Pace[K] }, { lookUps: [200, 1_000, 3_000], deadline: 6_500 });

const S = 'EntitlementMgmt-SubjectAccess.ReadWrite User.Read';
const ZONE = 'Europe/Berlin';

async function allOf<T>(read: (next?: string) => Promise<{ rows: T[]; next: string | null }>): Promise<T[]> {
  const rows: T[] = [];
  for (let next: string | null | undefined; next !== null;) {
    const page: { rows: T[]; next: string | null } = await read(next);
    rows.push(...page.rows);
    next = page.next;
  }
  return rows;
}

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.end());

withBothEngines('the main line over HTTP', () => {
  let tenant: Partition;
  let ana: SandboxPerson;
  let graph: Graph;
  let context: { viewer: Viewer; graph: Graph };
  beforeEach(async () => {
    tenant = await sandbox.partition();
    ana = tenant.person('ana.ruiz');
    graph = tenant.graph(ana, S);
    context = { viewer: viewerOf(ana), graph };
  });

  const packages = () => allOf((next) => requestablePackages(graph, next));
  const named = async (name: string): Promise<AccessPackage> => {
    const found = (await packages()).find(({ displayName }) => displayName === name);
    if (!found) throw new Error(`${name} is not offered`);
    return found;
  };
  const mine = () => allOf((next) => myRequests(graph, next));
  const held = () => allOf((next) => myAssignments(graph, next));
  const inputFor = async (name: string, more: object = {}) => {
    const pack = await named(name);
    const [policy] = await policyRequirements(graph, pack.id);
    return {
      key: randomUUID(),
      accessPackageId: pack.id,
      accessPackageName: pack.displayName,
      policyId: policy?.policyId ?? '',
      answers: Object.fromEntries(
        (policy?.questions ?? []).map((question) => [
          question.id,
          question.kind === 'choice' ? [question.choices[0]?.value ?? ''] : ['CHG-123456'],
        ]),
      ),
      justification: 'Audit week',
      period: null,
      timeZone: ZONE,
      ...more,
    };
  };
  const sentId = (outcome: { state: string; requestId?: string }) => {
    expect(outcome.state).toBe('sent');
    return outcome.requestId ?? '';
  };
  const fault = (of: object) => tenant.control('faults', of);
  const posts = async () => {
    const { calls } = (await tenant.control('journal')) as { calls: { method: string; url: string }[] };
    return calls.filter(({ method, url }) => method === 'POST' && url.endsWith('/assignmentRequests')).length;
  };

  it('finds, asks with answers, follows and cancels', async () => {
    const input = await inputFor('Secrets vault, operate');
    const id = sentId(await submitRequest(context, input));
    const request = await myRequest(graph, id);
    expect(request).toMatchObject({
      requestType: 'userAdd',
      justification: 'Audit week',
      accessPackage: { displayName: 'Secrets vault, operate' },
    });
    expect(request?.answers.flatMap(({ values }) => values)).toContain('CHG-123456');
    expect(request?.target?.objectId ?? ana.id).toBe(ana.id);
    const cancel = { key: randomUUID(), requestId: id, accessPackageId: input.accessPackageId, accessPackageName: 'x' };
    expect(await cancelRequest(context, cancel)).toEqual({ state: 'sent', requestId: id });
    expect((await myRequest(graph, id))?.state).toBe('canceled');
    expect(await cancelRequest(context, { ...cancel, key: randomUUID() })).toEqual({ state: 'sent', requestId: id });
    const done = (await mine()).find(({ state }) => state === 'delivered');
    expect(await errorOf(cancelRequest(context, { ...cancel, key: randomUUID(), requestId: done?.id ?? '' }))).toMatchObject({
      kind: 'refused',
      status: 400,
    });
  });

  it('says what is in the way of a second one', async () => {
    const input = await inputFor('Event gateway, operate');
    const id = sentId(await submitRequest(context, input));
    expect(await submitRequest(context, input)).toEqual({ state: 'sent', requestId: id });
    expect(await errorOf(submitRequest(context, { ...input, key: randomUUID() }))).toMatchObject({
      kind: 'alreadyRequested',
      requestId: id,
    });
  });

  it('asks for a period of whole days, within the bounds', async () => {
    const { now } = (await tenant.control('clock')) as { now: string };
    const day = (offset: number) => new Date(Date.parse(now) + offset * 86_400_000).toISOString().slice(0, 10);
    const input = await inputFor('VPN for travel', { period: { startDay: day(3), endDay: day(9) } });
    const id = sentId(await submitRequest(context, input));
    const request = await myRequest(graph, id);
    expect(request?.schedule?.expiration.kind).toBe('until');
    expect(
      await errorOf(submitRequest(context, { ...input, key: randomUUID(), period: { startDay: null, endDay: day(200) } })),
    ).toMatchObject({
      kind: 'invalid',
      fields: { 'period.endDay': 'endBeyond' },
    });
  });

  it('extends what allows it and gives it back', async () => {
    const active = (await held()).filter(({ state, endDateTime }) => state === 'delivered' && endDateTime !== null);
    const extended: Assignment[] = [];
    for (const assignment of active) {
      const of = {
        key: randomUUID(),
        assignmentId: assignment.id,
        accessPackageId: assignment.accessPackage?.id ?? '',
        accessPackageName: 'x',
      };
      const { now } = (await tenant.control('clock')) as { now: string };
      const endDay = new Date(Date.parse(assignment.endDateTime ?? now) + 3 * 86_400_000).toISOString().slice(0, 10);
      const outcome = await errorOf(
        updateAssignment(context, {
          ...of,
          answers: null,
          policyId: assignment.policyId,
          justification: 'still needed',
          endDay,
          timeZone: ZONE,
        }),
      );
      if ('no' in (outcome as object)) extended.push(assignment);
      else expect(outcome).toMatchObject({ kind: expect.stringMatching(/refused|invalid|alreadyRequested/) as string });
    }
    expect(extended.length).toBeGreaterThan(0);
    const input = await inputFor('Partner files');
    sentId(await submitRequest(context, input));
    await tenant.control('clock', { advance: 'PT1M' });
    const given = (await held()).find(({ accessPackage, state }) => accessPackage?.id === input.accessPackageId && state === 'delivered');
    expect(given).toBeDefined();
    const back = { key: randomUUID(), assignmentId: given?.id ?? '', accessPackageId: input.accessPackageId, accessPackageName: 'x' };
    const removed = await errorOf(removeAssignment(context, back));
    expect(removed).toMatchObject({ no: 'fault' });
  });

  it('loses no request with its answer, and never sends twice', async () => {
    const input = await inputFor('Photo library');
    await fault({ kind: 'lost', method: 'POST', path: '/assignmentRequests$', times: 1 });
    const id = sentId(await submitRequest(context, input));
    expect(await posts()).toBe(1);
    expect(
      (await mine()).filter(({ accessPackage }) => accessPackage?.id === input.accessPackageId).map((request) => request.id),
    ).toContain(id);
  });

  it('finds it although lists lag behind', async () => {
    await tenant.control('behaviour', { listLagSeconds: 2 });
    const input = await inputFor('Partner files');
    await fault({ kind: 'lost', method: 'POST', path: '/assignmentRequests$', times: 1 });
    expect(await submitRequest(context, input)).toEqual({ state: 'sending' });
    await expect
      .poll(() => submissionOutcome(context.viewer, input.key, graph), { timeout: 10_000, interval: 500 })
      .toMatchObject({ state: 'sent' });
    expect(await posts()).toBe(1);
  });

  it.each([{ kind: 'reset' }, { kind: 'status', status: 503 }])(
    'ends in doubt after $kind, and the person’s own second press is one request',
    async (of) => {
      const input = await inputFor('Partner files');
      await fault({ ...of, method: 'POST', path: '/assignmentRequests$', times: 1 });
      expect(await submitRequest(context, input)).toEqual({ state: 'sending' });
      await expect
        .poll(() => submissionOutcome(context.viewer, input.key, graph), { timeout: 10_000, interval: 500 })
        .toEqual({ state: 'unknown' });
      expect(await posts()).toBe(1);
      sentId(await submitRequest(context, { ...input, sendAgain: true }));
      expect((await mine()).filter((request) => request.accessPackage?.id === input.accessPackageId)).toHaveLength(1);
    },
  );

  it.each(['truncated', 'html', 'empty'])('looks up an answer that is %s', async (kind) => {
    const input = await inputFor('Partner files');
    await fault({ kind, method: 'POST', path: '/assignmentRequests$', times: 1 });
    sentId(await submitRequest(context, input));
    expect(await posts()).toBe(1);
  });

  it('waits with a throttled one for the next press', async () => {
    const input = await inputFor('Partner files');
    await fault({ kind: 'throttle', method: 'POST', path: '/assignmentRequests$', retryAfter: 2, times: 1 });
    const error = (await errorOf(submitRequest(context, input))) as { kind: string; retryAt: number };
    expect(error.kind).toBe('throttled');
    expect(Math.abs(error.retryAt - graph.now().getTime() - 2_000)).toBeLessThan(2_500);
    sentId(await submitRequest(context, input));
  });

  it('goes through a claims challenge and an expired token once', async () => {
    for (const kind of ['challenge', 'expired']) {
      await fault({ kind, method: 'POST', path: '/assignmentRequests$', times: 1 });
      sentId(await submitRequest(context, await inputFor(kind === 'challenge' ? 'Partner files' : 'Photo library')));
    }
    await fault({ kind: 'challenge', method: 'POST', path: '/assignmentRequests$' });
    expect(await errorOf(submitRequest(context, await inputFor('Integration test bench')))).toMatchObject({ kind: 'stepUp' });
  });

  it('makes one request of two tabs', async () => {
    const input = await inputFor('Partner files');
    await fault({ kind: 'slow', method: 'POST', path: '/assignmentRequests$', delayMs: 300, times: 2 });
    const outcomes = await Promise.all([submitRequest(context, input), submitRequest(context, input)]);
    expect(new Set(outcomes.map(sentId)).size).toBe(1);
    expect(await posts()).toBe(1);
  });

  it.each(['ignored', '400'])('bears $expand on functions being %s', async (expandOnFunctions) => {
    const input = await inputFor('Partner files');
    const before = (await mine()).length;
    await tenant.control('behaviour', { expandOnFunctions });
    await fault({ kind: 'lost', method: 'POST', path: '/assignmentRequests$', times: 1 });
    const id = sentId(await submitRequest(context, input));
    const rows: AssignmentRequest[] = withRemembered(await mine(), await rememberedPackages(context.viewer));
    expect(rows).toHaveLength(before + 1);
    expect(rows.find((row) => row.id === id)?.accessPackage?.displayName).toBe('Partner files');
    expect((await held()).length).toBeGreaterThan(0);
  });

  it('is the same with beta questions, legacy answers and empty pages', async () => {
    const before = await packages();
    const name = 'Secrets vault, operate';
    const plain = await policyRequirements(graph, (await named(name)).id);
    await tenant.control('behaviour', { questions: 'beta', answers: 'legacy', emptyPages: true, pageSize: 3 });
    expect(await packages()).toEqual(before);
    expect(await policyRequirements(graph, (await named(name)).id)).toEqual(plain);
    const id = sentId(await submitRequest(context, await inputFor(name)));
    const request = await myRequest(graph, id);
    expect(request).toMatchObject({ requestType: 'userAdd', accessPackage: { displayName: name } });
    expect(request?.state).not.toBe('other');
    expect(request?.answers.length).toBe(plain[0]?.questions.length);
  });

  it('asks for several packages’ requirements in one batch', async () => {
    const ids = (await packages()).slice(0, 20).map(({ id }) => id);
    const found = await policyRequirementsOf(graph, ids);
    expect([...found.values()].every((policies) => policies !== null && policies.length > 0)).toBe(true);
  });
});
