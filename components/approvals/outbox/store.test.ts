import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Result } from '@/lib/portal-error';
import type { Came, Outgoing } from './outgoing';
import { OutboxStore } from './store';

const item = (n: number): Outgoing => ({
  requestId: `r-${n}`,
  stageId: `s-${n}`,
  decision: 'Approve',
  justification: `Words ${n}`,
  accessPackageId: 'p-1',
  accessPackageName: 'Audit tools',
  targetId: null,
  targetName: null,
  assignmentId: null,
});

function outbox(answer: (ids: string[]) => Result<Came> | Promise<Result<Came>> = sent) {
  const posts: { ids: string[]; isLeft: boolean; keepalive: boolean }[] = [];
  const notes = new Map<string, { stages: string[]; isAlive: boolean }>();
  const settled: string[][] = [];
  const interrupted: number[] = [];
  const usedUp: string[] = [];
  const store = new OutboxStore();
  store.attach({
    post: async (body, keepalive) => {
      const { rows, isLeft = false } = body as { rows: { requestId: string }[]; isLeft?: boolean };
      const ids = rows.map(({ requestId }) => requestId);
      posts.push({ ids, isLeft, keepalive });
      return answer(ids);
    },
    keepNote: ({ id, stages }, isAlive) => void notes.set(id, { stages, isAlive }),
    dropNote: (id) => void notes.delete(id),
    settled: (_wave, marks) => void settled.push([...marks.values()].map(({ kind }) => kind)),
    usedUp: (key) => void usedUp.push(key),
    interrupted: ({ rest }) => void interrupted.push(rest.length),
  });
  return { store, posts, notes, settled, interrupted, usedUp };
}

function sent(ids: string[]): Result<Came> {
  const rows = ids.map((requestId) => ({
    requestId,
    stageId: requestId.replace('r', 's'),
    state: 'sent' as const,
    decision: 'Approve' as const,
  }));
  return { ok: true, value: { rows, now: 0 } };
}

