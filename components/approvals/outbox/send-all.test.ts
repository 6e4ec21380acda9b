import { describe, expect, it } from 'vitest';
import { decideTogetherInput } from '@/lib/submissions/inputs';
import type { PortalError, Result } from '@/lib/portal-error';
import { sendAll } from './send-all';
import { toBody, type Came, type Mark, type Outgoing } from './outgoing';

const item = (n: number, more: Partial<Outgoing> = {}): Outgoing => ({
  requestId: `r-${n}`,
  stageId: `s-${n}`,
  decision: 'Approve',
  justification: 'Fits.',
  accessPackageId: 'p-1',
  accessPackageName: 'Audit tools',
  targetId: null,
  targetName: `Person ${n}`,
  assignmentId: null,
  ...more,
});
const many = (count: number) => Array.from({ length: count }, (_, n) => item(n));
type Row = { error: PortalError } | { state: 'sent' | 'sending' | 'unknown' };

/** A server that answers each row by what it is told, and remembers what it was sent. */
function server(answer: (n: number, call: number) => Row | null) {
  const calls: number[][] = [];
  const agains: boolean[][] = [];
  const waits: number[] = [];
  const marks = new Map<string, Mark>();
  const post = async (body: unknown): Promise<Result<Came>> => {
    const { rows } = body as { rows: { requestId: string; stageId: string; sendAgain?: boolean }[] };
    agains.push(rows.map(({ sendAgain }) => sendAgain === true));
    calls.push(rows.map(({ requestId }) => Number(requestId.slice(2))));
    const came = rows.map(({ requestId, stageId }) => {
      const row = answer(Number(requestId.slice(2)), calls.length);
      return row === null
        ? null
        : 'state' in row
          ? { requestId, stageId, ...row, decision: 'Approve' as const }
          : { requestId, stageId, ...row };
    });
    if (came.includes(null)) return { ok: false, error: { kind: 'unavailable' } };
    return { ok: true, value: { rows: came.filter((row) => row !== null), now: 1_000 } };
  };
  const run = (items: Outgoing[], isMany = true) =>
    sendAll(items, {
      post,
      posting: () => undefined,
      isMany: () => isMany,
      mark: ({ requestId }, mark) => marks.set(requestId, mark),
      sleep: async (ms) => void waits.push(ms),
      isOver: () => false,
    });
  const kinds = () => [...marks.values()].map(({ kind }) => kind);
  return { run, calls, agains, waits, marks, kinds };
}

