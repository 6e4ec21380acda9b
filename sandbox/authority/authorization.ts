import { readClaimsRequest } from './claims-request.ts';
import type { ClaimsRequest } from './claims-request.ts';
import { OAuthError } from './errors.ts';
import { CLIENT_ID, redirectUris } from './registration.ts';
import { parseScopes } from './scopes.ts';
import type { AskedScopes } from './scopes.ts';

/** Where an answer may be sent. Known before anything else is judged. */
export interface ReplyAddress {
  redirectUri: string;
  responseMode: 'query' | 'fragment';
  state: string | null;
  correlationId: string | undefined;
}

/** An authorization request that has been judged sound. */
export interface Authorization {
  scope: string;
  asked: AskedScopes;
  codeChallenge: string;
  nonce: string | null;
  prompt: string | null;
  loginHint: string | null;
  sessionHint: string | null;
  /** Seconds, or null. */
  maxAge: number | null;
  claims: ClaimsRequest;
  rawClaims: string | null;
}

/** The address of the client, compared exactly. Throws what belongs on an error page and never into a redirect. */
export function readReplyAddress(query: URLSearchParams, portalOrigin: string): ReplyAddress {
  const clientId = query.get('client_id');
  if (clientId === null) throw missing('client_id');
  if (clientId !== CLIENT_ID) {
    throw new OAuthError(
      'unauthorized_client',
      700016,
      `Application with identifier '${clientId}' was not found in the directory 'Tidewater Freight'.`,
    );
  }
  const redirectUri = query.get('redirect_uri');
  if (redirectUri === null) throw missing('redirect_uri');
  const known = redirectUris(portalOrigin);
  if (redirectUri !== known.signIn && redirectUri !== known.signedOut) {
    throw new OAuthError(
      'invalid_request',
      50011,
      `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${CLIENT_ID}'.`,
    );
  }
  return {
    redirectUri,
    responseMode: query.get('response_mode') === 'fragment' ? 'fragment' : 'query',
    state: query.get('state'),
    correlationId: query.get('client-request-id') ?? undefined,
  };
}

/** Judges the rest of an authorization request. What it throws goes back to the client by redirect. */
export function readAuthorization(query: URLSearchParams): Authorization {
  const responseType = query.get('response_type');
  if (responseType === null) throw missing('response_type');
  if (responseType !== 'code') {
    throw new OAuthError('unsupported_response_type', 700054, `response_type '${responseType}' is not enabled for the application.`);
  }
  const mode = query.get('response_mode');
  if (mode !== null && mode !== 'query' && mode !== 'fragment') {
    throw new OAuthError('invalid_request', 70007, `'${mode}' is not a supported value of 'response_mode'.`);
  }
  const scope = query.get('scope') ?? '';
  if (scope.trim() === '') throw missing('scope');
  const maxAge = query.get('max_age');
  return {
    scope,
    asked: parseScopes(scope),
    codeChallenge: readChallenge(query),
    nonce: query.get('nonce'),
    prompt: readPrompt(query.get('prompt')),
    loginHint: query.get('login_hint'),
    sessionHint: query.get('sid'),
    maxAge: maxAge !== null && /^\d+$/.test(maxAge) ? Number(maxAge) : null,
    claims: readClaimsRequest(query.get('claims')),
    rawClaims: query.get('claims'),
  };
}

/** A browser app must bring PKCE, and S256: a plain challenge is no proof. */
function readChallenge(query: URLSearchParams): string {
  const challenge = query.get('code_challenge');
  if (challenge === null) {
    throw new OAuthError(
      'invalid_request',
      9002325,
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
    );
  }
  if (query.get('code_challenge_method') !== 'S256' || !/^[A-Za-z0-9_-]{43}$/.test(challenge)) {
    throw new OAuthError('invalid_request', 501491, "The code_challenge is not valid: 'S256' with 43 base64url characters is expected.");
  }
  return challenge;
}

function readPrompt(prompt: string | null): string | null {
  if (prompt === null || prompt === '') return null;
  if (['none', 'login', 'select_account', 'consent', 'create'].includes(prompt)) return prompt;
  throw new OAuthError('invalid_request', 90023, `'${prompt}' is not a supported value of 'prompt'.`);
}

function missing(name: string): OAuthError {
  return new OAuthError('invalid_request', 900144, `The request body must contain the following parameter: '${name}'.`);
}
