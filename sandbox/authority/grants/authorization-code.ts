import { createHash, timingSafeEqual } from 'node:crypto';
import { readClaimsRequest } from '../claims-request.ts';
import { authenticateClient } from '../client-authentication.ts';
import { OAuthError } from '../errors.ts';
import { authorityFault } from '../faults.ts';
import type { AuthorityRequest } from '../request.ts';
import { parseScopes } from '../scopes.ts';
import { sealRefreshToken } from '../sealed.ts';
import { authorityState } from '../state.ts';
import type { Code } from '../state.ts';
import { clientInfo, issueIdToken } from '../tokens.ts';
import { accessToken, grantedTo } from './answer.ts';

/** grant_type=authorization_code: a code, once, with its verifier and its redirect URI, for tokens. */
export async function redeemCode(request: AuthorityRequest): Promise<Record<string, unknown>> {
  const { world, form } = request;
  const client = authenticateClient(request);
  const code = readCode(request);
  const { tenant, person } = grantedTo(world, code.partition, code.personId, code.signedInAt);
  authorityFault(tenant, 'authorization_code', person);
  const cp1 = code.cp1 || readClaimsRequest(form.get('claims')).cp1;
  const scope = form.get('scope') || code.scope;
  const asked = parseScopes(scope);
  const access = await accessToken(world, tenant, person, asked, { cp1, confidential: client === 'confidential' });
  // Sealed whether asked or not: its family is what a second use of the code ends.
  const refresh = await sealRefreshToken(world, { ...code, scope, cp1 }, { confidential: false });
  authorityState(world).redeem(form.get('code') ?? '', refresh.family);
  return {
    token_type: 'Bearer',
    scope: access.scope,
    expires_in: access.expires_in,
    ext_expires_in: access.expires_in,
    access_token: access.access_token,
    ...(asked.oidc.includes('offline_access') ? { refresh_token: refresh.token } : {}),
    ...(parseScopes(code.scope).oidc.includes('openid') ? { id_token: await issueIdToken(world, tenant, person, code) } : {}),
    client_info: clientInfo(person),
  };
}

/** The code, judged: known, unused, in time, for this redirect URI and this verifier. */
function readCode(request: AuthorityRequest): Code {
  const { form } = request;
  const state = authorityState(request.world);
  const code = state.code(required(form, 'code'));
  if (!code) throw new OAuthError('invalid_grant', 9002313, 'Invalid request. Request is malformed or invalid.');
  if (code.redeemedAs !== null) {
    state.endFamily(code.redeemedAs);
    throw new OAuthError(
      'invalid_grant',
      54005,
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    );
  }
  if (code.expiresAt <= Date.now()) {
    throw new OAuthError(
      'invalid_grant',
      70008,
      'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
    );
  }
  if (required(form, 'redirect_uri') !== code.redirectUri) {
    throw new OAuthError(
      'invalid_grant',
      500112,
      'The reply address does not match the reply address provided when requesting the authorization code.',
    );
  }
  const verifier = form.get('code_verifier');
  if (verifier === null) {
    throw new OAuthError(
      'invalid_grant',
      9002325,
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
    );
  }
  if (!provesChallenge(verifier, code.codeChallenge)) {
    throw new OAuthError(
      'invalid_grant',
      501481,
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    );
  }
  return code;
}

function provesChallenge(verifier: string, challenge: string): boolean {
  const computed = Buffer.from(createHash('sha256').update(verifier).digest('base64url'));
  const known = Buffer.from(challenge);
  return computed.length === known.length && timingSafeEqual(computed, known);
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value === null || value === '')
    throw new OAuthError('invalid_request', 900144, `The request body must contain the following parameter: '${name}'.`);
  return value;
}
