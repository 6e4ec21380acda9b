import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClientViewer } from './client-viewer';
import type { Result } from '@/lib/portal-error';
import { withBothEngines } from '@/lib/store/testing/engines';
import { testAuthority } from './testing/authority';
import { browser } from './testing/request';
import { aWholeMinuteLeft } from './testing/minute';

vi.mock('next/headers', async () => (await import('./testing/request')).nextHeaders());

const authority = await testAuthority();
const { renew, signIn, signOut, whoIsSignedIn } = await import('./session-endpoint');
const { config } = await import('@/lib/config');
const { sessionIdOf } = await import('./session-cookie');
const { findSession } = await import('./sessions');
afterAll(() => authority.close());

const ORIGIN = 'http://localhost:3000';
const COOKIE = 'latchkey-session-3000';

function request(method: string, token: string | null, headers: Record<string, string> = {}): Request {
  const sent = new Headers({ origin: ORIGIN, 'sec-fetch-site': 'same-origin', ...headers });
  if (token !== null) sent.set('authorization', `Bearer ${token}`);
  for (const [name, value] of [...sent]) if (value === '') sent.delete(name);
  const made = new Request(`${ORIGIN}/api/session`, { method });
  Object.defineProperty(made, 'headers', { value: sent });
  return made;
}

async function read(response: Response): Promise<{ status: number; result: Result<ClientViewer | null> }> {
  expect(response.headers.get('cache-control')).toContain('no-store');
  return { status: response.status, result: (await response.json()) as Result<ClientViewer | null> };
}

const cookieSession = () => findSession(sessionIdOf(browser.jar.get(COOKIE) ?? ''));

