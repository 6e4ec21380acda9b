import { beforeEach, expect, it, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { withBothEngines } from '@/lib/store/testing/engines';
import { discardDraft, discardUpdateDrafts, myDrafts, openDraft, saveDraft, type DraftContent } from './drafts';

vi.stubEnv('SESSION_SECRET', 'unit-tests-only-thirty-two-bytes-or-more');

const person = (oid: string): Viewer => ({ sessionId: 's', oid, tid: 't', name: oid, userPrincipalName: oid, roles: [], tag: 'tag' });
const ana = person('u-1');
const of = { accessPackageId: 'c2', accessPackageName: 'Audit tools', intent: 'userAdd' } as const;
const content: DraftContent = {
  policyId: 'p-1',
  answers: { 'q-1': ['Geheimnis'] },
  justification: 'weil \u202e "so"\u0000',
  period: { startDay: null, endDay: '2026-09-30' },
  timeZone: 'Europe/Berlin',
};

withBothEngines('drafts', (engine) => {
  beforeEach(async () => {
    await engine.db().deleteFrom('drafts').execute();
  });

  it('are one for a person, package and intent, shared by reloads and tabs', async () => {
    const drafts = await Promise.all(Array.from({ length: 5 }, () => openDraft(ana, of)));
    expect(new Set(drafts.map(({ key }) => key)).size).toBe(1);
    expect(drafts[0]).toMatchObject({ content: null, intent: 'userAdd', accessPackageName: 'Audit tools' });
    const others = [await openDraft(person('u-2'), of), await openDraft(ana, { ...of, intent: 'userUpdate', assignmentId: 'a-1' })];
    for (const other of others) expect(other.key).not.toBe(drafts[0]?.key);
  });

  it('keep what was typed, unreadable in the store', async () => {
    const { key } = await openDraft(ana, of);
    expect(await saveDraft(ana, key, content)).toBe(true);
    expect((await openDraft(ana, { ...of, accessPackageName: 'New\u0000 name' })).content).toEqual(content);
    const [row] = await engine.db().selectFrom('drafts').selectAll().execute();
    expect(JSON.stringify(row)).not.toContain('Geheimnis');
    expect(row?.access_package_name).toBe('New name');
    expect(await openDraft(ana, { ...of, accessPackageName: '' })).toMatchObject({ accessPackageName: 'New name' });
  });

  it('belong to their person', async () => {
    const { key } = await openDraft(ana, of);
    expect(await saveDraft(person('u-2'), key, content)).toBe(false);
    await discardDraft(person('u-2'), key);
    expect(await saveDraft(ana, key, content)).toBe(true);
    expect(await myDrafts(person('u-2'))).toEqual([]);
  });

  it('are listed when something was typed, newest first', async () => {
    const first = await openDraft(ana, of);
    const second = await openDraft(ana, { ...of, accessPackageId: 'c3' });
    await openDraft(ana, { ...of, accessPackageId: 'c4' });
    await saveDraft(ana, second.key, content);
    await new Promise((done) => setTimeout(done, 5));
    await saveDraft(ana, first.key, content);
    expect((await myDrafts(ana)).map(({ key }) => key)).toEqual([first.key, second.key]);
    const others = await openDraft(ana, { ...of, intent: 'together' });
    await saveDraft(ana, others.key, content);
    expect((await myDrafts(ana)).map(({ intent }) => intent)).toEqual(['together', 'userAdd', 'userAdd']);
    await discardDraft(ana, others.key);
    await discardDraft(ana, first.key);
    expect(await saveDraft(ana, first.key, content)).toBe(false);
    expect((await myDrafts(ana)).map(({ key }) => key)).toEqual([second.key]);
  });

  it('of a change go with the assignment they change', async () => {
    const change = { ...of, intent: 'userUpdate', assignmentId: 'a-1' } as const;
    const mine = await openDraft(ana, change);
    const others = [await openDraft(ana, of), await openDraft(ana, { ...change, assignmentId: 'a-2' })];
    for (const { key } of [mine, ...others]) await saveDraft(ana, key, content);
    await discardUpdateDrafts(person('u-2'), 'a-1');
    expect(mine.assignmentId).toBe('a-1');
    expect(await myDrafts(ana)).toHaveLength(3);
    await discardUpdateDrafts(ana, 'a-1');
    expect((await myDrafts(ana)).map(({ assignmentId }) => assignmentId).sort()).toEqual(['a-2', null]);
  });

  it('go after 30 days', async () => {
    const { key } = await openDraft(ana, of);
    await saveDraft(ana, key, content);
    await engine
      .db()
      .updateTable('drafts')
      .set({ updated_ms: Date.now() - 31 * 86_400_000 })
      .execute();
    expect(await myDrafts(ana)).toEqual([]);
    expect(await openDraft(ana, of)).toMatchObject({ content: null });
  });

  it('refuse what is beyond all bounds', async () => {
    const { key } = await openDraft(ana, of);
    await expect(saveDraft(ana, key, { ...content, justification: 'x'.repeat(20_000) })).rejects.toMatchObject({
      error: { kind: 'invalid' },
    });
  });
});
