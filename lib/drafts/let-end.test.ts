import { beforeEach, expect, it } from 'vitest';
import type { Viewer } from '@/lib/auth/viewer';
import { withBothEngines } from '@/lib/store/testing/engines';
import { myDrafts } from './drafts';
import { acceptedEnds, askAboutEnd, endKey, letEnd } from './let-end';

const person = (oid: string): Viewer => ({ sessionId: 's', oid, tid: 't', name: oid, userPrincipalName: oid, roles: [], tag: 'tag' });
const ana = person('u-1');
const key = endKey('a-1', '2026-12-04T00:00:00Z');

withBothEngines('an end that may come', (engine) => {
  beforeEach(async () => {
    await engine.db().deleteFrom('drafts').execute();
  });

  it('is remembered for one person and one end, and can be taken back', async () => {
    await letEnd(ana, key);
    await letEnd(ana, key);
    expect([...(await acceptedEnds(ana))]).toEqual([key]);
    expect((await acceptedEnds(person('u-2'))).size).toBe(0);
    expect(await myDrafts(ana)).toEqual([]);
    await askAboutEnd(person('u-2'), key);
    expect((await acceptedEnds(ana)).size).toBe(1);
    await askAboutEnd(ana, key);
    expect((await acceptedEnds(ana)).size).toBe(0);
  });
});
