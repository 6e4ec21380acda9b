import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFault, removeFaults } from '../control/faults.ts';
import { personOf } from '../seed/people.ts';
import { PORTAL, authorizeUrl, get, press, startAuthority } from './testing/sandbox.ts';
import type { TestAuthority } from './testing/sandbox.ts';
import { CLIENT_ID, TENANT_ID } from './registration.ts';

const ANA = 'ana.ruiz@tidewater.example';
let authority: TestAuthority;

beforeAll(async () => {
  authority = await startAuthority();
});
afterAll(() => authority.close());

describe('the sign-in page', () => {
  it('lists the people, one button each, without a script and under a strict policy', async () => {
    const response = await fetch(authorizeUrl(authority));
    const text = await response.text();
    expect(response.headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self' ${PORTAL}; frame-ancestors 'none'; base-uri 'none'`,
    );
    expect(text.match(/<button class="person"/g)).toHaveLength(61);
    expect(text).toContain('Who are you today?');
    expect(text.match(/<script|\sstyle="|\son[a-z]+="|Microsoft/)).toBeNull();
  });

  it('loads its files from the sandbox itself', async () => {
    const text = await (await fetch(authorizeUrl(authority))).text();
    const css = await (await fetch(`${authority.base}/assets/text.css`)).text();
    const files = [...text.matchAll(/(?:href)="(\/[^"?]*assets[^"]*)"/g)].map((match) => match[1]);
    const fonts = [...css.matchAll(/url\(([^)]+)\)/g)].map((match) => `/${TENANT_ID}/assets/${match[1]}`);
    expect(files.length + fonts.length).toBe(8);
    for (const file of [...files, ...fonts]) expect((await fetch(new URL(file ?? '', authority.base))).status, file).toBe(200);
    expect((await fetch(`${authority.base}/assets/..%2fkeys.ts`)).status).toBe(404);
  });

  it('finds by name, title or what somebody shows, keeping the request', async () => {
    const page = await get(authorizeUrl(authority, { find: 'identity administrator', state: '<i>"x"' }));
    expect(page.text.match(/<button class="person"/g)).toHaveLength(1);
    expect(page.text).toContain('Priya Nair');
    expect(page.text).toContain('name="state" value="&lt;i&gt;&quot;x&quot;"');
  });

  it('lists the partition that the browser has entered', async () => {
    const other = authority.world.create('bare');
    const headers = { cookie: `sandbox-partition=${other.partition}` };
    expect((await get(authorizeUrl(authority), headers)).text).toContain(personOf(other, 'ana.ruiz').id);
    authority.world.remove(other.partition);
    const gone = await get(authorizeUrl(authority), headers);
    expect(gone.status).toBe(404);
    expect(gone.cookie).toBe('sandbox-partition=');
  });
});

describe('what belongs on an error page', () => {
  it.each([
    ['an unknown redirect URI', { redirect_uri: `${PORTAL}/auth/redirect/` }, 'AADSTS50011'],
    ['another origin', { redirect_uri: 'https://evil.example/auth/redirect' }, 'AADSTS50011'],
    ['no redirect URI', { redirect_uri: null }, 'AADSTS900144'],
    ['an unknown client', { client_id: TENANT_ID }, 'AADSTS700016'],
  ])('%s', async (_, changes, code) => {
    const answer = await get(authorizeUrl(authority, changes));
    expect(answer.status).toBe(400);
    expect(answer.location).toBeNull();
    expect(answer.text).toContain(code);
  });

  it('a click that another site sends', async () => {
    const answer = await press(authorizeUrl(authority), ANA, { 'sec-fetch-site': 'cross-site' });
    expect([answer.status, answer.location]).toEqual([400, null]);
  });
});

describe('what goes back to the client', () => {
  it.each([
    ['no PKCE', { code_challenge: null }, 'invalid_request', '9002325'],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request', '501491'],
    ['the implicit flow', { response_type: 'token' }, 'unsupported_response_type', '700054'],
    ['no scope', { scope: null }, 'invalid_request', '900144'],
    ['a scope that does not exist', { scope: 'openid Files.Read' }, 'invalid_scope', '650053'],
    ['.default on the own app', { scope: `api://${CLIENT_ID}/.default` }, 'invalid_resource', '90009'],
    ['.default on the own app by its id', { scope: `openid ${CLIENT_ID}/.default` }, 'invalid_resource', '90009'],
    ['an unknown prompt', { prompt: 'maybe' }, 'invalid_request', '90023'],
    ['claims that are no JSON', { claims: '{' }, 'invalid_request', '900144'],
  ])('%s', async (_, changes, error, number) => {
    const { parameters, location } = await get(authorizeUrl(authority, changes));
    expect(location).toMatch(new RegExp(`^${PORTAL}/auth/redirect#`));
    expect(parameters.get('error')).toBe(error);
    expect(parameters.get('error_description')).toMatch(new RegExp(`^AADSTS${number}: `));
    expect(parameters.get('state')).toBe('st-1');
  });

  it('a code by fragment or query, with state and client info', async () => {
    const byFragment = await press(authorizeUrl(authority, { client_info: '1' }), ANA);
    const ana = personOf(authority.world.defaultTenant, 'ana.ruiz');
    expect(JSON.parse(Buffer.from(byFragment.parameters.get('client_info') ?? '', 'base64url').toString())).toEqual({
      uid: ana.id,
      utid: TENANT_ID,
    });
    expect(byFragment.location).toContain('#code=');
    expect((await press(authorizeUrl(authority, { response_mode: 'query' }), ANA)).location).toContain('?code=');
    expect((await press(authorizeUrl(authority, { response_mode: null }), ANA)).location).toContain('?code=');
  });

  it('that somebody went back', async () => {
    const response = await fetch(authorizeUrl(authority), {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ cancel: '1' }),
    });
    expect(response.headers.get('location')).toContain('error=access_denied');
  });
});

