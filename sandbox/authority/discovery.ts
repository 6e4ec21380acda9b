import { authorityKeys } from './keys.ts';
import { GRAPH_SCOPES, TENANT_ID } from './registration.ts';
import { json } from './request.ts';
import type { AuthorityReply, AuthorityRequest } from './request.ts';
import { issuer } from './tokens.ts';

/** The OpenID Provider configuration. The issuer is fixed; endpoints are named by the host the caller reached us at. */
export function discovery(request: AuthorityRequest): AuthorityReply {
  const base = `${request.origin}/${TENANT_ID}`;
  return json(200, {
    issuer: issuer(request.world),
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'fragment'],
    grant_types_supported: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:jwt-bearer'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic', 'none'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access', ...GRAPH_SCOPES.map((scope) => scope.name)],
    claims_supported: [
      'sub',
      'iss',
      'aud',
      'exp',
      'iat',
      'nbf',
      'auth_time',
      'nonce',
      'sid',
      'name',
      'preferred_username',
      'email',
      'login_hint',
      'oid',
      'tid',
      'roles',
      'ver',
    ],
    claims_parameter_supported: true,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
    prompt_values_supported: ['none', 'login', 'select_account', 'consent'],
    tenant_region_scope: 'WW',
    cloud_instance_name: request.origin.slice('http://'.length),
  });
}

/** The public signing key. */
export async function keys(request: AuthorityRequest): Promise<AuthorityReply> {
  const { publicJwk } = await authorityKeys(request.world.dataDir);
  return json(200, { keys: [publicJwk] }, { 'Cache-Control': 'max-age=3600' });
}