describe('the outbox', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('sends after the wait, once, and forgets', async () => {
    const { store, posts, notes, settled } = outbox();
    store.decide([item(1)], ['Ana'], false, 5_000);
    expect(store.state().marks.get('r-1/s-1')).toMatchObject({ kind: 'waiting' });
    await vi.advanceTimersByTimeAsync(4_900);
    expect(posts).toEqual([]);
    expect(notes.size).toBe(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(posts).toEqual([{ ids: ['r-1'], isLeft: false, keepalive: false }]);
    expect(settled).toEqual([['sent']]);
    expect([store.state().waves.length, notes.size, store.state().lastWords]).toEqual([0, 0, 'Words 1']);
    store.leave();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(posts).toHaveLength(1);
  });

  it('takes the latest back, and nothing that is on its way', async () => {
    const { store, posts, notes } = outbox();
    store.decide([item(1)], ['Ana'], false, 5_000);
    await vi.advanceTimersByTimeAsync(2_000);
    store.decide([item(2)], ['Ben'], false, 5_000);
    expect(store.undo()?.names).toEqual(['Ben']);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(posts.map(({ ids }) => ids)).toEqual([['r-1']]);
    expect(store.undo()).toBeNull();
    expect(store.state().marks.has('r-2/s-2')).toBe(false);
    expect(notes.size).toBe(0);
  });

  it('waits while somebody stands in the bar, and leaves time to read afterwards', async () => {
    const { store, posts } = outbox();
    store.decide([item(1)], ['Ana'], false, 5_000);
    await vi.advanceTimersByTimeAsync(4_500);
    store.hold(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(posts).toEqual([]);
    store.hold(false);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(posts).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(posts).toHaveLength(1);
  });

  it('hands over to the server when the page is left, and the timer sends nothing any more', async () => {
    const { store, posts, settled } = outbox();
    store.decide([item(1), item(2)], ['Ana', 'Ben'], true, 5_000);
    store.leave();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(posts).toEqual([{ ids: ['r-1', 'r-2'], isLeft: true, keepalive: true }]);
    expect(settled).toEqual([['sent', 'sent']]);
  });

  it('lets go as many whole rows as outlive their page, and sends the others when the page comes back', async () => {
    const { store, posts, notes, settled } = outbox();
    const many = Array.from({ length: 40 }, (_, n) => ({ ...item(n), justification: `${n} `.padEnd(2_000, 'x') }));
    store.decide(many, [], true, 5_000);
    store.leave();
    await vi.advanceTimersByTimeAsync(10);
    expect(posts).toMatchObject([{ isLeft: true, keepalive: true }]);
    expect(posts[0]?.ids.length).toBeGreaterThan(25);
    expect(posts[0]?.ids.length).toBeLessThan(30);
    expect([notes.size, settled.length]).toEqual([1, 0]);
    store.comeBack();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(posts.flatMap(({ ids }) => ids)).toEqual(many.map(({ requestId }) => requestId));
    expect([notes.size, new Set(settled[0])]).toEqual([0, new Set(['sent'])]);
  });

  it('goes on by itself where the person goes elsewhere in the portal: by twenty, again after a failure, waiting as asked', async () => {
    let calls = 0;
    const { store, posts, settled } = outbox((ids) => {
      calls += 1;
      if (calls === 1) return { ok: false, error: { kind: 'unavailable' } };
      if (calls === 2) return { ok: false, error: { kind: 'throttled', retryAt: null } };
      return sent(ids);
    });
    store.decide([item(1)], ['Ana'], false, 5_000);
    store.decide(
      Array.from({ length: 30 }, (_, n) => item(n + 10)),
      [],
      true,
      5_000,
    );
    store.depart();
    const empty = vi.fn();
    store.whenEmpty(empty);
    expect(empty).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(Math.max(...posts.map(({ ids }) => ids.length))).toBe(20);
    expect(posts.some(({ isLeft }) => isLeft)).toBe(false);
    expect(settled.map((kinds) => [kinds.length, ...new Set(kinds)])).toContainEqual([1, 'sent']);
    expect(settled.map((kinds) => [kinds.length, ...new Set(kinds)])).toContainEqual([30, 'sent']);
    expect(empty).toHaveBeenCalledOnce();
  });

  it('asks nobody to sign in who went elsewhere: it is said, and noted for the next visit', async () => {
    const { store, notes, settled, interrupted } = outbox(() => ({ ok: false, error: { kind: 'signedOut' } }));
    store.decide([item(1)], ['Ana'], false, 5_000);
    store.depart();
    await vi.advanceTimersByTimeAsync(10);
    expect([interrupted, settled]).toEqual([[], [['error']]]);
    expect([...notes.values()]).toEqual([{ stages: ['r-1/s-1'], isAlive: false }]);
  });

  it('sends again when the page stayed after all that was to be taken away', async () => {
    const { store, posts } = outbox();
    await store.park();
    store.decide([item(1)], ['Ana'], false, 5_000);
    store.leave();
    expect(posts).toHaveLength(1);
    const stuck = outbox(() => new Promise(() => {}));
    stuck.store.decide([item(1)], ['Ana'], false, 5_000);
    void stuck.store.park();
    stuck.store.leave();
    expect(stuck.posts).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(31_000);
    stuck.store.leave();
    expect(stuck.posts).toHaveLength(2);
  });

  it('keeps the note where nobody answered, and asks again when the page comes back', async () => {
    let isThere = false;
    const { store, notes, settled } = outbox((ids) => (isThere ? sent(ids) : { ok: false, error: { kind: 'unavailable' } }));
    store.decide([item(1)], ['Ana'], false, 5_000);
    store.leave();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([notes.size, settled.length]).toEqual([1, 0]);
    isThere = true;
    store.comeBack();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([notes.size, settled]).toEqual([0, [['sent']]]);
  });

  it('keeps what a sign-in interrupts, and does not send it behind its back', async () => {
    const { store, posts, interrupted } = outbox(() => ({ ok: false, error: { kind: 'signedOut' } }));
    store.decide([item(1)], ['Ana'], false, 0);
    await vi.advanceTimersByTimeAsync(10);
    expect(interrupted).toEqual([1]);
    expect(store.unsent()).toEqual([{ items: [item(1)], names: ['Ana'], isMany: false }]);
    store.leave();
    expect(posts).toHaveLength(1);
  });

  it('never says that nothing was sent where a call went out and nobody answered: its note stays, until it is decided anew', async () => {
    let isThere = false;
    const { store, posts, notes, settled } = outbox((ids) => (isThere ? sent(ids) : { ok: false, error: { kind: 'unavailable' } }));
    const many = Array.from({ length: 22 }, (_, n) => item(n));
    store.decide(many, [], true, 0);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(posts.map(({ ids }) => ids.length)).toEqual([20, 20, 20, 20]);
    expect(settled[0]?.filter((kind) => kind === 'looking')).toHaveLength(20);
    // These never left the browser.
    expect(settled[0]?.slice(20)).toEqual(['error', 'error']);
    expect([...notes.values()]).toEqual([
      { stages: many.slice(0, 20).map(({ stageId, requestId }) => `${requestId}/${stageId}`), isAlive: false },
    ]);
    expect(store.state()).toMatchObject({ waves: [], unsettled: 1 });
    isThere = true;
    store.decide(many, [], true, 0);
    await vi.advanceTimersByTimeAsync(20_000);
    expect([notes.size, new Set(settled[1])]).toEqual([0, new Set(['sent'])]);
  });

  it('says that its page lives, and when it does not any more', async () => {
    const { store, notes } = outbox(() => new Promise(() => {}));
    store.decide([item(1)], ['Ana'], false, 5_000);
    expect([...notes.values()]).toMatchObject([{ isAlive: true }]);
    store.leave();
    expect([...notes.values()]).toMatchObject([{ isAlive: false }]);
    store.comeBack();
    await vi.advanceTimersByTimeAsync(2_100);
    expect([...notes.values()]).toMatchObject([{ isAlive: true }]);
  });

  it('says when the words of a draft are used up: all over or left, not undone, not to be sent again, not where others are typed', async () => {
    const { store, usedUp } = outbox();
    store.decide([item(1)], ['Ana'], true, 5_000, 'undone');
    store.undo();
    store.decide([item(1)], ['Ana'], true, 0, 'sent');
    await vi.advanceTimersByTimeAsync(10);
    store.decide([item(2)], ['Ana'], true, 1_000, 'typed anew');
    store.keepDraft('typed anew');
    await vi.advanceTimersByTimeAsync(2_000);
    store.decide([item(3)], ['Ana'], true, 5_000, 'left');
    store.leave();
    expect(usedUp).toEqual(['sent', 'left']);
    const failing = outbox((ids) => ({
      ok: true,
      value: {
        rows: ids.map((requestId) => ({ requestId, stageId: requestId.replace('r', 's'), error: { kind: 'unavailable' } })),
        now: 0,
      },
    }));
    failing.store.decide([item(1)], ['Ana'], true, 0, 'again');
    await vi.advanceTimersByTimeAsync(10);
    expect([failing.settled, failing.usedUp]).toEqual([[['error']], []]);
  });

  it('keeps no wish to send once more over a sign-in, once it was said', async () => {
    const { store } = outbox(() => ({ ok: false, error: { kind: 'stepUp', claims: '{}' } }));
    store.decide([{ ...item(1), sendAgain: true }], ['Ana'], false, 0);
    expect(store.unsent()[0]?.items).toEqual([{ ...item(1), sendAgain: true }]);
    await vi.advanceTimersByTimeAsync(10);
    expect(store.unsent()[0]?.items).toEqual([item(1)]);
  });
});
