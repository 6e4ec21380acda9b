import { createHash, randomBytes } from 'node:crypto';
import { SignJWT, errors, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import type { Caller, Person } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { World } from '../tenant/world.ts';
import { authorityKeys } from './keys.ts';
import { API_AUDIENCE, API_SCOPE_NAME, CLIENT_ID, GRAPH_AUDIENCE, TENANT_ID } from './registration.ts';

/** Private claims: which partition a token belongs to, and its `iat` in milliseconds (revocation is finer than a second). */
export const PARTITION_CLAIM = 'sandbox_partition';
export const ISSUED_CLAIM = 'sandbox_issued';

export interface TokenOptions {
  /** The client declared cp1, so it understands claims challenges (contract §1.8). */
  cp1?: boolean;
  /** Seconds; the partition's `tokenLifetimeSeconds` when absent. May be negative: already expired. */
  lifetime?: number;
  /** True when a client secret was shown (on behalf of): `azpacr` "1". */
  confidential?: boolean;
}

export interface IssuedToken {
  access_token: string;
  /** Seconds. */
  expires_in: number;
}

/** `iss` of every token. */
export function issuer(world: World): string {
  return `http://localhost:${world.port}/${TENANT_ID}/v2.0`;
}

/** A delegated Graph token for `person` with exactly these scopes. */
export function issueGraphToken(
  world: World,
  tenant: Tenant,
  person: Person,
  scopes: readonly string[],
  options: TokenOptions = {},
): Promise<IssuedToken> {
  return issueAccessToken(world, tenant, person, { aud: GRAPH_AUDIENCE, scp: scopes.join(' ') }, options);
}

/** A token for the portal's own API: what the browser hands to `POST /api/session`. */
export function issuePortalToken(world: World, tenant: Tenant, person: Person, options: TokenOptions = {}): Promise<IssuedToken> {
  return issueAccessToken(world, tenant, person, { aud: API_AUDIENCE, scp: API_SCOPE_NAME }, options);
}

async function issueAccessToken(
  world: World,
  tenant: Tenant,
  person: Person,
  forWhat: { aud: string; scp: string },
  options: TokenOptions,
): Promise<IssuedToken> {
  const lifetime = options.lifetime ?? tenant.behaviour.tokenLifetimeSeconds;
  const access_token = await sign(world, tenant, person, lifetime, {
    ...forWhat,
    azp: CLIENT_ID,
    azpacr: options.confidential === true ? '1' : '0',
    ...(options.cp1 === true ? { xms_cc: ['cp1'] } : {}),
  });
  return { access_token, expires_in: Math.max(0, lifetime) };
}

export interface IdTokenOptions {
  nonce: string | null;
  sessionId: string;
  /** Real time, UTC ms. */
  signedInAt: number;
}

/** The id token of a sign-in. */
export function issueIdToken(world: World, tenant: Tenant, person: Person, options: IdTokenOptions): Promise<string> {
  return sign(world, tenant, person, tenant.behaviour.tokenLifetimeSeconds, {
    aud: CLIENT_ID,
    sid: options.sessionId,
    auth_time: Math.floor(options.signedInAt / 1000),
    login_hint: person.userPrincipalName,
    ...(person.mail === null ? {} : { email: person.mail }),
    ...(options.nonce === null ? {} : { nonce: options.nonce }),
  });
}

async function sign(world: World, tenant: Tenant, person: Person, lifetime: number, claims: JWTPayload): Promise<string> {
  const keys = await authorityKeys(world.dataDir);
  const issued = Date.now();
  const iat = Math.floor(issued / 1000);
  return new SignJWT({
    ...claims,
    name: person.displayName,
    oid: person.id,
    preferred_username: person.userPrincipalName,
    ...(person.appRoles.length > 0 ? { roles: person.appRoles } : {}),
    tid: TENANT_ID,
    uti: randomBytes(16).toString('base64url'),
    ver: '2.0',
    [PARTITION_CLAIM]: tenant.partition,
    [ISSUED_CLAIM]: issued,
  })
    .setProtectedHeader({ alg: 'RS256', kid: keys.kid, typ: 'JWT' })
    .setIssuer(issuer(world))
    .setSubject(pairwiseSubject(person))
    .setIssuedAt(iat)
    .setNotBefore(Math.min(iat, iat + lifetime))
    .setExpirationTime(iat + lifetime)
    .sign(keys.privateKey);
}

/** `sub` differs from `oid` and from app to app, as in Entra. */
function pairwiseSubject(person: Person): string {
  return createHash('sha256').update(`${CLIENT_ID} ${person.id}`).digest('base64url');
}

/** What MSAL builds its account id from. */
export function clientInfo(person: Person): string {
  return Buffer.from(JSON.stringify({ uid: person.id, utid: TENANT_ID })).toString('base64url');
}

export interface BearerFailure {
  /** `missing`: no bearer at all; `bad`: not ours, for another audience, or about nobody. */
  failure: 'missing' | 'bad' | 'expired' | 'revoked';
  /** The token understands claims challenges, so a refusal may carry one (contract §1.8). */
  cp1: boolean;
  /** For `authorization_uri` of the WWW-Authenticate header. */
  authorizationUri: string;
}

export interface Bearer {
  tenant: Tenant;
  caller: Caller;
}

interface Verified {
  partition: string;
  personId: string;
  scopes: string[];
  app: string;
  cp1: boolean;
  issuedAt: number;
  expiresAt: number;
}

/** Verified tokens, so that a signature is checked once and not on every call. */
const verified = new Map<string, Verified>();
const KEPT = 5_000;

/** Who calls Graph, as the Authorization header says, or why it does not count. Judged by real time. */
export async function readBearer(world: World, header: string | undefined): Promise<Bearer | BearerFailure> {
  const token = /^Bearer\s+(\S+)\s*$/i.exec(header ?? '')?.[1];
  if (token === undefined) return fail(world, 'missing');
  // The key belongs to this world: two worlds of one process must not read each other's tokens from the cache.
  const key = `${world.port} ${world.dataDir} ${token}`;
  const known = verified.get(key) ?? (await verify(world, token, key));
  if (typeof known === 'string') return fail(world, known);
  if (known.expiresAt <= Date.now()) {
    verified.delete(key);
    return fail(world, 'expired', known.cp1);
  }
  const tenant = world.partition(known.partition);
  const person = tenant?.people.get(known.personId);
  if (!tenant || !person) return fail(world, 'bad');
  const revokedAt = tenant.revokedAt(person.id);
  if (!person.accountEnabled || (revokedAt !== null && known.issuedAt < revokedAt)) return fail(world, 'revoked', known.cp1);
  return { tenant, caller: { person, scopes: known.scopes, app: known.app, cp1: known.cp1, issuedAt: known.issuedAt } };
}

async function verify(world: World, token: string, key: string): Promise<Verified | 'bad' | 'expired'> {
  const keys = await authorityKeys(world.dataDir);
  try {
    const { payload } = await jwtVerify(token, keys.publicKey, { issuer: issuer(world), audience: GRAPH_AUDIENCE, algorithms: ['RS256'] });
    const claims = readClaims(payload);
    if (!claims) return 'bad';
    if (verified.size >= KEPT) verified.delete(verified.keys().next().value ?? '');
    verified.set(key, claims);
    return claims;
  } catch (error) {
    return error instanceof errors.JWTExpired ? 'expired' : 'bad';
  }
}

function readClaims(payload: JWTPayload): Verified | undefined {
  const { oid, scp, azp, exp, tid } = payload;
  const partition = payload[PARTITION_CLAIM];
  const issuedAt = payload[ISSUED_CLAIM];
  if (typeof oid !== 'string' || typeof scp !== 'string' || typeof azp !== 'string' || exp === undefined || tid !== TENANT_ID)
    return undefined;
  if (typeof partition !== 'string' || typeof issuedAt !== 'number') return undefined;
  const cp1 = Array.isArray(payload.xms_cc) && payload.xms_cc.includes('cp1');
  return { partition, personId: oid, scopes: scp.split(' ').filter(Boolean), app: azp, cp1, issuedAt, expiresAt: exp * 1000 };
}

function fail(world: World, failure: BearerFailure['failure'], cp1 = false): BearerFailure {
  return { failure, cp1, authorizationUri: `http://localhost:${world.port}/${TENANT_ID}/oauth2/v2.0/authorize` };
}
