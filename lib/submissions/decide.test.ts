import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { fakeGraph, fault } from '@/lib/entitlement/testing/fake-graph';
import { PortalFault } from '@/lib/portal-error';
import { withBothEngines } from '@/lib/store/testing/engines';
import { decideTogether, decisionState, takeBackApproval } from './decide-command';
import type { CommandContext } from './command-parts';
import { decidedBefore, myDecisionOn, myDecisions } from './decisions';
import { decisionKey } from './stage-subject';
import { decideTogetherInput, type DecideStageInput } from './inputs';

vi.stubEnv('SESSION_SECRET', 'unit-tests-only-thirty-two-bytes-or-more');
vi.stubEnv('LOG_LEVEL', 'silent');
vi.mock('./pace', async (original) => ({ ...(await original()), PACE: { lookUps: [1, 3, 6], deadline: 4_000, patience: 60 } }));

const person = (oid: string): Viewer => ({ sessionId: 's', oid, tid: 't', name: oid, userPrincipalName: oid, roles: [], tag: 'tag' });
const viewer = person('u-1');
const STAGE = '/identityGovernance/entitlementManagement/accessPackageAssignmentApprovals/r-1/stages/s-1';
const input = (more: Partial<DecideStageInput> = {}): DecideStageInput => ({
  requestId: 'r-1',
  stageId: 's-1',
  decision: 'Approve',
  justification: ' Fits the work. ',
  accessPackageId: 'c2',
  accessPackageName: 'Audit tools',
  targetId: 'u-9',
  targetName: 'Ana',
  assignmentId: null,
  ...more,
});

/** One alone, as it was decided or refused. */
async function decideStage(context: CommandContext, one: DecideStageInput) {
  const [outcome] = await decideTogether(context, { decisions: [one], isLeft: false });
  if (!outcome || 'error' in outcome) throw new PortalFault(outcome?.error ?? { kind: 'unexpected' });
  return outcome;
}

/** A service whose PATCH does what it is told, then answers so. */
function service(happening: 'taken' | 'lost' | 'reset' | 'first' | 'throttled' = 'taken', by = 'u-1', reviewResult = 'Approved') {
  let reviewedBy: string | null = null;
  const fake = fakeGraph((_path, method) => {
    if (method !== 'PATCH') {
      const review = reviewedBy ? { status: 'Completed', reviewResult, reviewedBy: { id: reviewedBy } } : { status: 'InProgress' };
      const stage = { id: 's-1', ...review };
      return { id: 'r-1', stages: [stage] };
    }
    if (happening === 'reset') return fault({ kind: 'unknownOutcome' });
    if (happening === 'throttled') return fault({ kind: 'throttled', retryAt: null });
    reviewedBy = by;
    if (happening === 'first') return fault({ kind: 'conflict' });
    return happening === 'lost' ? fault({ kind: 'unknownOutcome' }) : null;
  });
  return { ...fake, context: { viewer, graph: fake.graph } };
}

const kindOf = (promise: Promise<unknown>) =>
  promise.then(String, (error: unknown) => (error instanceof PortalFault ? error.error.kind : error));

