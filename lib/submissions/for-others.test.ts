import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { requestablePackages } from '@/lib/entitlement/access-packages';
import { policyRequirements } from '@/lib/entitlement/policies';
import { createdRequest, myRequest } from '@/lib/entitlement/requests';
import { findInPages } from '@/lib/entitlement/walk';
import type { Graph } from '@/lib/graph/graph';
import { startSandbox, type Partition, type RunningSandbox, type SandboxPerson } from '@/lib/graph/testing/sandbox';
import { withBothEngines } from '@/lib/store/testing/engines';
import { cancelRequest, submitRequest } from './commands';
import { PACE, type Pace } from './pace';
import { rememberedForOthers, rememberedPackages } from './remembered';
import { errorOf, viewerOf } from './testing/people';

vi.stubEnv('SESSION_SECRET', 'unit-tests-only-thirty-two-bytes-or-more');
vi.stubEnv('LOG_LEVEL', 'silent');
// The real pace of 2, 10 and 30 s, a tenth of it.
Object.assign(PACE as { -readonly [K in keyof Pace]: Pace[K] }, { lookUps: [200, 1_000, 3_000], deadline: 6_500 });

const S = 'EntitlementMgmt-SubjectAccess.ReadWrite User.Read';
const DASHBOARDS = 'Warehouse dashboards';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.end());

withBothEngines('asking in somebody else’s name', () => {
  let tenant: Partition;
  let graph: Graph;
  let context: { viewer: Viewer; graph: Graph };
  let nadia: SandboxPerson;
  beforeEach(async () => {
    tenant = await sandbox.partition();
    const lea = tenant.person('lea.moreau');
    nadia = tenant.person('nadia.benali');
    graph = tenant.graph(lea, S);
    context = { viewer: viewerOf(lea), graph };
  });

  const inputFor = async (person: SandboxPerson, key: string = randomUUID()) => {
    const pack = await findInPages(
      (next) => requestablePackages(graph, next),
      ({ displayName }) => displayName === DASHBOARDS,
    );
    if (!pack) throw new Error('not offered');
    const [policy] = await policyRequirements(graph, pack.id);
    return {
      key,
      accessPackageId: pack.id,
      accessPackageName: pack.displayName,
      policyId: policy?.policyId ?? '',
      answers: {},
      justification: '',
      period: null,
      timeZone: 'Europe/Berlin',
      target: { objectId: person.id, displayName: person.displayName, email: person.userPrincipalName },
    };
  };
  const posts = async () => {
    const { calls } = (await tenant.control('journal')) as { calls: { method: string; url: string; body: unknown }[] };
    return calls.filter(({ method, url }) => method === 'POST' && url.endsWith('/assignmentRequests'));
  };

  it('names them in the target, stands in the list of what I created, and is cancelled from there', async () => {
    const input = await inputFor(nadia);
    const outcome = await submitRequest(context, input);
    if (outcome.state !== 'sent') throw new Error(outcome.state);
    const id = outcome.requestId;
    expect((await posts())[0]?.body).toMatchObject({
      requestType: 'userAdd',
      assignment: { target: { objectId: nadia.id, displayName: 'Nadia Benali', subjectType: 'user' } },
    });
    expect(await myRequest(graph, id)).toBeNull();
    expect(await createdRequest(graph, id)).toMatchObject({
      target: { objectId: nadia.id, displayName: 'Nadia Benali' },
      requestor: { displayName: 'Léa Moreau' },
    });
    expect([...((await rememberedForOthers(context.viewer)).get(id) ? [id] : [])]).toEqual([id]);
    expect((await rememberedPackages(context.viewer)).has(id)).toBe(false);
    const about = { requestId: id, accessPackageId: input.accessPackageId, accessPackageName: DASHBOARDS };
    expect(await cancelRequest(context, { key: randomUUID(), ...about, targetId: nadia.id })).toEqual({ state: 'sent', requestId: id });
    expect(await createdRequest(graph, id)).toMatchObject({ state: 'canceled' });
  });

  it('finds it after its answer was lost, and sends it once however often it is pressed', async () => {
    const input = await inputFor(nadia);
    await tenant.control('faults', { kind: 'lost', method: 'POST', path: '/assignmentRequests$', times: 1 });
    const [one, other] = await Promise.all([submitRequest(context, input), submitRequest(context, input)]);
    const again = await submitRequest(context, input);
    expect([one.state, other.state, again.state].filter((state) => state === 'sent').length).toBeGreaterThan(1);
    expect(await posts()).toHaveLength(1);
  });

  it('says which of mine is in the way; of theirs nothing can be read', async () => {
    const first = await submitRequest(context, await inputFor(nadia));
    expect(await errorOf(submitRequest(context, await inputFor(nadia)))).toMatchObject({
      kind: 'alreadyRequested',
      requestId: first.state === 'sent' ? first.requestId : '',
      assignmentId: null,
    });
    // Nobody of Léa's team: the policy does not admit the pair.
    expect(await errorOf(submitRequest(context, await inputFor(tenant.person('nils.ekberg'))))).toMatchObject({
      kind: 'refused',
      status: 403,
    });
  });
});
