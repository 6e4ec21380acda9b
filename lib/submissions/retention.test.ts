import { beforeEach, expect, it, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { withBothEngines } from '@/lib/store/testing/engines';
import { rememberedPackages } from './remembered';
import { forgetOldSubmissions, KEPT_MS, NEVER_SENT_KEPT_MS } from './retention';
import { insertReady, knownRequestIds, moveOn } from './rows';

vi.stubEnv('SESSION_SECRET', 'unit-tests-only-thirty-two-bytes-or-more');
vi.stubEnv('LOG_LEVEL', 'silent');

const DAY_MS = 86_400_000;

withBothEngines('what is kept of submissions', (engine) => {
  const viewer: Viewer = { sessionId: 's', oid: 'u-1', tid: 't', name: 'Ana', userPrincipalName: 'ana@x', roles: [], tag: 'tag' };
  beforeEach(async () => {
    await engine.db().deleteFrom('submissions').execute();
  });

  const intent = (key: string) => ({
    key,
    requestType: 'userAdd' as const,
    target: viewer.oid,
    accessPackageId: `package of ${key}`,
    accessPackageName: 'Audit tools',
    body: {},
  });
  const ready = async (key: string, change: object = {}) => {
    const row = await insertReady(viewer, { ...intent(key), ...change });
    if (!row) throw new Error(`${key} is taken`);
    return row;
  };
  const sent = async (key: string, settledMs: number, change: object = {}) =>
    moveOn(await ready(key, change), { state: 'sent', request_id: key.toUpperCase(), settled_ms: settledMs });
  const keys = async () => (await engine.db().selectFrom('submissions').select('key').execute()).map(({ key }) => key).toSorted();

  it('goes half a year after its end, with the next one; what is under way stays', async () => {
    await moveOn(await ready('lasting'), { state: 'sending', sending_ms: Date.now() - 2 * DAY_MS });
    await sent('recent', Date.now() - KEPT_MS + DAY_MS);
    await sent('old', Date.now() - KEPT_MS - 1000);
    await ready('next');
    expect(await keys()).toEqual(['lasting', 'next', 'recent']);
  });

  it('goes after a day where it was never sent', async () => {
    await ready('abandoned');
    await forgetOldSubmissions();
    expect(await keys()).toEqual(['abandoned']);
    await forgetOldSubmissions(Date.now() + NEVER_SENT_KEPT_MS + 1000);
    expect(await keys()).toEqual([]);
  });

  it('is remembered for the person it was for, not for the administrator who sent many', async () => {
    await sent('for-another', Date.now(), { target: 'u-2', requestType: 'adminAdd' });
    expect((await rememberedPackages(viewer)).size).toBe(0);
    expect((await rememberedPackages({ ...viewer, oid: 'u-2' })).size).toBe(1);
  });

  it('tells known requests among those asked about only, whatever the case', async () => {
    await sent('q-1', Date.now());
    expect([...(await knownRequestIds(viewer.oid, ['q-1', 'q-2']))]).toEqual(['q-1']);
    expect((await knownRequestIds(viewer.oid, ['q-2'])).size).toBe(0);
    expect((await knownRequestIds(viewer.oid, [])).size).toBe(0);
    expect((await knownRequestIds('u-2', ['q-1'])).size).toBe(0);
    const many = Array.from({ length: 1200 }, (_, index) => `x-${index}`);
    expect([...(await knownRequestIds(viewer.oid, [...many, 'q-1']))]).toEqual(['q-1']);
  });
});
