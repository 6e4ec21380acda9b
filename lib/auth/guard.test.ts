import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PortalFault } from '@/lib/portal-error';
import { replaceDatabase } from '@/lib/store/database';
import { withBothEngines } from '@/lib/store/testing/engines';
import { z } from '@/lib/zod';
import { testAuthority } from './testing/authority';
import { browser } from './testing/request';
import { aWholeMinuteLeft } from './testing/minute';

vi.mock('next/headers', async () => (await import('./testing/request')).nextHeaders());

const authority = await testAuthority();
process.env.REQUIRE_ADMIN_ROLE = 'true';
const { action } = await import('./action');
const { handler } = await import('./handler');
const { requireViewer } = await import('./guard');
const { config } = await import('@/lib/config');
const { sessionIdOf } = await import('./session-cookie');
const { apiIdentity } = await import('./api-token');
const { beginSession } = await import('./sessions');
const { viewerTag } = await import('./viewer-tag');
afterAll(() => authority.close());

const ORIGIN = 'http://localhost:3000';
const COOKIE = 'latchkey-session-3000';

async function signedIn(claims: object = {}) {
  const { token, session } = await beginSession(await apiIdentity(await authority.token({ ...claims })), null);
  browser.jar.set(COOKIE, token);
  return { cookie: token, tag: viewerTag(session.id, session.oid) };
}

const command = vi.fn(async ({ viewer }: { viewer: { oid: string } }, input: { text: string }) => `${viewer.oid} ${input.text}`);
const schema = z.object({ text: z.string('required').max(5, 'Too many characters') });
const run = action(schema, 'requestor', command);
const administer = action(schema, 'admin', command);

