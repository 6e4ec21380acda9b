import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { badRequest, fakeGraph, fault } from '@/lib/entitlement/testing/fake-graph';
import { withBothEngines } from '@/lib/store/testing/engines';
import type { Pace } from './pace';
import { findRow, moveOn } from './rows';
import { submissionOutcome, submit, type SubmissionIntent } from './submit';

vi.stubEnv('SESSION_SECRET', 'unit-tests-only-thirty-two-bytes-or-more');
vi.stubEnv('LOG_LEVEL', 'silent');

const NOW = new Date('2026-09-01T10:00:00Z');
const PACE: Pace = { lookUps: [1, 3, 6], deadline: 40, patience: 60 };
const viewer: Viewer = { sessionId: 's', oid: 'u-1', tid: 't', name: 'Ana', userPrincipalName: 'ana@x', roles: [], tag: 'tag' };

type Happening = 'taken' | 'lost' | 'reset' | 'throttled' | 'signedOut' | 'refused' | 'killed' | 'unlisted';
const happenings: readonly Happening[] = ['taken', 'lost', 'reset', 'throttled', 'signedOut', 'refused', 'killed', 'unlisted'];

/** A service that would take any number of requests: only the portal keeps them from being more than one. */
function service(queue: Happening[]) {
  const made: object[] = [];
  let isListed = true;
  const fake = fakeGraph((_path, method) => {
    if (method !== 'POST') return { value: isListed ? made : [] };
    const happening = queue.shift() ?? 'taken';
    const request = { id: `q-${made.length + 1}`, requestType: 'userAdd', createdDateTime: NOW.toISOString(), accessPackage: { id: 'c2' } };
    if (happening === 'throttled') return fault({ kind: 'throttled', retryAt: null });
    if (happening === 'signedOut') return fault({ kind: 'signedOut' });
    if (happening === 'refused') return badRequest();
    if (happening === 'reset') return fault({ kind: 'unknownOutcome' });
    made.push(request);
    if (happening === 'unlisted') isListed = false;
    if (happening === 'killed') return new Promise(() => {});
    return happening === 'taken' ? request : fault({ kind: 'unknownOutcome' });
  }, NOW);
  return { ...fake, made };
}

withBothEngines('whatever happens', (engine) => {
  it('one intent is never more than one request unless a person says so', async () => {
    const presses = fc.array(fc.record({ tabs: fc.integer({ min: 1, max: 3 }), asks: fc.boolean() }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...happenings), { maxLength: 5 }), presses, async (queue, rounds) => {
        await engine.db().deleteFrom('submissions').execute();
        const { graph, made } = service([...queue]);
        const intent: SubmissionIntent = {
          key: randomUUID(),
          requestType: 'userAdd',
          target: viewer.oid,
          accessPackageId: 'c2',
          accessPackageName: 'x',
          body: {},
        };
        for (const { tabs, asks } of rounds) {
          const pressed = Array.from({ length: tabs }, () => submit(viewer, graph, intent, PACE).catch(() => null));
          await Promise.race([Promise.all(pressed), new Promise((done) => setTimeout(done, 90))]);
          if (asks) await submissionOutcome(viewer, intent.key, graph);
          const row = await findRow(viewer.oid, intent.key);
          // A killed portal comes back long after.
          if (row?.state === 'sending' && row.lost_ms === null) await moveOn(row, { sending_ms: Date.now() - 1_000 });
        }
        expect(made.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  it('an administrator’s lost write and a lost cancellation are looked up where they show', async () => {
    await engine.db().deleteFrom('submissions').execute();
    const request = {
      id: 'q-1',
      requestType: 'adminAdd',
      state: 'submitted',
      createdDateTime: NOW.toISOString(),
      assignment: { target: { objectId: 'u-2' } },
    };
    const admin = fakeGraph(
      (_path, method) => (method === 'POST' ? fault({ kind: 'unknownOutcome' }) : { value: [{ ...request, accessPackage: { id: 'c2' } }] }),
      NOW,
    );
    const about = { target: 'u-2', accessPackageId: 'c2', accessPackageName: 'x' };
    expect(await submit(viewer, admin.graph, { ...about, key: randomUUID(), requestType: 'adminAdd', body: {} }, PACE)).toEqual({
      state: 'sent',
      requestId: 'q-1',
    });
    expect(decodeURIComponent(admin.asked[0] ?? '')).toContain("/assignmentRequests?$filter=accessPackage/id eq 'c2'");

    let state = 'pendingApproval';
    const mine = fakeGraph((_path, method) => {
      if (method !== 'POST') return { value: [{ id: 'q-7', state }] };
      state = 'canceled';
      return fault({ kind: 'unknownOutcome' });
    });
    const cancel = { ...about, target: viewer.oid, key: randomUUID(), requestType: 'cancel', subjectId: 'q-7' } as const;
    expect(await submit(viewer, mine.graph, cancel, PACE)).toEqual({ state: 'sent', requestId: 'q-7' });
  });
});