withBothEngines('deciding', (engine) => {
  beforeEach(async () => {
    await engine.db().deleteFrom('submissions').execute();
    await engine.db().deleteFrom('decisions').execute();
  });

  it('sends the verb with the words, and remembers it once it was taken', async () => {
    const { context, writes } = service();
    expect(await decideStage(context, input())).toEqual({ state: 'sent', requestId: 'r-1', stageId: 's-1', decision: 'Approve' });
    expect(writes).toEqual([{ method: 'PATCH', path: STAGE, body: { reviewResult: 'Approve', justification: 'Fits the work.' } }]);
    expect(await myDecisionOn(viewer, 'r-1')).toMatchObject({
      decision: 'Approve',
      targetName: 'Ana',
      accessPackage: { name: 'Audit tools' },
    });
    expect(await decidedBefore(viewer, { targetId: 'u-9', accessPackageId: 'c2', requestId: 'r-2' })).toMatchObject({ requestId: 'r-1' });
    expect(await decidedBefore(viewer, { targetId: 'u-9', accessPackageId: 'c2', requestId: 'r-1' })).toBeNull();
    expect(await myDecisionOn(person('u-2'), 'r-1')).toBeNull();
  });

  it('is one for two presses at once and for a later one of the other kind', async () => {
    const { context, writes } = service();
    const one = input();
    await Promise.all([decideStage(context, one), decideStage(context, one)]);
    expect(await decideStage(context, { ...one, decision: 'Deny' })).toMatchObject({ state: 'sent', decision: 'Approve' });
    expect(writes).toHaveLength(1);
  });

  it('finds a decision whose answer was lost, and never takes another approver’s for its own', async () => {
    const lost = service('lost');
    expect(await decideStage(lost.context, input())).toMatchObject({ state: 'sent' });
    expect(lost.writes).toHaveLength(1);
    await engine.db().deleteFrom('submissions').execute();
    const others = service('lost', 'u-2');
    const theirs = input();
    expect((await decideStage(others.context, theirs)).state).not.toBe('sent');
    expect(await myDecisionOn(viewer, 'r-1')).toBeNull();
  });

  it('stays unknown after a reset until a person sends it again', async () => {
    const { context, writes } = service('reset');
    const one = input();
    await decideStage(context, one);
    await new Promise((done) => setTimeout(done, 60));
    expect((await decideStage(context, one)).state).toBe('unknown');
    expect(writes).toHaveLength(1);
    await decideStage(context, { ...one, sendAgain: true });
    expect(writes).toHaveLength(2);
  });

  it('says that somebody was first, and lets two people send about the same stage', async () => {
    const { context } = service('first', 'u-2');
    expect(await kindOf(decideStage(context, input()))).toBe('conflict');
    const { graph, writes } = service();
    const other = input({ stageId: 's-2' });
    await Promise.all([decideStage({ viewer, graph }, other), decideStage({ viewer: person('u-2'), graph }, other)]);
    expect(writes).toHaveLength(2);
  });

  it('names the decision that Graph shows, not the one that was pressed last', async () => {
    // The first Approve was taken and its answer lost; what is sent once more comes too late for it.
    const late = service('first', 'u-1', 'Approved');
    expect(await decideStage(late.context, input({ decision: 'Deny' }))).toMatchObject({ state: 'sent', decision: 'Approve' });
    expect(await myDecisionOn(viewer, 'r-1')).toMatchObject({ decision: 'Approve' });
    await engine.db().deleteFrom('submissions').execute();
    const lost = service('lost', 'u-1', 'Denied');
    expect(await decideStage(lost.context, input())).toMatchObject({ state: 'sent', decision: 'Deny' });
    expect(await myDecisionOn(viewer, 'r-1')).toMatchObject({ decision: 'Deny' });
  });

  it('records the press that got the right to send', async () => {
    const one = input();
    let other: Promise<unknown> | undefined;
    const fake = fakeGraph(async (_path, method) => {
      // While the first is on its way the other tab presses the other button.
      if (method === 'PATCH') other = decideStage({ viewer, graph: fake.graph }, { ...one, decision: 'Deny' });
      await new Promise((done) => setTimeout(done, 20));
      return null;
    });
    expect(await decideStage({ viewer, graph: fake.graph }, one)).toMatchObject({ state: 'sent', decision: 'Approve' });
    expect(await other).toMatchObject({ state: 'sent', decision: 'Approve' });
    const both = await Promise.all(
      (['Approve', 'Deny'] as const).map((decision) => decideStage({ viewer, graph: fake.graph }, input({ stageId: 's-2', decision }))),
    );
    const sent = fake.writes.map(({ body }) => (body as { reviewResult: string }).reviewResult);
    expect(sent).toHaveLength(2);
    expect(new Set(both.map(({ decision }) => decision))).toEqual(new Set([sent[1]]));
  });

  it('takes back an approval by the assignment that was known then, and nothing else', async () => {
    const given = input({ assignmentId: 'a-1' });
    await decideStage(service().context, given);
    const key = decisionKey('r-1', 's-1');
    expect(await myDecisions(viewer)).toMatchObject([{ key, canTakeBack: true, isTakenBack: false }]);
    const { graph, writes } = fakeGraph(() => ({ id: 'q-9' }));
    const context = { viewer, graph };
    expect(await takeBackApproval(context, { key: randomUUID(), decisionKey: key })).toEqual({ state: 'sent', requestId: 'q-9' });
    expect(writes.map(({ body }) => body)).toEqual([{ requestType: 'approverRemove', assignment: { id: 'a-1' } }]);
    expect(await myDecisions(viewer)).toMatchObject([{ isTakenBack: true }]);

    const denied = input({ decision: 'Deny', assignmentId: 'a-2', stageId: 's-2', requestId: 'r-2' });
    await decideStage(service().context, denied);
    expect(await kindOf(takeBackApproval(context, { key: randomUUID(), decisionKey: decisionKey('r-2', 's-2') }))).toBe('notFound');
    expect(await kindOf(takeBackApproval({ ...context, viewer: person('u-2') }, { key: randomUUID(), decisionKey: key }))).toBe('notFound');
    expect(writes).toHaveLength(1);
  });

  it('pauses before another try although the service asks for no wait', async () => {
    let tries = 0;
    const now = new Date('2026-09-01T10:00:00Z');
    const { graph } = fakeGraph((_path, method) => {
      if (method !== 'PATCH') return null;
      return (tries += 1) === 1 ? fault({ kind: 'throttled', retryAt: now.getTime() - 60_000 }) : null;
    }, now);
    const began = Date.now();
    expect(await decideTogether({ viewer, graph }, { decisions: [input()], isLeft: true })).toMatchObject([{ state: 'sent' }]);
    expect(Date.now() - began).toBeGreaterThanOrEqual(950);
    expect(tries).toBe(2);
  });

  it('says while the server waits that it will still be sent, and not where nobody will send it', async () => {
    const graphOf = (throttles: number) => {
      let tries = 0;
      const answer = () => ((tries += 1) <= throttles ? fault({ kind: 'throttled', retryAt: null }) : null);
      return fakeGraph((_path, method) => (method === 'PATCH' ? answer() : null)).graph;
    };
    const key = decisionKey('r-1', 's-1');
    expect(await decisionState(viewer, key)).toBeNull();
    expect(await kindOf(decideStage({ viewer, graph: graphOf(1) }, input()))).toBe('throttled');
    expect(await decisionState(viewer, key)).toBeNull();
    const many = Array.from({ length: 21 }, (_, n) => input({ stageId: `s-${n + 1}` }));
    const left = decideTogether({ viewer, graph: graphOf(1) }, { decisions: many, isLeft: true });
    const waits = async () => expect((await decisionState(viewer, decisionKey('r-1', 's-21')))?.state).toBe('ready');
    await vi.waitFor(waits, { timeout: 20_000, interval: 20 });
    expect((await left).every((outcome) => 'state' in outcome && outcome.state === 'sent')).toBe(true);
    expect(await decisionState(viewer, key)).toEqual({ state: 'sent', decision: 'Approve' });
    expect(await decisionState(person('u-2'), key)).toBeNull();
  });

  it('is ready again after a throttle, with the other decision too', async () => {
    const one = input();
    expect(await kindOf(decideStage(service('throttled').context, one))).toBe('throttled');
    expect(await decideStage(service().context, { ...one, decision: 'Deny' })).toMatchObject({ state: 'sent', decision: 'Deny' });
    expect(await myDecisionOn(viewer, 'r-1')).toMatchObject({ decision: 'Deny' });
  });
});

describe('what the screens hand over', () => {
  const { justification, accessPackageId, accessPackageName, ...rest } = input();
  const given = (more: object = {}) => ({
    words: [justification],
    packages: [{ accessPackageId, accessPackageName }],
    rows: [{ ...rest, words: 0, package: 0 }],
    ...more,
  });

  it('says words and packages once', () => {
    expect(decideTogetherInput.parse(given())).toEqual({ decisions: [input()], isLeft: false });
    const unknown = decideTogetherInput.parse(given({ rows: [{ ...rest, words: 0, package: null }] }));
    expect(unknown.decisions[0]).toMatchObject({ accessPackageId: null, accessPackageName: null });
  });

  it('takes no decision without words, nor an unknown one', () => {
    expect(decideTogetherInput.safeParse(given({ words: ['  '] })).success).toBe(false);
    expect(decideTogetherInput.safeParse(given({ words: [] })).success).toBe(false);
    expect(decideTogetherInput.safeParse(given({ rows: [{ ...rest, decision: 'Approved', words: 0, package: 0 }] })).success).toBe(false);
  });
});
