import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { GRAPH_SCOPES } from './registration.ts';
import { SIGN_IN_SCOPE, authorizeUrl, exchange, get, press, signIn, startAuthority } from './testing/sandbox.ts';
import type { TestAuthority } from './testing/sandbox.ts';

const ANA = 'ana.ruiz@tidewater.example';
const SMALL = 'EntitlementMgmt-SubjectAccess.ReadWrite';
let authority: TestAuthority;

beforeAll(async () => {
  authority = await startAuthority();
});
afterEach(() => {
  for (const { name } of GRAPH_SCOPES) authority.world.defaultTenant.setConsent(name, true);
});
afterAll(() => authority.close());

describe('a scope that a person may consent to', () => {
  it('is taken at the sign-in click, said on the page, and good for on behalf of', async () => {
    authority.world.defaultTenant.setConsent(SMALL, false);
    const early = await signIn(authority, ANA);
    expect((await exchange(authority, early.access_token, SMALL)).body.error).toBe('consent_required');
    const silent = await get(authorizeUrl(authority, { prompt: 'none', scope: `${SIGN_IN_SCOPE} ${SMALL}` }), { cookie: early.cookie });
    expect(silent.parameters.get('error')).toBe('consent_required');
    const url = authorizeUrl(authority, { scope: `${SIGN_IN_SCOPE} ${SMALL}` });
    expect((await get(url, { cookie: early.cookie })).text).toContain(`<code>${SMALL}</code>`);
    await press(url, ANA);
    expect((await exchange(authority, early.access_token, SMALL)).status).toBe(200);
    const other = await signIn(authority, 'yuki.sato@tidewater.example');
    expect((await exchange(authority, other.access_token, SMALL)).body.error).toBe('consent_required');
  });

  it('is not kept by the person where the tenant had consented', async () => {
    const { access_token: assertion } = await signIn(authority, 'nils.ekberg@tidewater.example');
    await press(authorizeUrl(authority, { scope: `${SIGN_IN_SCOPE} ${SMALL}` }), 'nils.ekberg@tidewater.example');
    authority.world.defaultTenant.setConsent(SMALL, false);
    expect((await exchange(authority, assertion, SMALL)).body.error).toBe('consent_required');
  });
});

describe('a scope that needs an administrator', () => {
  it('is refused by name, with the page and without', async () => {
    authority.world.defaultTenant.setConsent('EntitlementManagement.ReadWrite.All', false);
    const url = authorizeUrl(authority, { scope: `${SIGN_IN_SCOPE} EntitlementManagement.ReadWrite.All` });
    const { parameters, cookie } = await press(url, 'priya.nair@tidewater.example');
    expect(parameters.get('error')).toBe('consent_required');
    expect(parameters.get('error_codes')).toBe('65001');
    expect(parameters.get('error_description')).toContain('EntitlementManagement.ReadWrite.All');
    expect(cookie).toBeNull();
  });

  it('goes through once the tenant has consented', async () => {
    const url = authorizeUrl(authority, { scope: `${SIGN_IN_SCOPE} EntitlementManagement.ReadWrite.All` });
    expect((await press(url, 'priya.nair@tidewater.example')).parameters.get('code')).toBeTruthy();
  });
});
