import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { badRequest, fakeGraph } from '@/lib/entitlement/testing/fake-graph';
import { replaceDatabase } from '@/lib/store/database';
import { withBothEngines } from '@/lib/store/testing/engines';
import { openDraft, saveDraft } from '@/lib/drafts/drafts';
import { moveOn, insertReady } from './rows';
import { submissionOutcome, submit, type SubmissionIntent } from './submit';
import { kindOf, NOW, PACE, service, taken } from './testing/service';

vi.stubEnv('SESSION_SECRET', 'unit-tests-only-thirty-two-bytes-or-more');
vi.stubEnv('LOG_LEVEL', 'silent');

withBothEngines('submissions that were interrupted', (engine) => {
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

  it('survive the death of their process: looked up, never sent again', async () => {
    const dead = await insertReady(viewer, intent);
    expect(dead && (await moveOn(dead, { state: 'sending', sending_ms: Date.now() - 300, graph_sending_ms: NOW.getTime() }))).toBeTruthy();
    const found = service(taken);
    const { graph, writes } = found;
    expect(await submit(viewer, graph, intent, { ...PACE, patience: 50 })).toEqual({ state: 'sending' });
    expect(await submissionOutcome(viewer, intent.key, graph)).toEqual({ state: 'sending' });
    await sleep(700);
    expect(await submit(viewer, graph, intent, PACE)).toEqual({ state: 'unknown' });
    expect(writes).toHaveLength(0);
  });

  it('of a dead process whose request exists are sent', async () => {
    const dead = await insertReady(viewer, intent);
    expect(
      dead && (await moveOn(dead, { state: 'sending', sending_ms: Date.now() - 5_000, graph_sending_ms: NOW.getTime() })),
    ).toBeTruthy();
    const request = { id: 'q-3', requestType: 'userAdd', createdDateTime: NOW.toISOString(), accessPackage: { id: 'c2' } };
    const { graph, writes } = fakeGraph(() => ({ value: [request] }), NOW);
    expect(await submissionOutcome(viewer, intent.key, graph)).toEqual({ state: 'sent', requestId: 'q-3' });
    expect(writes).toHaveLength(0);
  });

  it('of a process that died before sending are sent by the next press', async () => {
    await insertReady(viewer, intent);
    expect(await submit(viewer, service(taken).graph, intent, PACE)).toEqual({ state: 'sent', requestId: 'q-1' });
    await engine.db().deleteFrom('submissions').execute();
    await insertReady(viewer, { ...intent, key: randomUUID() });
    expect(await submit(viewer, service(taken).graph, intent, PACE)).toEqual({ state: 'sent', requestId: 'q-1' });
  });

  it('are refused before sending when the store is away', async () => {
    const { graph, writes } = service(taken);
    const kept = engine.db();
    replaceDatabase(
      Promise.reject(new Error('gone')).catch((error: unknown) => {
        throw error;
      }) as unknown as typeof kept,
    );
    try {
      expect(await kindOf(submit(viewer, graph, intent, PACE))).toMatchObject({ kind: 'unavailable' });
    } finally {
      replaceDatabase(kept);
    }
    expect(writes).toHaveLength(0);
  });

  it('are not sent where what is sent cannot be written down, and can be pressed again', async () => {
    const { graph, writes } = service(taken);
    const broken = { ...intent, record: () => Promise.reject(new Error('full')) };
    expect(await kindOf(submit(viewer, graph, broken, PACE))).toMatchObject({ kind: 'unavailable' });
    expect(writes).toHaveLength(0);
    expect(await submit(viewer, graph, intent, PACE)).toEqual({ state: 'sent', requestId: 'q-1' });
  });

  it('consume their draft once sent, not before', async () => {
    const draft = await openDraft(viewer, { accessPackageId: 'c2', accessPackageName: 'Audit tools', intent: 'userAdd' });
    await saveDraft(viewer, draft.key, { policyId: null, answers: {}, justification: 'because', period: null, timeZone: null });
    const refused = fakeGraph((_path, method) => (method === 'POST' ? badRequest() : { value: [] })).graph;
    await kindOf(submit(viewer, refused, { ...intent, key: draft.key }, PACE));
    const still = await openDraft(viewer, { accessPackageId: 'c2', accessPackageName: 'Audit tools', intent: 'userAdd' });
    expect(still).toMatchObject({ key: draft.key, content: { justification: 'because' } });
    await submit(viewer, service(taken).graph, { ...intent, key: draft.key, body: { requestType: 'userAdd', assignment: {} } }, PACE);
    const next = await openDraft(viewer, { accessPackageId: 'c2', accessPackageName: 'Audit tools', intent: 'userAdd' });
    expect(next).toMatchObject({ content: null });
    expect(next.key).not.toBe(draft.key);
  });

  it('keep neither answers nor a justification', async () => {
    await submit(viewer, service(taken).graph, { ...intent, input: { answers: { q: ['secret answer'] } } }, PACE);
    expect(JSON.stringify(await engine.db().selectFrom('submissions').selectAll().execute())).not.toMatch(/secret|because/);
  });
});
