import { SignJWT, decodeJwt, generateKeyPair } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addFault, removeFaults } from '../control/faults.ts';
import { personOf } from '../seed/people.ts';
import type { Person } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { exchange, startAuthority } from './testing/sandbox.ts';
import type { TestAuthority } from './testing/sandbox.ts';
import { API_SCOPE, CLIENT_ID, GRAPH_SCOPES } from './registration.ts';
import { issueGraphToken, issueIdToken, issuePortalToken, issuer } from './tokens.ts';
import type { TokenOptions } from './tokens.ts';

let authority: TestAuthority;
let tenant: Tenant;
let ana: Person;

beforeAll(async () => {
  authority = await startAuthority();
  tenant = authority.world.defaultTenant;
  ana = personOf(tenant, 'ana.ruiz');
});
afterEach(() => {
  removeFaults(tenant);
  tenant.setBehaviour({ scopes: 'union' });
  for (const { name } of GRAPH_SCOPES) tenant.setConsent(name, true);
});
afterAll(() => authority.close());

const assertion = (options?: TokenOptions): Promise<string> =>
  issuePortalToken(authority.world, tenant, ana, options).then((issued) => issued.access_token);

describe('on behalf of', () => {
  it('gives a Graph token for the same person, with all that is consented', async () => {
    const { status, body } = await exchange(authority, await assertion(), 'User.Read openid profile offline_access');
    const all = GRAPH_SCOPES.map((scope) => scope.name);
    const claims = decodeJwt(body.access_token);
    expect(status).toBe(200);
    expect(claims).toMatchObject({ aud: 'https://graph.microsoft.com', oid: ana.id, azp: CLIENT_ID, azpacr: '1' });
    expect(String(claims.scp).split(' ').sort()).toEqual([...all].sort());
    expect(body.scope.split(' ')).toEqual(expect.arrayContaining([...all, 'openid', 'profile']));
    expect(decodeJwt(body.id_token)).toMatchObject({ oid: ana.id, aud: CLIENT_ID });
    expect(body.client_info).toBeTruthy();
  });

  it('gives exactly what was asked where the switch says so, and spells scopes as asked', async () => {
    tenant.setBehaviour({ scopes: 'exact' });
    const bare = await exchange(authority, await assertion(), 'entitlementmgmt-subjectaccess.readwrite User.Read');
    expect(decodeJwt(bare.body.access_token).scp).toBe('EntitlementMgmt-SubjectAccess.ReadWrite User.Read');
    expect(bare.body.scope).toBe('EntitlementMgmt-SubjectAccess.ReadWrite User.Read');
    const full = await exchange(authority, await assertion(), 'https://graph.microsoft.com/User.Read');
    expect(full.body.scope).toBe('https://graph.microsoft.com/User.Read');
  });

  it('echoes Graph’s .default and gives what is consented', async () => {
    tenant.setConsent('EntitlementManagement.ReadWrite.All', false);
    const { body } = await exchange(authority, await assertion(), 'https://graph.microsoft.com/.default');
    expect(body.scope.split(' ')).toContain('https://graph.microsoft.com/.default');
    expect(decodeJwt(body.access_token).scp).not.toContain('EntitlementManagement.ReadWrite.All');
  });

  it('declares cp1 only when this call does', async () => {
    const claims = JSON.stringify({ access_token: { xms_cc: { values: ['cp1'] } } });
    expect(decodeJwt((await exchange(authority, await assertion(), 'User.Read', { claims })).body.access_token).xms_cc).toEqual(['cp1']);
    expect(decodeJwt((await exchange(authority, await assertion({ cp1: true }), 'User.Read')).body.access_token).xms_cc).toBeUndefined();
  });

  it('keeps the partition', async () => {
    const other = authority.world.create('bare');
    const theirs = await issuePortalToken(authority.world, other, personOf(other, 'ana.ruiz'));
    const { body } = await exchange(authority, theirs.access_token, 'User.Read');
    expect(decodeJwt(body.access_token)).toMatchObject({ sandbox_partition: other.partition, oid: personOf(other, 'ana.ruiz').id });
  });
});

describe('refusals', () => {
  it('an assertion that is expired, forged, for Graph, or an id token', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT({ oid: ana.id, scp: 'access_as_user', sandbox_partition: 'default', sandbox_issued: Date.now() })
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(issuer(authority.world))
      .setAudience(CLIENT_ID)
      .setExpirationTime('1h')
      .sign(privateKey);
    const graph = (await issueGraphToken(authority.world, tenant, ana, ['User.Read'])).access_token;
    const id = await issueIdToken(authority.world, tenant, ana, { nonce: null, sessionId: 's', signedInAt: Date.now() });
    const refused = async (value: string) => (await exchange(authority, value, 'User.Read')).body;
    expect(await refused(await assertion({ lifetime: -10 }))).toMatchObject({ error: 'invalid_grant', error_codes: [500133] });
    expect(await refused(forged)).toMatchObject({ error: 'invalid_grant', error_codes: [50013] });
    expect(await refused(graph)).toMatchObject({ error: 'invalid_grant', error_codes: [500131] });
    expect(await refused(id)).toMatchObject({ error: 'invalid_grant', error_codes: [50027] });
  });

  it('a wrong or missing secret, and another token use', async () => {
    expect((await exchange(authority, await assertion(), 'User.Read', { client_secret: 'x' })).status).toBe(401);
    expect((await exchange(authority, await assertion(), 'User.Read', { client_secret: '' })).status).toBe(401);
    expect((await exchange(authority, await assertion(), 'User.Read', { requested_token_use: 'x' })).body.error_codes).toEqual([90014]);
  });

  it('the own app as the resource', async () => {
    for (const scope of [API_SCOPE, `api://${CLIENT_ID}/.default`]) {
      expect((await exchange(authority, await assertion(), scope)).body.error_codes).toEqual([90009]);
    }
  });

  it('a scope that nobody consented to, by name', async () => {
    tenant.setConsent('EntitlementManagement.Read.All', false);
    const { body } = await exchange(authority, await assertion(), 'EntitlementManagement.Read.All User.Read');
    expect(body).toMatchObject({ error: 'consent_required', suberror: 'consent_required', error_codes: [65001] });
    expect(body.error_description).toContain('Scopes: EntitlementManagement.Read.All.');
    expect((await exchange(authority, await assertion(), 'User.Read')).status).toBe(200);
  });

  it('an assertion from before a revocation', async () => {
    const before = await assertion();
    tenant.revoke(ana.id);
    expect((await exchange(authority, before, 'User.Read')).body).toMatchObject({ error: 'invalid_grant', error_codes: [50173] });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await exchange(authority, await assertion(), 'User.Read')).status).toBe(200);
  });

  it('what a fault asks for, claims and all', async () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    addFault(tenant, { id: 'f', fired: 0, kind: 'authority', grant: 'on_behalf_of', error: 'interaction_required', claims, times: 1 });
    expect((await exchange(authority, await assertion(), 'User.Read')).body).toMatchObject({
      error: 'interaction_required',
      suberror: 'basic_action',
      claims,
    });
    expect((await exchange(authority, await assertion(), 'User.Read')).status).toBe(200);
  });
});
