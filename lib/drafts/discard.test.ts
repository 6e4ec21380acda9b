import { beforeEach, expect, it, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { withBothEngines } from '@/lib/store/testing/engines';
import { bringBack, discard } from './discard';
import { myDrafts, openDraft, saveDraft, type DraftContent } from './drafts';
import { changeTray, trayOf, waitingTray } from './tray';

vi.stubEnv('SESSION_SECRET', 'unit-tests-only-thirty-two-bytes-or-more');

const person = (oid: string): Viewer => ({ sessionId: 's', oid, tid: 't', name: oid, userPrincipalName: oid, roles: [], tag: 'tag' });
const ana = person('u-1');
const of = { accessPackageId: 'c2', accessPackageName: 'Audit tools', intent: 'userAdd' } as const;
const content: DraftContent = { policyId: 'p-1', answers: { q: ['Geheimnis'] }, justification: 'so', period: null, timeZone: null };

withBothEngines('what is discarded', (engine) => {
  beforeEach(async () => {
    await engine.db().deleteFrom('drafts').execute();
  });

  it('is gone from the store, and comes back as it was when that is undone', async () => {
    const { key } = await openDraft(ana, of);
    await saveDraft(ana, key, content);
    const discarded = await discard(ana, key);
    expect(await engine.db().selectFrom('drafts').selectAll().execute()).toEqual([]);
    await bringBack(ana, discarded);
    const [row] = await engine.db().selectFrom('drafts').selectAll().execute();
    expect(JSON.stringify(row)).not.toContain('Geheimnis');
    expect(await myDrafts(ana)).toMatchObject([{ key, content, accessPackageName: 'Audit tools' }]);
  });

  it('belongs to its person', async () => {
    const { key } = await openDraft(ana, of);
    await saveDraft(ana, key, content);
    expect(await discard(person('u-2'), key)).toEqual([]);
    const [held] = await discard(ana, key);
    if (!held) throw new Error('Nothing was held');
    await bringBack(person('u-2'), [held]);
    expect(await myDrafts(ana)).toEqual([]);
    await bringBack(ana, [held]);
    // The key is somebody's now: nobody else takes it over.
    expect(await myDrafts(ana)).toEqual([]);
  });

  it('does not come back over what was begun since', async () => {
    const { key } = await openDraft(ana, of);
    await saveDraft(ana, key, content);
    const discarded = await discard(ana, key);
    const since = await openDraft(ana, of);
    await saveDraft(ana, since.key, { ...content, justification: 'anew' });
    await bringBack(ana, discarded);
    expect(await myDrafts(ana)).toMatchObject([{ key: since.key, content: { justification: 'anew' } }]);
  });

  it('comes back where a form was opened since that holds nothing', async () => {
    const { key } = await openDraft(ana, of);
    await saveDraft(ana, key, content);
    const discarded = await discard(ana, key);
    await openDraft(ana, of);
    await bringBack(ana, discarded);
    expect(await myDrafts(ana)).toMatchObject([{ key, content }]);
  });

  it('is nothing that no form of ours holds', async () => {
    const { key } = await openDraft(ana, of);
    await saveDraft(ana, key, content);
    const [held] = await discard(ana, key);
    if (!held) throw new Error('Nothing was held');
    for (const text of ['{', '{"answers":1}', 'null'])
      await expect(bringBack(ana, [{ ...held, text }])).rejects.toMatchObject({ error: { kind: 'invalid' } });
  });

  it('may be the tray: its half-filled page goes and comes with it', async () => {
    await changeTray(ana, { choose: { id: 'a', name: 'A' } });
    await changeTray(ana, { choose: { id: 'b', name: 'B' } });
    expect(await waitingTray(ana)).toMatchObject({ packages: [{ id: 'a' }, { id: 'b' }], isBegun: false });
    const page = await openDraft(ana, { accessPackageId: '', accessPackageName: '', intent: 'together' });
    await saveDraft(ana, page.key, content);
    const tray = await waitingTray(ana);
    expect(tray).toMatchObject({ isBegun: true });
    expect(await waitingTray(person('u-2'))).toBeNull();
    const discarded = await discard(ana, tray?.key ?? '');
    expect(await waitingTray(ana)).toBeNull();
    expect(await engine.db().selectFrom('drafts').selectAll().execute()).toEqual([]);
    await bringBack(ana, discarded);
    expect((await trayOf(ana)).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(await waitingTray(ana)).toMatchObject({ isBegun: true });
  });
});