describe('signing in without the page', () => {
  it('needs a session when silent', async () => {
    const { parameters } = await get(authorizeUrl(authority, { prompt: 'none' }));
    expect(parameters.get('error')).toBe('login_required');
    expect(parameters.get('error_description')).toMatch(/^AADSTS50058/);
  });

  it('works by the session, but not for somebody else, too old a sign-in, or when the page is asked for', async () => {
    const { cookie, parameters } = await press(authorizeUrl(authority), ANA);
    const headers = { cookie: cookie ?? '' };
    const session = parameters.get('session_state');
    const silent = (changes: Record<string, string>) =>
      get(authorizeUrl(authority, { prompt: 'none', ...changes }), headers).then((answer) => answer.parameters);
    expect((await silent({})).get('code')).toBeTruthy();
    expect((await silent({ login_hint: ANA.toUpperCase() })).get('code')).toBeTruthy();
    expect((await silent({ sid: session ?? '' })).get('code')).toBeTruthy();
    expect((await silent({ login_hint: 'priya.nair@tidewater.example' })).get('error')).toBe('login_required');
    expect((await silent({ sid: 'another' })).get('error')).toBe('login_required');
    expect((await silent({ max_age: '0' })).get('error')).toBe('login_required');
    expect((await get(authorizeUrl(authority), headers)).parameters.get('code')).toBeTruthy();
    for (const prompt of ['login', 'select_account', 'consent'])
      expect((await get(authorizeUrl(authority, { prompt }), headers)).status).toBe(200);
    expect((await get(authorizeUrl(authority), { cookie: `${cookie}x` })).status).toBe(200);
  });

  it('ends with a revocation', async () => {
    const { cookie } = await press(authorizeUrl(authority), 'yuki.sato@tidewater.example');
    authority.world.defaultTenant.revoke(personOf(authority.world.defaultTenant, 'yuki.sato').id);
    const { parameters } = await get(authorizeUrl(authority, { prompt: 'none' }), { cookie: cookie ?? '' });
    expect(parameters.get('error')).toBe('login_required');
  });

  it('asks for presence when the claims ask for more than a fresh token, and remembers it', async () => {
    const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });
    const fresh = JSON.stringify({ access_token: { nbf: { essential: true, value: '1700000000' }, xms_cc: { values: ['cp1'] } } });
    const { cookie } = await press(authorizeUrl(authority), ANA);
    const headers = { cookie: cookie ?? '' };
    expect((await get(authorizeUrl(authority, { prompt: 'none', claims: fresh }), headers)).parameters.get('code')).toBeTruthy();
    const refused = await get(authorizeUrl(authority, { prompt: 'none', claims }), headers);
    expect([refused.parameters.get('error'), refused.parameters.get('claims')]).toEqual(['interaction_required', claims]);
    expect((await get(authorizeUrl(authority, { claims }), headers)).status).toBe(200);
    const again = await press(authorizeUrl(authority, { claims }), ANA);
    expect(
      (await get(authorizeUrl(authority, { prompt: 'none', claims }), { cookie: again.cookie ?? '' })).parameters.get('code'),
    ).toBeTruthy();
  });

  it('fails as a fault says', async () => {
    const tenant = authority.world.defaultTenant;
    addFault(tenant, { id: 'f', fired: 0, kind: 'authority', grant: 'silent', error: 'interaction_required', times: 1, user: ANA });
    const { cookie } = await press(authorizeUrl(authority), ANA);
    const silent = () =>
      get(authorizeUrl(authority, { prompt: 'none' }), { cookie: cookie ?? '' }).then((answer) => answer.parameters.get('error'));
    expect([await silent(), await silent()]).toEqual(['interaction_required', null]);
    removeFaults(tenant);
  });
});

describe('who may sign in', () => {
  it('not a disabled account, nor somebody unknown; the page says so', async () => {
    const disabled = await press(authorizeUrl(authority), 'arjun.mehta@tidewater.example');
    expect(disabled.text).toContain('Arjun Mehta’s account is disabled');
    expect((await press(authorizeUrl(authority), 'nobody@tidewater.example')).text).toContain('Nobody here has that address');
  });

  it('a guest by their own address', async () => {
    expect((await press(authorizeUrl(authority), 'oliver.byrne@portside.example')).parameters.get('code')).toBeTruthy();
  });
});