const WRONG_ORIGINS: [string, Record<string, string>][] = [
  ['no Origin', {}],
  ['a foreign Origin', { origin: 'https://evil.example' }],
  ['Origin null', { origin: 'null' }],
  ['another port', { origin: 'http://localhost:3001' }],
  ['a forged x-forwarded-host', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', host: 'evil.example' }],
  ['Sec-Fetch-Site cross-site', { origin: ORIGIN, 'sec-fetch-site': 'cross-site' }],
];

withBothEngines('the guard', (engine) => {
  beforeEach(async () => {
    command.mockClear();
    browser.jar.clear();
    browser.headers = new Headers({ origin: ORIGIN, 'sec-fetch-site': 'same-origin' });
    await engine.db().deleteFrom('sessions').execute();
    await engine.db().deleteFrom('rate_windows').execute();
  });

  it('lets an action of the page’s own person through', async () => {
    const { tag } = await signedIn();
    expect(await run(tag, { text: 'hello' })).toEqual({ ok: true, value: 'ana hello' });
  });

  it('refuses an action without session', async () => {
    expect(await run('any', { text: 'x' })).toEqual({ ok: false, error: { kind: 'signedOut' } });
    expect(command).not.toHaveBeenCalled();
  });

  it('refuses a page of another person, naming who is signed in now', async () => {
    const ana = await signedIn();
    await signedIn({ oid: 'ben', name: 'Ben' });
    expect(await run(ana.tag, { text: 'x' })).toEqual({ ok: false, error: { kind: 'otherViewer', name: 'Ben' } });
    for (const tag of ['', 'x', null, undefined, {}, ana.tag.slice(1)]) {
      expect(await run(tag as string, { text: 'x' })).toMatchObject({ ok: false, error: { kind: 'otherViewer' } });
    }
    expect(command).not.toHaveBeenCalled();
  });

  it('refuses the cookie of a session whose API token has ended', async () => {
    const { tag } = await signedIn({ exp: Math.floor(Date.now() / 1000) + 1 });
    await new Promise((later) => setTimeout(later, 1100));
    expect(await run(tag, { text: 'x' })).toMatchObject({ ok: false, error: { kind: 'signedOut' } });
  });

  it.each(WRONG_ORIGINS)('refuses an action with %s', async (_, headers) => {
    const { tag } = await signedIn();
    browser.headers = new Headers(headers);
    expect(await run(tag, { text: 'x' })).toEqual({ ok: false, error: { kind: 'forbidden' } });
    expect(command).not.toHaveBeenCalled();
  });

  it('refuses input that does not fit, by field', async () => {
    const { tag } = await signedIn();
    expect(await run(tag, { text: 3 })).toEqual({ ok: false, error: { kind: 'invalid', fields: { text: 'required' } } });
    expect(await run(tag, { text: 'too long' })).toEqual({ ok: false, error: { kind: 'invalid', fields: { text: 'other' } } });
    browser.headers.set('content-length', String(1024 * 1024));
    expect(await run(tag, { text: 'x' })).toMatchObject({ ok: false, error: { kind: 'invalid' } });
    expect(command).not.toHaveBeenCalled();
  });

  it('answers faults as data, and hides everything else', async () => {
    const { tag } = await signedIn();
    command.mockRejectedValueOnce(new PortalFault({ kind: 'conflict', graphRequestId: 'r' }));
    expect(await run(tag, { text: 'x' })).toEqual({ ok: false, error: { kind: 'conflict', graphRequestId: 'r' } });
    command.mockRejectedValueOnce(new Error('a secret'));
    expect(await run(tag, { text: 'x' })).toEqual({ ok: false, error: { kind: 'unexpected' } });
  });

  it('asks for the app role where the second lock is on', async () => {
    expect(await administer((await signedIn()).tag, { text: 'x' })).toEqual({ ok: false, error: { kind: 'forbidden' } });
    const { tag } = await signedIn({ roles: ['AccessPackage.Admin'] });
    expect(await administer(tag, { text: 'x' })).toMatchObject({ ok: true });
  });

  /** Uses up the present minute of the signed-in session; answers its beginning. */
  async function fill(kind: string): Promise<number> {
    const window_ms = await aWholeMinuteLeft();
    const key = `${kind} ${sessionIdOf(browser.jar.get(COOKIE) ?? '')}`;
    await engine
      .db()
      .insertInto('rate_windows')
      .values({ key, window_ms, count: 5000 })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ count: 5000, window_ms }))
      .execute();
    return window_ms;
  }

  it('limits writes per session', async () => {
    const { tag } = await signedIn();
    const minute = await fill('writesPerSession');
    expect(await run(tag, { text: 'x' })).toMatchObject({ ok: false, error: { kind: 'throttled', retryAt: minute + 60_000 } });
  });

  it('names the time on Graph’s clock, as everything else on the screen', async () => {
    const { tag } = await signedIn();
    const day = 86_400_000;
    await engine.db().updateTable('sessions').set({ graph_offset_ms: day }).execute();
    const minute = await fill('writesPerSession');
    expect(await run(tag, { text: 'x' })).toMatchObject({ ok: false, error: { kind: 'throttled', retryAt: minute + 60_000 + day } });
  });

  it('limits writes and searches per address, where a trusted proxy tells it', async () => {
    const { tag } = await signedIn();
    const window_ms = await aWholeMinuteLeft();
    for (const key of ['writesPerAddress 1.1.1.1', 'searchesPerAddress 1.1.1.1'])
      await engine.db().insertInto('rate_windows').values({ key, window_ms, count: 50_000 }).execute();
    browser.headers.set('x-forwarded-for', '1.1.1.1');
    expect(await run(tag, { text: 'x' })).toMatchObject({ ok: true });
    config().trustedProxyHops = 1;
    try {
      expect(await run(tag, { text: 'x' })).toMatchObject({ ok: false, error: { kind: 'throttled' } });
      expect((await ask(search, { 'x-forwarded-for': '1.1.1.1' })).status).toBe(429);
      expect((await ask(search, { 'x-forwarded-for': '1.1.1.1, 2.2.2.2' })).status).toBe(200);
    } finally {
      config().trustedProxyHops = 0;
    }
  });

  const search = handler('requestor', async () => [], { isSearch: true });
  const follow = handler('requestor', async () => []);
  const ask = (read: typeof search, headers: Record<string, string> = {}) =>
    read(new Request(`${ORIGIN}/api/x?q=a`, { headers }), { params: Promise.resolve({}) });

  it('limits searches per session, and no other read', async () => {
    await signedIn();
    expect((await ask(search)).status).toBe(200);
    const minute = await fill('searchesPerSession');
    const refused = await ask(search);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toEqual({ ok: false, error: { kind: 'throttled', retryAt: minute + 60_000 } });
    expect((await ask(follow)).status).toBe(200);
  });

  it('writes nothing that the store cannot count, and lets a search go on', async () => {
    const { tag } = await signedIn();
    await engine.db().schema.alterTable('rate_windows').renameTo('elsewhere').execute();
    try {
      expect(await run(tag, { text: 'x' })).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
      expect((await ask(search)).status).toBe(200);
      expect(command).not.toHaveBeenCalled();
    } finally {
      await engine.db().schema.alterTable('elsewhere').renameTo('rate_windows').execute();
    }
  });

  it('goes on reading where the store takes no more writes', async () => {
    await signedIn();
    await engine
      .db()
      .updateTable('sessions')
      .set({ seen_ms: Date.now() - 120_000 })
      .execute();
    const full = engine.db().withPlugin({
      transformQuery({ node }) {
        if (node.kind === 'UpdateQueryNode') throw new Error('disk full');
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    replaceDatabase(full);
    try {
      expect(await requireViewer()).toMatchObject({ oid: 'ana' });
    } finally {
      replaceDatabase(engine.db());
    }
  });

  const read = handler('requestor', async ({ viewer, params }) => ({ oid: viewer.oid, params }));
  const call = (method: string, headers: Record<string, string>) =>
    read(Object.defineProperty(new Request(`${ORIGIN}/api/x`, { method }), 'headers', { value: new Headers(headers) }), {
      params: Promise.resolve({ id: '7' }),
    });

  it('lets a read through with the page’s tag, or none, but not with another’s', async () => {
    const { tag } = await signedIn();
    for (const sent of [null, tag]) {
      const answer = await call('GET', sent === null ? {} : { 'x-viewer-tag': sent });
      expect(await answer.json()).toEqual({ ok: true, value: { oid: 'ana', params: { id: '7' } } });
      expect(answer.headers.get('cache-control')).toContain('no-store');
    }
    expect((await call('GET', { 'x-viewer-tag': 'other' })).status).toBe(409);
    browser.jar.clear();
    expect((await call('GET', {})).status).toBe(401);
  });

  it('lets a writing handler through with origin and tag only', async () => {
    const { tag } = await signedIn();
    const good = { origin: ORIGIN, 'x-viewer-tag': tag };
    expect((await call('PUT', good)).status).toBe(200);
    expect((await call('PUT', { origin: ORIGIN })).status).toBe(409);
    expect((await call('DELETE', { ...good, 'x-viewer-tag': 'other' })).status).toBe(409);
    for (const [, headers] of WRONG_ORIGINS) expect((await call('POST', { 'x-viewer-tag': tag, ...headers })).status).toBe(403);
    expect((await call('POST', { ...good, 'transfer-encoding': 'chunked' })).status).toBe(400);
  });

  it('sends a page without session to the sign-in and back, inside the portal only', async () => {
    for (const [asked, wanted] of [
      ['/requests?a=1', '/sign-in?returnTo=%2Frequests%3Fa%3D1'],
      ['//evil.example', '/sign-in?returnTo=%2F'],
    ] as const) {
      browser.headers = new Headers({ 'x-portal-path': asked });
      await expect(requireViewer()).rejects.toMatchObject({ digest: expect.stringContaining(wanted) });
    }
  });

  describe('a link the browser follows', () => {
    const download = handler('requestor', async ({ viewer }) => new Response(viewer.oid), { refusedTo: (error) => `/told?${error.kind}` });
    const follow = (site: string | null) => {
      const headers = new Headers(site === null ? {} : { 'sec-fetch-site': site });
      browser.headers = headers;
      return download(new Request(`${ORIGIN}/api/file`, { headers }), { params: Promise.resolve({}) });
    };

    it('is answered without a tag for the page’s own link, an address typed, and browsers that do not say', async () => {
      await signedIn();
      for (const site of ['same-origin', 'none', null]) expect(await (await follow(site)).text()).toBe('ana');
    });

    it('is refused to another site, whoever is signed in', async () => {
      await signedIn();
      for (const site of ['cross-site', 'same-site']) {
        const refused = await follow(site);
        expect([refused.status, refused.headers.get('location')]).toEqual([403, null]);
      }
    });

    it('leads who is signed out to a page', async () => {
      const led = await follow('same-origin');
      expect([led.status, led.headers.get('location'), led.headers.get('cache-control')]).toEqual([
        303,
        '/told?signedOut',
        'private, no-store',
      ]);
    });
  });
});
