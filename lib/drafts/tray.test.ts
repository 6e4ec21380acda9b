import { beforeEach, expect, it, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { withBothEngines } from '@/lib/store/testing/engines';
import { myDrafts, openDraft, saveDraft } from './drafts';
import { changeTray, trayOf } from './tray';

vi.stubEnv('SESSION_SECRET', 'unit-tests-only-thirty-two-bytes-or-more');

const person = (oid: string): Viewer => ({ sessionId: 's', oid, tid: 't', name: oid, userPrincipalName: oid, roles: [], tag: 'tag' });
const ana = person('u-1');
const choose = (id: string, viewer = ana) => changeTray(viewer, { choose: { id, name: `Package ${id}` } });
const ids = async (viewer = ana) => (await trayOf(viewer)).map(({ id }) => id);

withBothEngines('the tray', (engine) => {
  beforeEach(async () => {
    await engine.db().deleteFrom('drafts').execute();
  });

  it('holds what one person chose, in that order, once each', async () => {
    expect(await ids()).toEqual([]);
    await choose('b');
    await choose('a');
    await choose('b');
    expect(await ids()).toEqual(['b', 'a']);
    expect(await ids(person('u-2'))).toEqual([]);
    await changeTray(ana, { leave: ['b', 'gone'] });
    expect(await ids()).toEqual(['a']);
  });

  it('cannot be read in the store, and is no draft of Home', async () => {
    await choose('a');
    const [row] = await engine.db().selectFrom('drafts').selectAll().execute();
    expect(JSON.stringify(row)).not.toContain('Package a');
    expect(await myDrafts(ana)).toEqual([]);
  });

  it('a package chosen again is another intent', async () => {
    const [first] = await choose('a');
    await changeTray(ana, { leave: ['a'] });
    const [second] = await choose('a');
    expect(second?.nonce).not.toBe(first?.nonce);
  });

  it('never grows beyond what one page can ask', async () => {
    for (let each = 0; each < 22; each += 1) await choose(`p${each}`);
    expect(await ids()).toHaveLength(20);
  });

  it('keeps its page where another package is about to be chosen', async () => {
    await choose('a');
    const { key } = await openDraft(ana, { accessPackageId: '', accessPackageName: '', intent: 'together' });
    await changeTray(ana, { leave: ['a'], keepPage: true });
    expect((await openDraft(ana, { accessPackageId: '', accessPackageName: '', intent: 'together' })).key).toBe(key);
    await changeTray(ana, { leave: [] });
    expect((await openDraft(ana, { accessPackageId: '', accessPackageName: '', intent: 'together' })).key).not.toBe(key);
  });

  it('takes its half-filled page along when it is emptied, not before', async () => {
    await choose('a');
    await choose('b');
    const page = await openDraft(ana, { accessPackageId: '', accessPackageName: '', intent: 'together' });
    await changeTray(ana, { leave: ['a'] });
    const content = { policyId: null, answers: {}, justification: 'Audit', period: null, timeZone: null };
    expect(await saveDraft(ana, page.key, content)).toBe(true);
    await changeTray(ana, { leave: ['b'] });
    expect(await saveDraft(ana, page.key, content)).toBe(false);
  });
});
