import 'server-only';
import { jwtVerify } from 'jose';
import { config } from '@/lib/config';
import { z } from '@/lib/zod';
import { authority } from './authority';

/** Whom a token for the portal's own API names, and the token itself (it is the assertion of on-behalf-of). */
export interface ApiIdentity {
  oid: string;
  tid: string;
  name: string;
  userPrincipalName: string;
  roles: string[];
  apiToken: string;
  /** UTC milliseconds of real time. */
  expiresMs: number;
}

const Claims = z.object({
  ver: z.literal('2.0'),
  tid: z.string(),
  oid: z.string().min(1),
  azp: z.string(),
  scp: z.string(),
  exp: z.number(),
  idtyp: z.string().optional(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  roles: z.array(z.string()).default([]),
});

/** Why a token was refused: for logs and tests, never for the screen. */
export class RefusedToken extends Error {}

/** Clocks may differ by this much for `nbf`; an expired token is expired. */
const SKEW_SECONDS = 300;

/**
 * Validates a token for the portal's own API: signature, issuer, audience, version, tenant, client, scope, a person, not expired
 * (design §1). Throws RefusedToken; other errors mean that the authority could not be asked.
 */
export async function apiIdentity(token: string, now = Date.now()): Promise<ApiIdentity> {
  const { clientId, tenantId, apiScope } = config();
  const { metadata, keys } = await authority();
  const payload = await jwtVerify(token, keys, {
    algorithms: ['RS256'],
    issuer: metadata.issuer.replace('{tenantid}', tenantId),
    audience: clientId,
    clockTolerance: SKEW_SECONDS,
    requiredClaims: ['exp', 'iat'],
    currentDate: new Date(now),
  }).then(
    (verified) => verified.payload,
    (error: unknown) => {
      throw isUnreachable(error) ? error : new RefusedToken(error instanceof Error ? error.message : 'invalid', { cause: error });
    },
  );
  const claims = Claims.safeParse(payload);
  if (!claims.success) throw new RefusedToken(claims.error.issues.map((issue) => issue.path.join('.')).join(', '));
  const { data } = claims;
  const scopeName = apiScope.slice(apiScope.lastIndexOf('/') + 1);
  if (data.exp * 1000 <= now) throw new RefusedToken('expired');
  if (data.tid !== tenantId) throw new RefusedToken('tid');
  if (data.azp !== clientId) throw new RefusedToken('azp');
  if (data.idtyp === 'app') throw new RefusedToken('app-only');
  if (!data.scp.split(' ').includes(scopeName)) throw new RefusedToken('scp');
  const userPrincipalName = data.preferred_username ?? data.oid;
  return {
    oid: data.oid,
    tid: data.tid,
    name: data.name ?? userPrincipalName,
    userPrincipalName,
    roles: data.roles,
    apiToken: token,
    expiresMs: data.exp * 1000,
  };
}

function isUnreachable(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return !(error instanceof Error) || code === 'ERR_JWKS_TIMEOUT' || code === 'ERR_JOSE_GENERIC' || error.name === 'TypeError';
}
