import { readClaimsRequest, stepUpRequired } from '../claims-request.ts';
import { authenticateClient, secretRequired } from '../client-authentication.ts';
import { OAuthError } from '../errors.ts';
import { authorityFault } from '../faults.ts';
import type { AuthorityRequest } from '../request.ts';
import { parseScopes } from '../scopes.ts';
import { openRefreshToken, sealRefreshToken } from '../sealed.ts';
import type { RefreshGrant } from '../sealed.ts';
import { authorityState } from '../state.ts';
import { clientInfo, issueIdToken } from '../tokens.ts';
import { accessToken, grantedTo } from './answer.ts';

/** grant_type=refresh_token: every use gives the next refresh token; a second use of one is refused and ends its family. */
export async function redeemRefreshToken(request: AuthorityRequest): Promise<Record<string, unknown>> {
  const { world, form } = request;
  const client = authenticateClient(request);
  const grant = await readGrant(request, client);
  const { tenant, person } = grantedTo(world, grant.partition, grant.personId, grant.issuedAt);
  authorityFault(tenant, 'refresh_token', person);
  const rawClaims = form.get('claims');
  const claims = readClaimsRequest(rawClaims);
  if (claims.stepUp && !grant.steppedUp) throw stepUpRequired(rawClaims ?? '');
  const cp1 = grant.cp1 || claims.cp1;
  const scope = form.get('scope') || grant.scope;
  const asked = parseScopes(scope);
  const access = await accessToken(world, tenant, person, asked, { cp1, confidential: client === 'confidential' });
  // The turn is taken last: a refusal above leaves the token good.
  if (!authorityState(world).takeTurn(grant.family, grant.turn)) throw usedBefore();
  const next = await sealRefreshToken(world, { ...grant, cp1 }, { ...grant, turn: grant.turn + 1 });
  return {
    token_type: 'Bearer',
    scope: access.scope,
    expires_in: access.expires_in,
    ext_expires_in: access.expires_in,
    access_token: access.access_token,
    refresh_token: next.token,
    ...(asked.oidc.includes('openid') ? { id_token: await issueIdToken(world, tenant, person, { ...grant, nonce: null }) } : {}),
    client_info: clientInfo(person),
  };
}

async function readGrant(request: AuthorityRequest, client: 'public' | 'confidential'): Promise<RefreshGrant> {
  const value = request.form.get('refresh_token');
  if (!value) throw new OAuthError('invalid_request', 900144, "The request body must contain the following parameter: 'refresh_token'.");
  const grant = await openRefreshToken(request.world, value);
  if (!grant) throw new OAuthError('invalid_grant', 9002313, 'Invalid request. Request is malformed or invalid.');
  if (grant.confidential && client !== 'confidential') throw secretRequired();
  if (grant.expiresAt * 1000 <= Date.now()) {
    throw new OAuthError(
      'invalid_grant',
      700084,
      'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended.',
    );
  }
  if (authorityState(request.world).sessionEnded(grant.sessionId)) {
    throw new OAuthError('invalid_grant', 50132, 'The session is not valid: the user has signed out.');
  }
  return grant;
}

function usedBefore(): OAuthError {
  return new OAuthError('invalid_grant', 70000, 'Provided grant is invalid or malformed: the refresh token was used before.');
}