withBothEngines('/api/session', (engine) => {
  beforeEach(async () => {
    browser.jar.clear();
    await engine.db().deleteFrom('sessions').execute();
    await engine.db().deleteFrom('rate_windows').execute();
  });

  it('makes a session of a good token and tells no secret', async () => {
    const token = await authority.token();
    const { status, result } = await read(await signIn(request('POST', token)));
    expect(status).toBe(200);
    expect(result).toMatchObject({ ok: true, value: { oid: 'ana', name: 'Ana Ruiz', upn: 'ana@example.com' } });
    expect(JSON.stringify(result)).not.toContain(token);
    expect(JSON.stringify(result)).not.toContain(browser.jar.get(COOKIE));
    expect(await cookieSession()).toMatchObject({ oid: 'ana', apiToken: token });
    expect(await read(await whoIsSignedIn())).toMatchObject({ status: 200, result: { ok: true, value: { oid: 'ana' } } });
  });

  it('replaces a planted cookie, and ends what it stood for', async () => {
    await signIn(request('POST', await authority.token({ oid: 'eve' })));
    const planted = browser.jar.get(COOKIE) ?? '';
    await signIn(request('POST', await authority.token()));
    expect(browser.jar.get(COOKIE)).not.toBe(planted);
    expect(await findSession(sessionIdOf(planted))).toBeNull();
    browser.jar.set(COOKIE, 'A'.repeat(43));
    await signIn(request('POST', await authority.token()));
    expect(browser.jar.get(COOKIE)).not.toBe('A'.repeat(43));
  });

  it('refuses bad tokens and leaves the session alone', async () => {
    await signIn(request('POST', await authority.token()));
    const cookie = browser.jar.get(COOKIE);
    for (const token of [null, 'x', await authority.token({ azp: 'foreign' }), await authority.token({}, { foreignKey: true })]) {
      for (const [method, call] of [
        ['POST', signIn],
        ['PUT', renew],
      ] as const) {
        expect(await read(await call(request(method, token)))).toMatchObject({
          status: 401,
          result: { ok: false, error: { kind: 'signedOut' } },
        });
      }
    }
    expect(browser.jar.get(COOKIE)).toBe(cookie);
    expect(await cookieSession()).toMatchObject({ oid: 'ana' });
  });

  it('renews in the same session, under the same id', async () => {
    await signIn(request('POST', await authority.token()));
    const cookie = browser.jar.get(COOKIE);
    const newer = await authority.token({ exp: Math.floor(Date.now() / 1000) + 7200 });
    expect((await read(await renew(request('PUT', newer)))).status).toBe(200);
    expect(browser.jar.get(COOKIE)).toBe(cookie);
    expect(await cookieSession()).toMatchObject({ apiToken: newer });
  });

  it('refuses renewal with another person’s token', async () => {
    await signIn(request('POST', await authority.token()));
    const { status, result } = await read(await renew(request('PUT', await authority.token({ oid: 'eve', name: 'Eve' }))));
    expect(status).toBe(409);
    expect(result).toMatchObject({ ok: false, error: { kind: 'otherViewer', name: 'Ana Ruiz' } });
    expect(await cookieSession()).toMatchObject({ oid: 'ana' });
  });

  it('refuses renewal without a session', async () => {
    expect((await read(await renew(request('PUT', await authority.token())))).status).toBe(401);
    expect(browser.jar.size).toBe(0);
  });

  it('is dead after sign-out, for a cookie that was copied too', async () => {
    await signIn(request('POST', await authority.token()));
    const copied = browser.jar.get(COOKIE) ?? '';
    expect((await read(await signOut(request('DELETE', null)))).status).toBe(200);
    expect(browser.jar.has(COOKIE)).toBe(false);
    browser.jar.set(COOKIE, copied);
    expect((await read(await whoIsSignedIn())).status).toBe(401);
  });

  it.each([
    ['no Origin', { origin: '' }],
    ['a foreign Origin', { origin: 'https://evil.example' }],
    ['Origin null', { origin: 'null' }],
    ['another port', { origin: 'http://localhost:3001' }],
    ['a forged x-forwarded-host', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }],
    ['Sec-Fetch-Site cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['Sec-Fetch-Site same-site', { 'sec-fetch-site': 'same-site' }],
  ])('refuses sign-in, renewal and sign-out with %s', async (_, headers) => {
    await signIn(request('POST', await authority.token()));
    const token = await authority.token();
    for (const response of [
      await signIn(request('POST', token, headers)),
      await renew(request('PUT', token, headers)),
      await signOut(request('DELETE', null, headers)),
    ]) {
      expect((await read(response)).status).toBe(403);
    }
    expect(await cookieSession()).not.toBeNull();
  });

  it('is limited per person', async () => {
    const window_ms = await aWholeMinuteLeft();
    await engine.db().insertInto('rate_windows').values({ key: 'sessionsPerPerson ana', window_ms, count: 59 }).execute();
    const statuses = [];
    for (let call = 0; call < 2; call += 1) statuses.push((await signIn(request('POST', await authority.token()))).status);
    expect(statuses).toEqual([200, 429]);
    expect((await signIn(request('POST', await authority.token({ oid: 'ben' })))).status).toBe(200);
  });

  it('lets nobody lock out the others where addresses are not known', async () => {
    for (let call = 0; call < 3; call += 1) await signIn(request('POST', 'garbage', { 'x-forwarded-for': '1.1.1.1' }));
    expect(await engine.db().selectFrom('rate_windows').selectAll().execute()).toEqual([]);
    expect((await signIn(request('POST', await authority.token()))).status).toBe(200);
  });

  it('is limited per address behind a proxy, where refused tokens take no good one’s room', async () => {
    config().trustedProxyHops = 1;
    try {
      const window_ms = await aWholeMinuteLeft();
      const full = (key: string) => engine.db().insertInto('rate_windows').values({ key, window_ms, count: 600 }).execute();
      await full('refusedTokensPerAddress 1.1.1.1');
      const from = (address: string) => ({ 'x-forwarded-for': `6.6.6.6, ${address}` });
      expect((await signIn(request('POST', 'garbage', from('1.1.1.1')))).status).toBe(429);
      expect((await signIn(request('POST', await authority.token(), from('1.1.1.1')))).status).toBe(200);
      await engine.db().updateTable('rate_windows').set({ count: 600 }).where('key', '=', 'sessionsPerAddress 1.1.1.1').execute();
      expect((await signIn(request('POST', await authority.token(), from('1.1.1.1')))).status).toBe(429);
      expect((await signIn(request('POST', await authority.token(), from('2.2.2.2')))).status).toBe(200);
    } finally {
      config().trustedProxyHops = 0;
    }
  });

  it('limits renewals of a session', async () => {
    await signIn(request('POST', await authority.token()));
    const window_ms = await aWholeMinuteLeft();
    const key = `renewalsPerSession ${sessionIdOf(browser.jar.get(COOKIE) ?? '')}`;
    await engine.db().insertInto('rate_windows').values({ key, window_ms, count: 60 }).execute();
    expect((await renew(request('PUT', await authority.token()))).status).toBe(429);
  });

  it('refuses a long body before reading it', async () => {
    expect((await read(await signIn(request('POST', await authority.token(), { 'content-length': '9999999' })))).status).toBe(400);
  });
});

describe('the cookie', () => {
  it('is named for its port on localhost', async () => {
    const { sessionCookieName } = await import('./session-cookie');
    expect(sessionCookieName()).toBe(COOKIE);
  });
});
