import { beforeEach, expect, it, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { withBothEngines } from '@/lib/store/testing/engines';
import { bringBack, discard } from './discard';
import { myDrafts, openDraft, saveDraft } from './drafts';
import { offerAgainFor } from './from-request';
import { changeTray } from './tray';
import { setTrayPeople, trayPeople } from './tray-people';

vi.stubEnv('SESSION_SECRET', 'unit-tests-only-thirty-two-bytes-or-more');

const person = (oid: string): Viewer => ({ sessionId: 's', oid, tid: 't', name: oid, userPrincipalName: oid, roles: [], tag: 'tag' });
const lea = person('u-1');
const nadia = { objectId: 'u-2', displayName: 'Nadia', email: 'nadia@tidewater.example', isGuest: false };
const page = (id = '') => openDraft(lea, { accessPackageId: id, accessPackageName: '', intent: 'together' });

withBothEngines('whom the tray is for', (engine) => {
  beforeEach(async () => {
    await engine.db().deleteFrom('drafts').execute();
  });

  it('stands beside what its page holds, and goes with it', async () => {
    const { key } = await page();
    await saveDraft(lea, key, { policyId: null, answers: {}, justification: 'Audit', period: null, timeZone: null });
    await setTrayPeople(lea, [nadia]);
    expect(await trayPeople(lea)).toEqual([nadia]);
    expect(await trayPeople(person('u-3'))).toEqual([]);
    expect((await page()).content?.justification).toBe('Audit');
    await changeTray(lea, { choose: { id: 'a', name: 'A' } });
    await changeTray(lea, { leave: ['a'] });
    expect(await trayPeople(lea)).toEqual([]);
  });

  it('is apart from a page that asks for one package alone', async () => {
    const earlier = {
      answers: [{ questionId: 'q', questionText: null, values: ['4310'], displayValues: [] }],
      justification: 'Audit',
      createdDateTime: null,
    };
    await offerAgainFor(lea, { id: 'c2', displayName: 'Audit tools' }, earlier, nadia);
    await offerAgainFor(
      lea,
      { id: 'c2', displayName: 'Audit tools' },
      { answers: [], justification: null, createdDateTime: null },
      { ...nadia, objectId: 'U-2' },
    );
    await changeTray(lea, { leave: [] });
    const { content } = await page('c2');
    expect(content).toMatchObject({ answers: { q: ['4310'] }, justification: 'Audit' });
    expect(content?.together?.people).toEqual([{ ...nadia, objectId: 'U-2' }]);
    expect(await trayPeople(lea)).toEqual([]);
    // Only what stands alone is a draft of Home, and can be discarded and brought back there.
    await setTrayPeople(lea, [nadia]);
    const [draft, ...others] = await myDrafts(lea);
    expect([draft?.accessPackageId, others]).toEqual(['c2', []]);
    const held = await discard(lea, draft?.key ?? '');
    expect(await myDrafts(lea)).toEqual([]);
    await bringBack(lea, held);
    expect((await page('c2')).content).toEqual(content);
  });
});
