import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { addFault, removeFaults } from '../control/faults.ts';
import { personOf } from '../seed/people.ts';
import { PORTAL, SIGN_IN_SCOPE, authorizeUrl, pkce, press, signIn, startAuthority, token } from './testing/sandbox.ts';
import type { TestAuthority } from './testing/sandbox.ts';
import { API_SCOPE, CLIENT_ID, TENANT_ID } from './registration.ts';

const ANA = 'ana.ruiz@tidewater.example';
let authority: TestAuthority;

beforeAll(async () => {
  authority = await startAuthority();
});
afterEach(() => {
  vi.useRealTimers();
  removeFaults(authority.world.defaultTenant);
});
afterAll(() => authority.close());

async function freshCode(changes: Record<string, string> = {}): Promise<Record<string, string>> {
  const { verifier, challenge } = pkce();
  const { parameters } = await press(authorizeUrl(authority, { code_challenge: challenge, ...changes }), ANA);
  return {
    grant_type: 'authorization_code',
    code: parameters.get('code') ?? '',
    redirect_uri: `${PORTAL}/auth/redirect`,
    code_verifier: verifier,
  };
}

describe('authorization_code', () => {
  it('gives API, id and refresh tokens', async () => {
    const { status, body } = await token(authority, await freshCode());
    const ana = personOf(authority.world.defaultTenant, 'ana.ruiz');
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', scope: API_SCOPE, expires_in: 3600 });
    expect(decodeJwt(body.access_token)).toMatchObject({ aud: CLIENT_ID, scp: 'access_as_user', azpacr: '0' });
    expect(decodeJwt(body.id_token)).toMatchObject({
      aud: CLIENT_ID,
      nonce: 'no-1',
      oid: ana.id,
      tid: TENANT_ID,
      name: 'Ana Ruiz',
      preferred_username: ANA,
      login_hint: ANA,
    });
    expect(JSON.parse(Buffer.from(String(body.client_info), 'base64url').toString())).toEqual({ uid: ana.id, utid: TENANT_ID });
  });

  it('declares cp1 when the client did', async () => {
    const fields = await freshCode({ claims: JSON.stringify({ access_token: { xms_cc: { values: ['CP1'] } } }) });
    expect(decodeJwt((await token(authority, fields)).body.access_token).xms_cc).toEqual(['cp1']);
  });

  it('takes a code once, and a second use ends what came of the first', async () => {
    const fields = await freshCode();
    const first = await token(authority, fields);
    const second = await token(authority, fields);
    expect([second.status, second.body.error, second.body.error_codes]).toEqual([400, 'invalid_grant', [54005]]);
    const refreshed = await token(authority, { grant_type: 'refresh_token', refresh_token: first.body.refresh_token });
    expect(refreshed.body.error).toBe('invalid_grant');
  });

  it.each([
    ['another verifier', { code_verifier: pkce().verifier }, 'invalid_grant', 501481],
    ['the other registered redirect URI', { redirect_uri: `${PORTAL}/signed-out` }, 'invalid_grant', 500112],
    ['an unknown code', { code: 'x' }, 'invalid_grant', 9002313],
    ['a wrong secret', { client_secret: 'x' }, 'invalid_client', 7000215],
    ['an unknown client', { client_id: TENANT_ID }, 'unauthorized_client', 700016],
    ['two resources at once', { scope: `${API_SCOPE} User.Read` }, 'invalid_scope', 28000],
    ['.default on the own app', { scope: `api://${CLIENT_ID}/.default` }, 'invalid_resource', 90009],
    ['an unknown grant', { grant_type: 'password' }, 'unsupported_grant_type', 70003],
  ])('refuses %s', async (_, changes, error, number) => {
    const { status, body } = await token(authority, { ...(await freshCode()), ...changes });
    expect([status, body.error, body.error_codes]).toEqual([error === 'invalid_client' ? 401 : 400, error, [number]]);
    expect(body).toHaveProperty('trace_id');
    expect(body).toHaveProperty('correlation_id');
    expect(body.timestamp).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/);
  });

  it('refuses a missing verifier and an expired code', async () => {
    const fields = await freshCode();
    const bare = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'code_verifier'));
    expect((await token(authority, bare)).body.error_codes).toEqual([9002325]);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 });
    expect((await token(authority, fields)).body.error_codes).toEqual([70008]);
  });
});

