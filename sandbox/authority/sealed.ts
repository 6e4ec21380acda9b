import { randomUUID } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import type { Tenant } from '../tenant/tenant.ts';
import type { World } from '../tenant/world.ts';
import { authorityKeys } from './keys.ts';
import type { Grant } from './state.ts';
import { authorityState } from './state.ts';

/** A browser app's refresh token lives a day from the sign-in, not from its last turn, as in Entra. */
const REFRESH_SECONDS = 24 * 60 * 60;

export interface RefreshGrant extends Grant {
  family: string;
  turn: number;
  /** It came of an on-behalf-of grant, so only the confidential client may use it. */
  confidential: boolean;
  /** Real time, UTC ms; compared with a revocation. */
  issuedAt: number;
  /** UTC seconds. */
  expiresAt: number;
}

/** A new refresh token, the next of its family. Opaque: sealed for the authority itself. */
export async function sealRefreshToken(
  world: World,
  grant: Grant,
  from: { family?: string; turn?: number; confidential: boolean; expiresAt?: number },
): Promise<{ token: string; family: string }> {
  const keys = await authorityKeys(world.dataDir);
  const family = from.family ?? randomUUID();
  const sealed: RefreshGrant = {
    ...pick(grant),
    family,
    turn: from.turn ?? 0,
    confidential: from.confidential,
    issuedAt: Date.now(),
    expiresAt: from.expiresAt ?? Math.floor(Date.now() / 1000) + REFRESH_SECONDS,
  };
  const token = await seal(keys.seal, 'refresh', { grant: sealed });
  return { token, family };
}

function pick(grant: Grant): Grant {
  const { partition, personId, scope, nonce, cp1, sessionId, signedInAt, steppedUp } = grant;
  return { partition, personId, scope, nonce, cp1, sessionId, signedInAt, steppedUp };
}

/** What a refresh token says, or undefined when it is none of ours. Turn, age and revocation are the caller's to judge. */
export async function openRefreshToken(world: World, token: string): Promise<RefreshGrant | undefined> {
  const payload = await open(world, 'refresh', token);
  return payload?.grant as RefreshGrant | undefined;
}

/** The authority's own sign-in session in a browser, one per partition. */
export interface AuthoritySession {
  partition: string;
  personId: string;
  sessionId: string;
  signedInAt: number;
  steppedUp: boolean;
}

export async function sealSession(world: World, session: AuthoritySession): Promise<string> {
  return seal((await authorityKeys(world.dataDir)).seal, 'session', { session });
}

/** The live session that a cookie's value names, or undefined: forged, ended, revoked, or its person is gone. */
export async function openSession(world: World, tenant: Tenant, value: string): Promise<AuthoritySession | undefined> {
  const session = (await open(world, 'session', value))?.session as AuthoritySession | undefined;
  if (!session || session.partition !== tenant.partition || authorityState(world).sessionEnded(session.sessionId)) return undefined;
  const person = tenant.people.get(session.personId);
  const revokedAt = tenant.revokedAt(session.personId);
  if (!person?.accountEnabled || (revokedAt !== null && session.signedInAt < revokedAt)) return undefined;
  return session;
}

function seal(key: Uint8Array, purpose: string, payload: Record<string, unknown>): Promise<string> {
  return new EncryptJWT(payload).setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: purpose }).encrypt(key);
}

async function open(world: World, purpose: string, value: string): Promise<Record<string, unknown> | undefined> {
  const keys = await authorityKeys(world.dataDir);
  try {
    const { payload } = await jwtDecrypt(value, keys.seal, { typ: purpose, contentEncryptionAlgorithms: ['A256GCM'] });
    return payload;
  } catch {
    return undefined;
  }
}
