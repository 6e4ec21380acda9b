import { beforeEach, expect, it, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { fakeGraph } from '@/lib/entitlement/testing/fake-graph';
import { withBothEngines } from '@/lib/store/testing/engines';
import { submit } from '@/lib/submissions/submit';
import { openDraft } from './drafts';
import { offerAgainFor } from './from-request';

vi.stubEnv('SESSION_SECRET', 'unit-tests-only-thirty-two-bytes-or-more');
vi.stubEnv('LOG_LEVEL', 'silent');

const lea: Viewer = { sessionId: 's', oid: 'u-1', tid: 't', name: 'Léa', userPrincipalName: 'lea@x', roles: [], tag: 'tag' };
const audit = { id: 'c2', displayName: 'Audit tools' };
const earlier = {
  answers: [{ questionId: 'q', questionText: null, values: ['4310'], displayValues: [] }],
  justification: 'Audit',
  createdDateTime: null,
};
const named = (objectId: string) => ({ objectId, displayName: objectId, email: `${objectId}@x`, isGuest: false });
const page = () => openDraft(lea, { accessPackageId: 'c2', accessPackageName: '', intent: 'together' });

withBothEngines('asking again for somebody else', (engine) => {
  beforeEach(async () => {
    await engine.db().deleteFrom('drafts').execute();
    await engine.db().deleteFrom('submissions').execute();
  });

  it('is another intent than what the same page sent before, and asks for nobody twice', async () => {
    await offerAgainFor(lea, audit, earlier, named('bo'));
    await offerAgainFor(lea, audit, earlier, named('cy'));
    await offerAgainFor(lea, audit, earlier, named('di'));
    const before = await page();
    expect(before.content?.together?.people?.map(({ objectId }) => objectId)).toEqual(['bo', 'cy', 'di']);
    const { graph } = fakeGraph(() => ({ id: 'q-1' }));
    for (const person of ['bo', 'di']) {
      const about = { requestType: 'userAdd' as const, accessPackageId: 'c2', accessPackageName: 'Audit tools' };
      await submit(lea, graph, { ...about, key: `${before.key} ${person}`, target: person, body: {} });
    }
    await offerAgainFor(lea, audit, earlier, named('bo'));
    const after = await page();
    expect(after.key).not.toBe(before.key);
    expect(after.content).toMatchObject({ answers: { q: ['4310'] }, justification: 'Audit' });
    expect(after.content?.together?.people?.map(({ objectId }) => objectId)).toEqual(['cy', 'bo']);
  });
});
