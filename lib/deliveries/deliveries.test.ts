import { beforeEach, describe, expect, it, vi } from 'vitest';
import { replaceDatabase } from '@/lib/store/database';
import { withBothEngines } from '@/lib/store/testing/engines';
import { observeDeliveries } from './deliveries';
import { isLong, usualMs } from './usual';

vi.stubEnv('SESSION_SECRET', 'unit-tests-only-thirty-two-bytes-or-more');
vi.stubEnv('LOG_LEVEL', 'silent');

const START = Date.parse('2026-11-24T10:00:00Z');
const iso = (ms: number) => new Date(ms).toISOString();
const pack = (id: string) => ({ id, displayName: id, description: '', isHidden: false });

type Observed = Parameters<typeof observeDeliveries>[0][number];
const request = (id: string, over: Partial<Observed> = {}): Observed => ({
  id,
  requestType: 'userAdd',
  state: 'delivering',
  createdDateTime: iso(START),
  completedDateTime: null,
  schedule: null,
  accessPackage: pack('p-1'),
  waitingForCallback: false,
  ...over,
});
const done = (id: string, endMs: number, over: Partial<Observed> = {}) =>
  request(id, { state: 'delivered', completedDateTime: iso(endMs), ...over });

withBothEngines('the portal’s own record of deliveries', (engine) => {
  beforeEach(async () => {
    await engine.db().deleteFrom('deliveries').execute();
    await engine.db().deleteFrom('decisions').execute();
  });
  const took = async (id: string) =>
    (await engine.db().selectFrom('deliveries').select('took_ms').where('request_id', '=', id).executeTakeFirst())?.took_ms;
  /** So many that took a minute each. */
  const measured = async (count: number, packageId = 'p-1') => {
    for (let at = 0; at < count; at += 1)
      await observeDeliveries([done(`${packageId} ${at}`, START + 60_000, { accessPackage: pack(packageId) })], START + 61_000);
  };

  it('measures what was seen soon after it was sent', async () => {
    await observeDeliveries([request('r-1')], START + 2_000);
    expect(await took('r-1')).toBeNull();
    await observeDeliveries([done('r-1', START + 90_000)], START + 7_200_000);
    await observeDeliveries([done('r-1', START + 95_000)], START + 7_200_000);
    expect(await took('r-1')).toBe(90_000);
  });

  it('measures what was over before anybody looked, where that was at once', async () => {
    await observeDeliveries([done('quick', START + 3_000), done('late', START + 600_000)], START + 601_000);
    await observeDeliveries([done('long ago', START + 3_000)], START + 86_400_000);
    expect([await took('quick'), await took('late'), await took('long ago')]).toEqual([3_000, undefined, undefined]);
  });

  it('does not take a wait for approval or for a start for a set-up', async () => {
    await observeDeliveries([request('waited')], START + 3_600_000);
    await observeDeliveries([done('waited', START + 3_660_000)], START + 3_661_000);
    expect(await took('waited')).toBeNull();
    const later = { schedule: { startDateTime: iso(START + 86_400_000), expiration: { kind: 'never' as const } } };
    await observeDeliveries([request('scheduled', later)], START + 86_401_000);
    await observeDeliveries([done('scheduled', START + 86_410_000, later)], START + 86_411_000);
    expect(await took('scheduled')).toBe(10_000);
  });

  it('counts from the last approval that was given here', async () => {
    const decision = {
      oid: 'u',
      key: 'k',
      request_id: 'r-7',
      stage_id: 's',
      decision: 'Approve' as const,
      access_package_id: null,
      access_package_name: null,
    };
    const row = { ...decision, target_id: null, target_name: null, assignment_id: null, decided_ms: START + 7_200_000 };
    await engine
      .db()
      .insertInto('decisions')
      .values([row, { ...row, key: 'l', decided_ms: START }])
      .execute();
    await observeDeliveries([request('r-7')], START + 7_205_000);
    await observeDeliveries([done('r-7', START + 7_230_000)], START + 7_231_000);
    expect(await took('r-7')).toBe(30_000);
  });

  it('says longer than usual after ten times the median, and nothing of too few', async () => {
    await measured(19);
    await observeDeliveries([request('slow')], START + 1_000);
    const look = (afterMs: number) => observeDeliveries([request('slow')], START + 1_000 + afterMs);
    expect((await look(6_000_000)).size).toBe(0);
    await measured(20);
    expect((await look(599_000)).size).toBe(0);
    expect((await look(601_000)).get('slow')).toEqual({ elapsedMs: 601_000, usualMs: 60_000 });
  });

  it('says nothing of what waits for somebody outside, and of a removal among additions', async () => {
    await measured(20);
    const gone = request('gone', { requestType: 'userRemove' });
    await observeDeliveries([gone, request('asks')], START);
    const late = await observeDeliveries([gone, request('asks', { waitingForCallback: true })], START + 86_400_000);
    expect(late.size).toBe(0);
  });

  it('costs the page nothing where the store does not answer', async () => {
    const db = engine.db();
    replaceDatabase({
      selectFrom: () => {
        throw new Error('away');
      },
    } as never);
    expect((await observeDeliveries([request('r')], START)).size).toBe(0);
    replaceDatabase(db);
  });
});

describe('what is usual', () => {
  const rows = (tooks: readonly number[], id: string | null) => tooks.map((took_ms) => ({ access_package_id: id, took_ms }));
  const many = (took: number, id: string | null, count = 20) =>
    rows(
      Array.from({ length: count }, () => took),
      id,
    );

  it('is the package’s own median where enough were measured, else everybody’s', () => {
    expect(usualMs([...many(5, 'a'), ...many(100, 'b', 40)], 'a')).toBe(5);
    expect(usualMs([...many(5, 'a', 19), ...many(100, 'b', 40)], 'a')).toBe(100);
    expect(usualMs(many(5, 'a', 19), 'a')).toBeNull();
    expect(usualMs(rows([...Array.from({ length: 20 }, (_, index) => index), 1_000_000], null), null)).toBe(10);
  });

  it('makes nothing long that is under a minute', () => {
    expect([isLong(59_000, 1), isLong(61_000, 1), isLong(61_000, 6_101)]).toEqual([false, true, false]);
  });
});
