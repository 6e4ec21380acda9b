import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT, createRemoteJWKSet, decodeJwt, generateKeyPair, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Person } from '../tenant/model.ts';
import { personOf } from '../seed/people.ts';
import { API_AUDIENCE, CLIENT_ID, GRAPH_AUDIENCE, TENANT_ID } from './registration.ts';
import { issueGraphToken, issueIdToken, issuePortalToken, issuer, readBearer } from './tokens.ts';
import { startAuthority } from './testing/sandbox.ts';
import type { TestAuthority } from './testing/sandbox.ts';

let authority: TestAuthority;
let ana: Person;

beforeEach(async () => {
  authority = await startAuthority();
  ana = personOf(authority.world.defaultTenant, 'ana.ruiz');
});
afterEach(() => authority.close());

const graphToken = (options = {}): Promise<string> =>
  issueGraphToken(authority.world, authority.world.defaultTenant, ana, ['User.Read'], options).then((issued) => issued.access_token);

describe('access tokens', () => {
  it('carry what Entra’s v2 tokens do', async () => {
    const { world } = authority;
    const priya = personOf(world.defaultTenant, 'priya.nair');
    const issued = await issueGraphToken(world, world.defaultTenant, priya, ['User.Read', 'User.ReadBasic.All'], { cp1: true });
    const keys = createRemoteJWKSet(new URL(`${authority.base}/discovery/v2.0/keys`));
    const { payload, protectedHeader } = await jwtVerify(issued.access_token, keys, { issuer: issuer(world), audience: GRAPH_AUDIENCE });
    expect(protectedHeader.alg).toBe('RS256');
    expect(payload).toMatchObject({
      tid: TENANT_ID,
      oid: priya.id,
      preferred_username: 'priya.nair@tidewater.example',
      name: 'Priya Nair',
      azp: CLIENT_ID,
      ver: '2.0',
      scp: 'User.Read User.ReadBasic.All',
      roles: ['AccessPackage.Admin'],
      xms_cc: ['cp1'],
    });
    expect(payload.sub).not.toBe(priya.id);
    expect(issued.expires_in).toBe(3600);
  });

  it('are for the portal’s API by client id, and last as long as the partition says', async () => {
    authority.world.defaultTenant.setBehaviour({ tokenLifetimeSeconds: 90 });
    const issued = await issuePortalToken(authority.world, authority.world.defaultTenant, ana);
    expect(decodeJwt(issued.access_token)).toMatchObject({ aud: API_AUDIENCE, scp: 'access_as_user' });
    expect(issued.expires_in).toBe(90);
  });
});

describe('readBearer', () => {
  it('tells the tenant and the caller, twice the same', async () => {
    const header = `Bearer ${await graphToken({ cp1: true })}`;
    for (const bearer of [await readBearer(authority.world, header), await readBearer(authority.world, header)]) {
      expect(bearer).toMatchObject({
        tenant: authority.world.defaultTenant,
        caller: { person: ana, scopes: ['User.Read'], app: CLIENT_ID, cp1: true },
      });
    }
  });

  it('finds the partition of the token', async () => {
    const other = authority.world.create('bare');
    const issued = await issueGraphToken(authority.world, other, personOf(other, 'ana.ruiz'), ['User.Read']);
    expect(await readBearer(authority.world, `Bearer ${issued.access_token}`)).toMatchObject({ tenant: other });
    authority.world.remove(other.partition);
    expect(await readBearer(authority.world, `Bearer ${issued.access_token}`)).toMatchObject({ failure: 'bad' });
  });

  it('refuses what is missing, foreign, for another audience, or changed', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const foreign = await new SignJWT({
      oid: ana.id,
      scp: 'User.Read',
      azp: CLIENT_ID,
      tid: TENANT_ID,
      sandbox_partition: 'default',
      sandbox_issued: Date.now(),
    })
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(issuer(authority.world))
      .setAudience(GRAPH_AUDIENCE)
      .setExpirationTime('1h')
      .sign(privateKey);
    const portal = (await issuePortalToken(authority.world, authority.world.defaultTenant, ana)).access_token;
    const changed = (await graphToken()).replace(/\.([^.]{10})/, '.AAAAAAAAAA');
    expect(await readBearer(authority.world, undefined)).toMatchObject({ failure: 'missing' });
    for (const bad of [foreign, portal, changed, 'x'])
      expect(await readBearer(authority.world, `Bearer ${bad}`)).toMatchObject({ failure: 'bad' });
  });

  it('refuses an id token as a bearer', async () => {
    const id = await issueIdToken(authority.world, authority.world.defaultTenant, ana, {
      nonce: 'n',
      sessionId: 's',
      signedInAt: Date.now(),
    });
    expect(await readBearer(authority.world, `Bearer ${id}`)).toMatchObject({ failure: 'bad' });
  });

  it('judges age by real time, a known token too', async () => {
    expect(await readBearer(authority.world, `Bearer ${await graphToken({ lifetime: -5 })}`)).toMatchObject({ failure: 'expired' });
    const header = `Bearer ${await graphToken({ lifetime: 60 })}`;
    authority.world.defaultTenant.setClock({ now: Date.now() + 365 * 24 * 60 * 60_000 });
    expect(await readBearer(authority.world, header)).toHaveProperty('caller');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    expect(await readBearer(authority.world, header)).toMatchObject({ failure: 'expired' });
    vi.useRealTimers();
  });

  it('refuses what was issued before a revocation, and takes what came after', async () => {
    const before = `Bearer ${await graphToken({ cp1: true })}`;
    expect(await readBearer(authority.world, before)).toHaveProperty('caller');
    authority.world.defaultTenant.revoke(ana.id);
    expect(await readBearer(authority.world, before)).toMatchObject({ failure: 'revoked', cp1: true });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await readBearer(authority.world, `Bearer ${await graphToken()}`)).toHaveProperty('caller');
  });
});

describe('the signing key', () => {
  it('outlives a restart', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'authority-keys-'));
    const first = await startAuthority(dataDir);
    const jwks = (base: string): Promise<unknown> => fetch(`${base}/discovery/v2.0/keys`).then((response) => response.json());
    const before = await jwks(first.base);
    await first.close();
    vi.resetModules();
    const { authorityKeys } = await import('./keys.ts');
    expect({ keys: [(await authorityKeys(dataDir)).publicJwk] }).toEqual(before);
    rmSync(dataDir, { recursive: true });
  });
});