describe('refresh_token', () => {
  const refresh = (value: string, changes: Record<string, string> = {}) =>
    token(authority, { grant_type: 'refresh_token', refresh_token: value, ...changes });

  it('rotates; reuse is refused and ends the family', async () => {
    const first = await signIn(authority, ANA);
    const second = await refresh(first.refresh_token, { scope: SIGN_IN_SCOPE });
    expect(second.status).toBe(200);
    expect(second.body.id_token).toBeTruthy();
    const third = await refresh(second.body.refresh_token);
    expect(third.status).toBe(200);
    expect((await refresh(first.refresh_token)).body.error_codes).toEqual([70000]);
    expect((await refresh(third.body.refresh_token)).body.error).toBe('invalid_grant');
  });

  it('keeps the partition', async () => {
    const other = authority.world.create('bare');
    const { verifier, challenge } = pkce();
    const pressed = await press(authorizeUrl(authority, { code_challenge: challenge }), ANA, {
      cookie: `sandbox-partition=${other.partition}`,
    });
    const fields = { grant_type: 'authorization_code', redirect_uri: `${PORTAL}/auth/redirect`, code_verifier: verifier };
    const first = await token(authority, { ...fields, code: pressed.parameters.get('code') ?? '' });
    const second = await refresh(first.body.refresh_token);
    expect(decodeJwt(second.body.access_token)).toMatchObject({ sandbox_partition: other.partition, oid: personOf(other, 'ana.ruiz').id });
    authority.world.remove(other.partition);
    expect((await refresh(second.body.refresh_token)).body.error).toBe('invalid_grant');
  });

  it('ends after a day, however often it turned, and with a revocation', async () => {
    const old = await signIn(authority, ANA);
    authority.world.defaultTenant.revoke(personOf(authority.world.defaultTenant, 'ana.ruiz').id);
    expect((await refresh(old.refresh_token)).body.error_codes).toEqual([50173]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const fresh = await refresh((await signIn(authority, ANA)).refresh_token);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 25 * 60 * 60_000 });
    expect((await refresh(fresh.body.refresh_token)).body.error_codes).toEqual([700084]);
  });

  it('is good again after a fault, which does not use it up', async () => {
    const { refresh_token: value } = await signIn(authority, ANA);
    addFault(authority.world.defaultTenant, {
      id: 'f',
      fired: 0,
      kind: 'authority',
      grant: 'refresh_token',
      error: 'temporarily_unavailable',
      times: 1,
    });
    expect((await refresh(value)).status).toBe(503);
    expect((await refresh(value)).status).toBe(200);
  });

  it('asks for presence when the claims do', async () => {
    const { refresh_token: value } = await signIn(authority, ANA);
    const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });
    expect((await refresh(value, { claims })).body).toMatchObject({ error: 'interaction_required', suberror: 'basic_action', claims });
  });

  it('is no token of ours when it is an access token', async () => {
    expect((await refresh((await signIn(authority, ANA)).access_token)).body.error_codes).toEqual([9002313]);
  });
});

describe('the endpoint', () => {
  it('lets only the portal’s scripts in', async () => {
    const preflight = (origin: string) =>
      fetch(`${authority.base}/oauth2/v2.0/token`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      }).then((response) => response.headers.get('access-control-allow-origin'));
    expect([await preflight(PORTAL), await preflight('http://localhost:1'), await preflight('null')]).toEqual([PORTAL, null, null]);
  });

  it('takes POST only', async () => {
    expect((await fetch(`${authority.base}/oauth2/v2.0/token`)).status).toBe(405);
  });
});