describe('sendAll', () => {
  it('goes by twenty', async () => {
    const { run, calls, kinds } = server(() => ({ state: 'sent' }));
    expect(await run(many(45))).toBeNull();
    expect(calls.map(({ length }) => length)).toEqual([20, 20, 5]);
    expect(new Set(kinds())).toEqual(new Set(['sent']));
  });

  it('waits as long as the service asks, and sends only what was not taken again', async () => {
    const throttled: PortalError = { kind: 'throttled', retryAt: 3_000 };
    const { run, calls, waits, kinds } = server((n, call) => (n === 1 && call === 1 ? { error: throttled } : { state: 'sent' }));
    await run(many(3));
    expect(calls).toEqual([[0, 1, 2], [1]]);
    expect(waits).toEqual([2_000]);
    expect(kinds()).toEqual(['sent', 'sent', 'sent']);
  });

  it('pauses longer and longer where the stated time is over already', async () => {
    const over: PortalError = { kind: 'throttled', retryAt: 1_000 };
    const { run, waits } = server((n, call) => (n === 0 && call < 4 ? { error: over } : { state: 'sent' }));
    await run(many(30));
    expect(waits.map((ms) => Math.floor(Math.log2(ms / 1_000)))).toEqual([0, 1, 2]);
  });

  it('leaves one alone to its person', async () => {
    const { run, calls, marks } = server(() => ({ error: { kind: 'throttled', retryAt: 3_000 } }));
    await run([item(1)], false);
    expect(calls).toHaveLength(1);
    expect(marks.get('r-1')).toMatchObject({ kind: 'error', error: { kind: 'throttled' } });
  });

  it('asks about a lost answer until it is known, then says so', async () => {
    const { run, calls, kinds } = server((_n, call) => ({ state: call < 4 ? 'sending' : 'unknown' }));
    await run([item(1)]);
    expect(calls).toHaveLength(4);
    expect(kinds()).toEqual(['unknown']);
    const never = server(() => ({ state: 'sending' }));
    await never.run([item(1)]);
    expect(never.kinds()).toEqual(['looking']);
  });

  it('says "once more" once: a row that is lost again is only asked about', async () => {
    const states = ['sending', 'unknown'] as const;
    const { run, agains, kinds } = server((_n, call) => ({ state: states[call - 1] ?? 'sent' }));
    await run([item(1, { sendAgain: true })]);
    expect([agains, kinds()]).toEqual([[[true], [false]], ['unknown']]);
    const gone = server((_n, call) => (call < 3 ? null : { state: 'sent' }));
    await gone.run([item(1, { sendAgain: true })]);
    expect(gone.agains).toEqual([[true], [false], [false]]);
  });

  it('repeats a call whose own answer is lost, a few times', async () => {
    const { run, kinds, calls } = server((_n, call) => (call < 3 ? null : { state: 'sent' }));
    await run(many(2));
    expect(kinds()).toEqual(['sent', 'sent']);
    expect(calls).toHaveLength(3);
    const gone = server(() => null);
    await gone.run(many(2));
    expect(gone.calls).toHaveLength(4);
    // The call may have arrived: what it decided is looked up, not denied.
    expect(gone.kinds()).toEqual(['looking', 'looking']);
  });

  it('keeps in doubt what was in doubt when the next call fails, and believes a refusal', async () => {
    const dead: PortalError = { kind: 'unavailable' };
    const looked = server((n, call) => (call > 1 ? null : n === 0 ? { state: 'sending' } : { state: 'sent' }));
    await looked.run(many(2));
    expect(looked.kinds()).toEqual(['looking', 'sent']);
    const away = server((_n, call) => (call === 1 ? null : { error: dead }));
    await away.run([item(1)]);
    expect(away.kinds()).toEqual(['looking']);
    const refused = server((_n, call) => (call === 1 ? null : { error: { kind: 'conflict' } }));
    await refused.run([item(1)]);
    expect(refused.kinds()).toEqual(['error']);
    const plain = server(() => ({ error: dead }));
    await plain.run([item(1)]);
    expect(plain.kinds()).toEqual(['error']);
  });

  it('hands the rest over where only the person can help', async () => {
    const { run, kinds } = server((n) => (n < 3 ? { state: 'sent' } : { error: { kind: 'stepUp', claims: '{}' } }));
    const interrupted = await run(many(25));
    expect(interrupted?.error.kind).toBe('stepUp');
    expect(interrupted?.rest).toHaveLength(22);
    expect(kinds()).toEqual(['sent', 'sent', 'sent']);
  });
});

describe('toBody', () => {
  it('is what the server takes, and 200 fit into a call of a page that is left', () => {
    const id = () => crypto.randomUUID();
    const all = many(200).map((each) => ({
      ...each,
      requestId: id(),
      stageId: id(),
      targetId: id(),
      assignmentId: id(),
      accessPackageId: id(),
    }));
    const parsed = decideTogetherInput.parse(toBody(all.slice(0, 3), true));
    expect(parsed.decisions).toEqual(all.slice(0, 3));
    expect(parsed.isLeft).toBe(true);
    const one = all.map((each) => ({ ...each, accessPackageId: 'a'.repeat(36) }));
    expect(new Blob([JSON.stringify(toBody(one, true))]).size).toBeLessThan(60_000);
    expect(
      decideTogetherInput.parse(toBody([item(1, { accessPackageId: null, accessPackageName: null })], false)).decisions[0],
    ).toMatchObject({
      accessPackageId: null,
      accessPackageName: null,
    });
  });
});
