import { beforeEach, expect, it, vi } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import { withBothEngines } from '@/lib/store/testing/engines';
import { draftContentSchema } from './content';
import { myDrafts, openDraft, saveDraft } from './drafts';
import { draftContentOf, offerAgain } from './from-request';

vi.stubEnv('SESSION_SECRET', 'unit-tests-only-thirty-two-bytes-or-more');

const ana: Viewer = { sessionId: 's', oid: 'u-1', tid: 't', name: 'Ana', userPrincipalName: 'ana', roles: [], tag: 'tag' };
const subject = (objectId: string) => ({ objectId, displayName: objectId, email: '' });
const accessPackage = { id: 'c2', displayName: 'Audit tools' };
const earlier: Pick<AssignmentRequest, 'id' | 'answers' | 'justification' | 'createdDateTime' | 'requestor' | 'target'> = {
  id: 'r-1',
  answers: [
    { questionId: 'q-1', questionText: 'Site?', values: ['ber'], displayValues: ['Berlin'] },
    { questionId: 'q-2', questionText: null, values: ['4310'], displayValues: ['4310'] },
  ],
  justification: 'Audit week',
  createdDateTime: '2026-03-03T08:00:00Z',
  requestor: subject('u-1'),
  target: subject('u-1'),
};

it('an earlier request says where each field comes from, and what was asked as far as Graph kept it', () => {
  const content = draftContentOf(earlier);
  const from = { kind: 'request', at: '2026-03-03T08:00:00Z', from: '' };
  expect(draftContentSchema.parse(content)).toEqual(content);
  expect(content.taken).toEqual({ 'q-1': from, 'q-2': from, justification: from });
  expect(content.asked).toEqual({
    'q-1': { text: 'Site?', needed: false, rule: null, chosen: ['Berlin'] },
    'q-2': { text: '', needed: false, rule: null },
  });
});

withBothEngines('an earlier request', (engine) => {
  beforeEach(async () => {
    await engine.db().deleteFrom('drafts').execute();
  });
  const offered = async (request: typeof earlier, sent: string[] = []) => {
    await offerAgain(ana, accessPackage, request, new Set(sent));
    return (await myDrafts(ana)).map(({ content }) => content?.justification);
  };

  it('of mine for myself is offered in a new draft', async () => {
    expect(await offered(earlier)).toEqual(['Audit week']);
  });

  it('is never offered where somebody else asked, or it was for somebody else, or nobody says whose it is', async () => {
    expect(await offered({ ...earlier, requestor: subject('u-2') })).toEqual([]);
    expect(await offered({ ...earlier, requestor: subject('u-2') }, ['r-1'])).toEqual([]);
    expect(await offered({ ...earlier, target: subject('u-2') })).toEqual([]);
    expect(await offered({ ...earlier, requestor: null, target: null })).toEqual([]);
    expect(await offered({ ...earlier, target: null })).toEqual([]);
  });

  it('is offered where Graph is silent and this portal sent it', async () => {
    expect(await offered({ ...earlier, requestor: null, target: null }, ['r-1'])).toEqual(['Audit week']);
  });

  it('leaves a draft alone that holds something', async () => {
    const { key } = await openDraft(ana, { accessPackageId: 'c2', accessPackageName: '', intent: 'userAdd' });
    await saveDraft(ana, key, { ...draftContentOf(earlier), justification: 'my own words' });
    expect(await offered(earlier)).toEqual(['my own words']);
  });
});
