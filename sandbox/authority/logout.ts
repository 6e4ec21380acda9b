import { jwtVerify } from 'jose';
import { OAuthError } from './errors.ts';
import { authorityKeys } from './keys.ts';
import { errorPage, signedOutPage } from './pages/error-page.ts';
import { CLIENT_ID, TENANT_ID, redirectUris } from './registration.ts';
import { browserTenant, redirect, sessionCookieName } from './request.ts';
import type { AuthorityReply, AuthorityRequest } from './request.ts';
import { openSession } from './sealed.ts';
import { authorityState } from './state.ts';
import { PARTITION_CLAIM, issuer } from './tokens.ts';

/**
 * The end-session endpoint (OpenID Connect RP-Initiated Logout). With a good id_token_hint it ends that session and returns to a registered
 * address; without one it ends the browser's session but stays here, because nothing proves who asks.
 */
export async function logout(request: AuthorityRequest): Promise<AuthorityReply> {
  const parameters = request.method === 'POST' ? new URLSearchParams([...request.query, ...request.form]) : request.query;
  const back = parameters.get('post_logout_redirect_uri');
  const known = redirectUris(request.world.portalOrigin);
  if (back !== null && back !== known.signedOut && back !== known.signIn) {
    return errorPage(
      new OAuthError(
        'invalid_request',
        50011,
        `The post_logout_redirect_uri '${back}' is not registered for the application '${CLIENT_ID}'.`,
      ),
    );
  }
  const tenant = browserTenant(request);
  const cookieName = tenant && sessionCookieName(request.world, tenant);
  const session = tenant && cookieName && (await openSession(request.world, tenant, request.cookies.get(cookieName) ?? ''));
  const hint = parameters.get('id_token_hint');
  const hinted = hint === null ? undefined : await readHint(request, hint);
  if (hint !== null && !hinted)
    return errorPage(new OAuthError('invalid_request', 90023, 'The id_token_hint is not a token of this authority.'));
  if (hinted?.sessionId) authorityState(request.world).endSession(hinted.sessionId);
  // Someone else may have signed in meanwhile in another tab; their session is not the hinted one's to end.
  const mine = session && (!hinted || (hinted.personId === session.personId && hinted.partition === session.partition));
  if (mine) authorityState(request.world).endSession(session.sessionId);
  const clear = mine && cookieName ? `${cookieName}=; Path=/${TENANT_ID}; HttpOnly; SameSite=Lax; Max-Age=0` : undefined;
  if (!hinted || back === null) return signedOutPage(clear);
  const state = parameters.get('state');
  return redirect(state === null ? back : `${back}?${new URLSearchParams({ state })}`, clear);
}

const TEN_YEARS = 10 * 365 * 24 * 60 * 60;

/** The hint's session; an expired token still says whose it was. */
async function readHint(
  request: AuthorityRequest,
  hint: string,
): Promise<{ partition: string; personId: string; sessionId: string } | undefined> {
  const keys = await authorityKeys(request.world.dataDir);
  const check = { issuer: issuer(request.world), audience: CLIENT_ID, algorithms: ['RS256'], clockTolerance: TEN_YEARS };
  try {
    const { payload } = await jwtVerify(hint, keys.publicKey, check);
    return { partition: String(payload[PARTITION_CLAIM]), personId: String(payload.oid), sessionId: String(payload.sid) };
  } catch {
    return undefined;
  }
}
