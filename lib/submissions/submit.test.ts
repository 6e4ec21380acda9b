import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { badRequest, fakeGraph, fault } from '@/lib/entitlement/testing/fake-graph';
import { withBothEngines } from '@/lib/store/testing/engines';
import { findRow } from './rows';
import { rememberedPackages, submissionOutcome, submissionsOf, submit, type SubmissionIntent } from './submit';
import { kindOf, lost, NOW, PACE, service, taken } from './testing/service';

vi.stubEnv('SESSION_SECRET', 'unit-tests-only-thirty-two-bytes-or-more');
vi.stubEnv('LOG_LEVEL', 'silent');

withBothEngines('submissions', (engine) => {
  let viewer: Viewer;
  let intent: SubmissionIntent;
  beforeEach(() => {
    const oid = 'u-1';
    viewer = { sessionId: 's', oid, tid: 't', name: 'Ana', userPrincipalName: 'ana@x', roles: [], tag: 'tag' };
    const body = { requestType: 'userAdd', assignment: { targetId: oid, accessPackageId: 'c2' }, justification: 'because' };
    intent = { key: randomUUID(), requestType: 'userAdd', target: oid, accessPackageId: 'c2', accessPackageName: 'Audit tools', body };
  });
  beforeEach(async () => {
    await engine.db().deleteFrom('submissions').execute();
  });
  const row = () => findRow(viewer.oid, intent.key);
  const until = async (state: string) => {
    for (let n = 0; n < 100; n++) {
      if ((await row())?.state === state) return;
      await sleep(20);
    }
    expect((await row())?.state).toBe(state);
  };

  it('are sent once; the same key answers the first outcome', async () => {
    const { graph, writes } = service(taken);
    expect(await submit(viewer, graph, intent, PACE)).toEqual({ state: 'sent', requestId: 'q-1' });
    expect(await submit(viewer, graph, { ...intent, body: { requestType: 'other' } }, PACE)).toEqual({ state: 'sent', requestId: 'q-1' });
    expect(await submissionOutcome(viewer, intent.key, graph)).toEqual({ state: 'sent', requestId: 'q-1' });
    expect(writes).toHaveLength(1);
    expect([...(await rememberedPackages(viewer))]).toEqual([
      ['q-1', { accessPackageId: 'c2', accessPackageName: 'Audit tools', sentAt: expect.stringMatching(/Z$/) }],
    ]);
  });

  it('are committed as sending before the socket opens', async () => {
    let state: string | undefined;
    const { graph } = fakeGraph(async () => {
      state = (await row())?.state;
      return { id: 'q-1' };
    });
    await submit(viewer, graph, intent, PACE);
    expect(state).toBe('sending');
  });

  it('make one request of many presses and tabs at once', async () => {
    const { graph, writes } = service((request) => sleep(30).then(() => request));
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => submit(viewer, graph, intent, PACE)));
    expect(writes).toHaveLength(1);
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome)))).toEqual(new Set(['{"state":"sent","requestId":"q-1"}']));
  });

  it('of two keys for one package let one through at a time', async () => {
    const { graph, writes } = service((request) => sleep(30).then(() => request));
    const other = { ...intent, key: randomUUID() };
    const outcomes = await Promise.all([kindOf(submit(viewer, graph, intent, PACE)), kindOf(submit(viewer, graph, other, PACE))]);
    // The second was sent after the first was done: Graph refuses it, or takes it, by its own rules.
    expect(outcomes).toContainEqual({ state: 'sent', requestId: 'q-1' });
    expect(writes).toHaveLength(2);
    const sent = Promise.withResolvers<void>();
    const slow = fakeGraph((_path, method) => {
      if (method !== 'POST') return { value: [] };
      sent.resolve();
      return new Promise(() => {});
    });
    void submit(viewer, slow.graph, { ...intent, key: randomUUID() }, PACE);
    await sent.promise;
    expect(await kindOf(submit(viewer, slow.graph, { ...intent, key: randomUUID() }, { ...PACE, patience: 50, deadline: 60_000 }))).toEqual(
      {
        kind: 'alreadyRequested',
        requestId: null,
        assignmentId: null,
      },
    );
    expect(slow.writes).toHaveLength(1);
  });

  it('of somebody else for the same person wait for theirs', async () => {
    const answered = Promise.withResolvers<object>();
    const sent = Promise.withResolvers<void>();
    const { graph, writes } = fakeGraph(() => {
      sent.resolve();
      return answered.promise;
    });
    const slow = { ...PACE, deadline: 60_000 };
    const theirs = submit({ ...viewer, oid: 'u-7' }, graph, { ...intent, key: randomUUID() }, slow);
    await sent.promise;
    expect(await kindOf(submit(viewer, graph, intent, slow))).toMatchObject({ kind: 'alreadyRequested' });
    answered.resolve({ id: 'q-1' });
    expect(await theirs).toEqual({ state: 'sent', requestId: 'q-1' });
    expect(writes).toHaveLength(1);
  });

  it('pressed twice for one cancellation are one', async () => {
    const { graph, writes } = fakeGraph(() => sleep(30).then(() => null));
    const cancel = (): SubmissionIntent => ({ ...intent, key: randomUUID(), requestType: 'cancel', subjectId: 'q-5', body: undefined });
    const outcomes = await Promise.all([submit(viewer, graph, cancel(), PACE), submit(viewer, graph, cancel(), PACE)]);
    expect(outcomes).toEqual([
      { state: 'sent', requestId: 'q-5' },
      { state: 'sent', requestId: 'q-5' },
    ]);
    expect(writes.map(({ path }) => path)).toEqual(['/identityGovernance/entitlementManagement/assignmentRequests/q-5/cancel']);
  });

  it('whose answer was lost are found and never sent again', async () => {
    const { graph, writes } = service(lost);
    expect(await submit(viewer, graph, intent, PACE)).toEqual({ state: 'sent', requestId: 'q-1' });
    expect(await submit(viewer, graph, intent, PACE)).toEqual({ state: 'sent', requestId: 'q-1' });
    expect(writes).toHaveLength(1);
  });

  it('answered without an id are looked up', async () => {
    const { graph } = service(() => null);
    expect(await submit(viewer, graph, intent, PACE)).toEqual({ state: 'sent', requestId: 'q-1' });
  });

  it('that appear late are found behind the answer', async () => {
    let listed = false;
    const { graph } = service(lost, { isListed: () => listed });
    expect(await submit(viewer, graph, intent, PACE)).toEqual({ state: 'sending' });
    listed = true;
    await until('sent');
    expect((await row())?.request_id).toBe('q-1');
  });

  it('that were not taken end as unknown, and only a person sends them again', async () => {
    const { graph, writes } = service((request, times) => (writes.length < 2 && times === 1 ? 'not taken' : request));
    expect(await submit(viewer, graph, intent, PACE)).toEqual({ state: 'sending' });
    await until('unknown');
    expect(await submit(viewer, graph, intent, PACE)).toEqual({ state: 'unknown' });
    expect(writes).toHaveLength(1);
    expect(await submit(viewer, graph, { ...intent, sendAgain: true }, PACE)).toEqual({ state: 'sent', requestId: 'q-1' });
    expect(writes).toHaveLength(2);
  });

  it('are not confused with what was there before, or is another’s', async () => {
    const there = { id: 'q-0', requestType: 'userAdd', state: 'denied', createdDateTime: NOW.toISOString(), accessPackage: { id: 'c2' } };
    const others = [
      { ...there, id: 'q-old', createdDateTime: '2026-08-31T10:00:00Z' },
      { ...there, id: 'q-type', requestType: 'userUpdate' },
      { ...there, id: 'q-package', accessPackage: { id: 'c3' } },
      { ...there, id: 'q-person', requestor: { objectId: 'u-9' } },
    ];
    const { graph } = fakeGraph((_path, method) => (method === 'POST' ? lost() : { value: [there, ...others] }), NOW);
    expect(await submit(viewer, graph, { ...intent, prepare: async () => ({ body: intent.body, seen: ['Q-0'] }) }, PACE)).toEqual({
      state: 'sending',
    });
    await until('unknown');
  });

  it('are found where $expand is ignored, if there is no doubt', async () => {
    const one = service(lost, { bare: true });
    expect(await submit(viewer, one.graph, intent, PACE)).toEqual({ state: 'sent', requestId: 'q-1' });
    await engine.db().deleteFrom('submissions').execute();
    const bare = (id: string) => ({ id, requestType: 'userAdd', state: 'submitted', createdDateTime: NOW.toISOString() });
    const { graph } = fakeGraph((_path, method) => (method === 'POST' ? lost() : { value: [bare('q-1'), bare('q-2')] }), NOW);
    expect(await submit(viewer, graph, intent, PACE)).toEqual({ state: 'sending' });
    await until('unknown');
  });

  it('stay in doubt while the look-up fails, and end as unknown', async () => {
    const { graph } = service(lost, { refuse: fault({ kind: 'unavailable' }) });
    expect(await submit(viewer, graph, intent, PACE)).toEqual({ state: 'sending' });
    await until('unknown');
  });

  it('that were lost are looked for once more before another key asks for the same', async () => {
    let isListed = false;
    const { graph, writes } = service(lost, { isListed: () => isListed });
    expect(await submit(viewer, graph, intent, PACE)).toEqual({ state: 'sending' });
    await until('unknown');
    isListed = true;
    // Look-ups of one row are kept apart.
    await sleep(PACE.lookUps[0] ?? 0);
    expect(await submit(viewer, graph, { ...intent, key: randomUUID() }, PACE)).toEqual({ state: 'sent', requestId: 'q-1' });
    expect(writes).toHaveLength(1);
    expect(await submissionsOf(viewer, [intent.key, 'none'])).toEqual(new Map([[intent.key, { state: 'sent', requestId: 'q-1' }]]));
  });

  it('throttled were not taken: the row is ready and the next press sends', async () => {
    const { graph, writes } = service((request, times) =>
      writes.length === 1 && times === 1 ? fault({ kind: 'throttled', retryAt: 5 }) : request,
    );
    expect(await kindOf(submit(viewer, graph, intent, PACE))).toEqual({ kind: 'throttled', retryAt: 5 });
    expect((await row())?.state).toBe('ready');
    expect(await submissionOutcome(viewer, intent.key, graph)).toBeNull();
    expect(await submit(viewer, graph, intent, PACE)).toMatchObject({ state: 'sent' });
  });

  it.each([{ kind: 'signedOut' }, { kind: 'stepUp', claims: '{}' }, { kind: 'consentRequired', scope: 'S' }] as const)(
    'stay ready after $kind',
    async (error) => {
      const { graph } = fakeGraph(() => fault(error));
      expect(await kindOf(submit(viewer, graph, intent, PACE))).toEqual(error);
      expect((await row())?.state).toBe('ready');
    },
  );

  it('refused answer the same press from the row, a corrected one anew', async () => {
    const { graph, writes } = fakeGraph(
      (_path, method) => (method === 'POST' ? (writes.length < 2 ? badRequest() : { id: 'q-1' }) : { value: [] }),
      NOW,
    );
    expect(await kindOf(submit(viewer, graph, intent, PACE))).toMatchObject({ kind: 'refused', status: 400 });
    expect(await kindOf(submit(viewer, graph, intent, PACE))).toMatchObject({ kind: 'refused', status: 400 });
    expect(writes).toHaveLength(1);
    const corrected = { ...intent, body: { ...(intent.body as object), justification: 'better' } };
    expect(await submit(viewer, graph, corrected, PACE)).toEqual({ state: 'sent', requestId: 'q-1' });
  });

  it('refused for an open request or active access say so', async () => {
    const open = { id: 'q-8', requestType: 'userAdd', state: 'pendingApproval', accessPackage: { id: 'C2', displayName: 'x' } };
    const active = { id: 'a-8', state: 'delivered', accessPackage: { id: 'c2', displayName: 'x' } };
    const refusing = (code: string, requests: object[], held: object[]) =>
      fakeGraph((path, method) => {
        if (method === 'POST') return fault({ kind: 'refused', status: 400, code });
        return { value: path.includes('/assignmentRequests/') ? requests : held };
      }).graph;
    const sent = async (graph: ReturnType<typeof refusing>) => kindOf(submit(viewer, graph, { ...intent, key: randomUUID() }, PACE));
    expect(await sent(refusing('', [open], [active]))).toEqual({ kind: 'alreadyRequested', requestId: 'q-8', assignmentId: 'a-8' });
    expect(await sent(refusing('WhoKnows', [], [active]))).toEqual({ kind: 'alreadyRequested', requestId: null, assignmentId: 'a-8' });
    expect(await sent(refusing('InvalidModel', [], [active]))).toEqual({ kind: 'refused', status: 400, code: 'InvalidModel' });
    expect(await sent(refusing('', [], []))).toEqual({ kind: 'refused', status: 400, code: '' });
  });

  it('whose preparation fails were never there', async () => {
    const { graph, writes } = fakeGraph(() => ({ id: 'q-1' }));
    const invalid = fault({ kind: 'invalid', fields: { justification: 'justification' } });
    expect(await kindOf(submit(viewer, graph, { ...intent, prepare: () => Promise.reject(invalid) }, PACE))).toBe(invalid.error);
    expect(await row()).toBeUndefined();
    expect(writes).toHaveLength(0);
  });
});
