import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PORTAL, authorizeUrl, get, press, signIn, startAuthority, token } from './testing/sandbox.ts';
import type { TestAuthority } from './testing/sandbox.ts';

const ANA = 'ana.ruiz@tidewater.example';
let authority: TestAuthority;

beforeAll(async () => {
  authority = await startAuthority();
});
afterAll(() => authority.close());

function logoutUrl(parameters: Record<string, string>): string {
  return `${authority.base}/oauth2/v2.0/logout?${new URLSearchParams(parameters)}`;
}

describe('end-session', () => {
  it('ends the session, its refresh tokens too, and returns with state', async () => {
    const { cookie, id_token, refresh_token } = await signIn(authority, ANA);
    const url = logoutUrl({ id_token_hint: id_token, post_logout_redirect_uri: `${PORTAL}/signed-out`, state: 's 1' });
    const answer = await get(url, { cookie });
    expect(answer.location).toBe(`${PORTAL}/signed-out?state=s+1`);
    expect(answer.cookie).toMatch(/=$/);
    const silent = await get(authorizeUrl(authority, { prompt: 'none' }), { cookie });
    expect(silent.parameters.get('error')).toBe('login_required');
    expect((await token(authority, { grant_type: 'refresh_token', refresh_token })).body.error_codes).toEqual([50132]);
  });

  it('leaves the session of whoever signed in meanwhile', async () => {
    const { id_token } = await signIn(authority, ANA);
    const { cookie } = await press(authorizeUrl(authority), 'priya.nair@tidewater.example');
    const answer = await get(logoutUrl({ id_token_hint: id_token, post_logout_redirect_uri: `${PORTAL}/signed-out` }), {
      cookie: cookie ?? '',
    });
    expect([answer.location, answer.cookie]).toEqual([`${PORTAL}/signed-out`, null]);
    expect((await get(authorizeUrl(authority, { prompt: 'none' }), { cookie: cookie ?? '' })).parameters.get('code')).toBeTruthy();
  });

  it('never leads to an address that is not registered, nor anywhere without a hint', async () => {
    const { id_token, access_token } = await signIn(authority, ANA);
    const unknown = await get(logoutUrl({ id_token_hint: id_token, post_logout_redirect_uri: 'https://evil.example/' }));
    expect([unknown.status, unknown.location]).toEqual([400, null]);
    const forged = await get(logoutUrl({ id_token_hint: `${access_token}x`, post_logout_redirect_uri: `${PORTAL}/signed-out` }));
    expect([forged.status, forged.location]).toEqual([400, null]);
    const bare = await get(logoutUrl({ post_logout_redirect_uri: `${PORTAL}/signed-out` }));
    expect([bare.status, bare.location]).toEqual([200, null]);
    expect(bare.text).toContain('You are signed out');
  });
});
