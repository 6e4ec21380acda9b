import { randomUUID } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import type { World } from '../../tenant/world.ts';
import { readClaimsRequest } from '../claims-request.ts';
import { authenticateClient, secretRequired } from '../client-authentication.ts';
import { OAuthError } from '../errors.ts';
import { authorityFault } from '../faults.ts';
import { authorityKeys } from '../keys.ts';
import { API_AUDIENCE, API_SCOPE, APP_NAME, CLIENT_ID } from '../registration.ts';
import type { AuthorityRequest } from '../request.ts';
import { parseScopes } from '../scopes.ts';
import { sealRefreshToken } from '../sealed.ts';
import type { Grant } from '../state.ts';
import { ISSUED_CLAIM, PARTITION_CLAIM, clientInfo, issueIdToken, issuer } from '../tokens.ts';
import { accessToken, grantedTo } from './answer.ts';

/** The on-behalf-of grant: the portal's server turns a person's API token into a Graph token for that person. */
export async function redeemAssertion(request: AuthorityRequest): Promise<Record<string, unknown>> {
  const { world, form } = request;
  if (authenticateClient(request) !== 'confidential') throw secretRequired();
  if (form.get('requested_token_use') !== 'on_behalf_of') {
    throw new OAuthError(
      'invalid_request',
      90014,
      "The required field 'requested_token_use' is missing from the request, or is not 'on_behalf_of'.",
    );
  }
  const assertion = form.get('assertion');
  if (!assertion) throw new OAuthError('invalid_request', 900144, "The request body must contain the following parameter: 'assertion'.");
  const claims = await readAssertion(world, assertion);
  const { tenant, person } = grantedTo(world, claims.partition, claims.personId, claims.issuedAt);
  authorityFault(tenant, 'on_behalf_of', person);
  const scope = form.get('scope') ?? '';
  if (scope.trim() === '')
    throw new OAuthError('invalid_request', 900144, "The request body must contain the following parameter: 'scope'.");
  const asked = parseScopes(scope);
  if (asked.api)
    throw new OAuthError(
      'invalid_resource',
      90009,
      `Application '${CLIENT_ID}'(${APP_NAME}) is requesting a token for itself (${API_SCOPE}).`,
    );
  const { cp1 } = readClaimsRequest(form.get('claims'));
  const access = await accessToken(world, tenant, person, asked, { cp1, confidential: true });
  const session = { sessionId: randomUUID(), signedInAt: claims.issuedAt };
  const grant: Grant = { ...session, partition: tenant.partition, personId: person.id, scope, nonce: null, cp1, steppedUp: false };
  return {
    token_type: 'Bearer',
    scope: access.scope,
    expires_in: access.expires_in,
    ext_expires_in: access.expires_in,
    access_token: access.access_token,
    ...(asked.oidc.includes('offline_access')
      ? { refresh_token: (await sealRefreshToken(world, grant, { confidential: true })).token }
      : {}),
    ...(asked.oidc.includes('openid') ? { id_token: await issueIdToken(world, tenant, person, grant) } : {}),
    client_info: clientInfo(person),
  };
}

/** What the API token says, judged by signature, issuer, audience and real time. */
async function readAssertion(world: World, assertion: string): Promise<{ partition: string; personId: string; issuedAt: number }> {
  const keys = await authorityKeys(world.dataDir);
  const payload = await verify(assertion, keys.publicKey, issuer(world));
  const partition = payload[PARTITION_CLAIM];
  const issuedAt = payload[ISSUED_CLAIM];
  if (typeof partition !== 'string' || typeof issuedAt !== 'number' || typeof payload.oid !== 'string' || typeof payload.scp !== 'string') {
    throw new OAuthError('invalid_grant', 50027, 'JWT token is invalid or malformed: it is no delegated token of a person.');
  }
  return { partition, personId: payload.oid, issuedAt };
}

async function verify(assertion: string, key: Parameters<typeof jwtVerify>[1], iss: string): Promise<JWTPayload> {
  try {
    return (await jwtVerify(assertion, key, { issuer: iss, audience: API_AUDIENCE, algorithms: ['RS256'] })).payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired)
      throw new OAuthError(
        'invalid_grant',
        500133,
        'Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion.',
      );
    if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') {
      throw new OAuthError(
        'invalid_grant',
        500131,
        `Assertion audience does not match the Client app presenting the assertion. Expected audience: '${API_AUDIENCE}'.`,
      );
    }
    throw new OAuthError('invalid_grant', 50013, 'Assertion failed signature validation.');
  }
}
