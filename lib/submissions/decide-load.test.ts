import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { approvalOf, openStage, pendingApprovals } from '@/lib/entitlement/approvals';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import { startSandbox, type Partition, type RunningSandbox } from '@/lib/graph/testing/sandbox';
import { withBothEngines } from '@/lib/store/testing/engines';
import { decideTogether, type DecisionOutcome } from './decide-command';
import type { DecideStageInput } from './inputs';
import { PACE, type Pace } from './pace';

vi.stubEnv('SESSION_SECRET', 'unit-tests-only-thirty-two-bytes-or-more');
vi.stubEnv('LOG_LEVEL', 'silent');
// The real pace of 2, 10 and 30 s, a tenth of it.
Object.assign(PACE as { -readonly [K in keyof Pace]: Pace[K] }, { lookUps: [200, 1_000, 3_000], deadline: 6_500 });

const S = 'EntitlementMgmt-SubjectAccess.ReadWrite';
const W = 'EntitlementManagement.ReadWrite.All User.ReadBasic.All';
const EM = '/identityGovernance/entitlementManagement';
const PACKAGE = 'Route engine, read metrics';
const MANY = 200;

interface Call {
  method: string;
  url: string;
  status: number;
  body: unknown;
}

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.end());

/** So many requests that wait for Jonas, asked for by an administrator. */
async function fill(tenant: Partition) {
  const graph = tenant.graph(tenant.person('priya.nair'), W);
  await tenant.control('behaviour', { adminAdd: 'asksApproval', pageSize: 200 });
  const targets = tenant.people.filter(({ about }) => about === 'Generated');
  const { rows: packages } = await graph.all(`${EM}/accessPackages?$filter=displayName eq '${PACKAGE}'&$expand=assignmentPolicies`);
  const [found] = packages as { id: string; assignmentPolicies: { id: string }[] }[];
  for (let from = 0; from < targets.length; from += 20) {
    const assignments = targets
      .slice(from, from + 20)
      .map(({ id }) => ({ targetId: id, assignmentPolicyId: found?.assignmentPolicies[0]?.id, accessPackageId: found?.id }));
    const answers = await graph.writeBatch(
      assignments.map((assignment) => ({
        method: 'POST' as const,
        path: `${EM}/assignmentRequests`,
        body: { requestType: 'adminAdd', assignment, justification: 'Season' },
      })),
    );
    expect(answers.filter((answer) => answer instanceof Error)).toEqual([]);
  }
}

/** What waits, with the stage that is his. */
async function waitingFor(tenant: Partition): Promise<DecideStageInput[]> {
  const jonas = tenant.person('jonas.weber');
  const list = tenant.graph(jonas, S);
  const rows: AssignmentRequest[] = [];
  for (let next: string | null | undefined; next !== null;) {
    const page: { rows: AssignmentRequest[]; next: string | null } = await pendingApprovals(list, next);
    rows.push(...page.rows);
    next = page.next;
  }
  const own = rows.filter(({ accessPackage, justification }) => accessPackage?.displayName === PACKAGE && justification === 'Season');
  const read = tenant.graph(jonas, W);
  return Promise.all(
    own.map(async ({ id, accessPackage, target, assignmentId }) => ({
      requestId: id,
      stageId: openStage(await approvalOf(read, id))?.id ?? '',
      decision: 'Approve' as const,
      justification: 'For the season.',
      accessPackageId: accessPackage?.id ?? null,
      accessPackageName: accessPackage?.displayName ?? null,
      targetId: target?.objectId ?? null,
      targetName: target?.displayName ?? null,
      assignmentId,
    })),
  );
}

withBothEngines('200 decided together', () => {
  it('loses none and doubles none under a limit, injected 429s and lost answers', { timeout: 180_000 }, async () => {
    const tenant = await sandbox.partition({ people: MANY });
    await fill(tenant);
    const all = await waitingFor(tenant);
    expect(all).toHaveLength(MANY);
    const jonas = tenant.person('jonas.weber');
    const viewer: Viewer = { sessionId: 's', oid: jonas.id, tid: 't', name: '', userPrincipalName: '', roles: [], tag: 'tag' };
    const context = { viewer, graph: tenant.graph(jonas, W) };
    await tenant.control('journal', undefined, 'DELETE');
    await tenant.control('behaviour', { limit: { requests: 50, perSeconds: 1 } });
    const stages = { method: 'PATCH', path: '/stages/' };
    await tenant.control('faults', { kind: 'throttle', ...stages, retryAfter: 1, share: 0.06, seed: 5, times: 12 });
    await tenant.control('faults', { kind: 'throttle', ...stages, retryAfter: null, share: 0.02, seed: 3, times: 2 });
    await tenant.control('faults', { kind: 'lost', ...stages, share: 0.01, seed: 9, times: 2 });

    // A page that is left hands the second half over to the server, while the first half is still being decided.
    const left = decideTogether(context, { decisions: all.slice(MANY / 2), isLeft: true });
    const outcomes = new Map<string, DecisionOutcome>();
    for (let waiting = all.slice(0, MANY / 2); waiting.length > 0;) {
      // Twice at once: the timer and the call of the page that is left.
      const some = { decisions: waiting.slice(0, 20), isLeft: false };
      const came = await Promise.all([decideTogether(context, some), decideTogether(context, some)]);
      for (const outcome of came.flat()) outcomes.set(outcome.requestId, outcome);
      waiting = waiting.filter(({ requestId }) => !['sent', 'unknown'].includes(stateOf(outcomes.get(requestId))));
      if (came.flat().some((outcome) => 'error' in outcome)) await new Promise((done) => setTimeout(done, 1_000));
    }
    for (const outcome of await left) outcomes.set(outcome.requestId, outcome);
    // What was refused with 429 inside a batch whose answer was lost is not there to be found: its person sends it once more.
    const open = () => all.filter(({ requestId }) => stateOf(outcomes.get(requestId)) !== 'sent');
    while (open().length > 0) {
      await new Promise((done) => setTimeout(done, 500));
      const isUnknown = ({ requestId }: DecideStageInput) => stateOf(outcomes.get(requestId)) === 'unknown';
      const again = open().map((one) => (isUnknown(one) ? { ...one, sendAgain: true } : one));
      for (const outcome of await decideTogether(context, { decisions: again, isLeft: true })) outcomes.set(outcome.requestId, outcome);
    }
    await tenant.control('behaviour', { limit: null });
    const { calls } = (await tenant.control('journal')) as { calls: Call[] };
    const patches = calls.filter(({ method }) => method === 'PATCH');
    expect(patches.filter(({ status }) => status === 429).length).toBeGreaterThan(5);
    const taken = patches.filter(({ status }) => status !== 429).map(({ url }) => url);
    expect(taken).toHaveLength(MANY);
    expect(new Set(taken).size).toBe(MANY);
    expect(calls.filter(({ url }) => url.includes('$batch')).length).toBeGreaterThan(MANY / 20);
    expect(await waitingFor(tenant)).toEqual([]);
  });
});

function stateOf(outcome: DecisionOutcome | undefined): string {
  return outcome === undefined ? '' : 'state' in outcome ? outcome.state : outcome.error.kind;
}
