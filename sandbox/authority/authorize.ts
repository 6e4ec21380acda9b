import { randomUUID } from 'node:crypto';
import type { Person } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { readAuthorization, readReplyAddress } from './authorization.ts';
import type { Authorization, ReplyAddress } from './authorization.ts';
import { stepUpRequired } from './claims-request.ts';
import { OAuthError, errorBody } from './errors.ts';
import { authorityFault } from './faults.ts';
import { errorPage, partitionGonePage } from './pages/error-page.ts';
import { signInPage } from './pages/sign-in-page.ts';
import { TENANT_ID } from './registration.ts';
import { browserTenant, redirect, sessionCookieName } from './request.ts';
import type { AuthorityReply, AuthorityRequest } from './request.ts';
import { consentRequired, missingConsent } from './scopes.ts';
import { openSession, sealSession } from './sealed.ts';
import type { AuthoritySession } from './sealed.ts';
import { authorityState } from './state.ts';
import { clientInfo } from './tokens.ts';

/** The authorize endpoint: the sign-in page, its click, and sign-in without a page (prompt=none or a live session). */
export async function authorize(request: AuthorityRequest): Promise<AuthorityReply> {
  const tenant = browserTenant(request);
  if (!tenant) return partitionGonePage();
  let address: ReplyAddress;
  try {
    address = readReplyAddress(request.query, request.world.portalOrigin);
  } catch (error) {
    if (error instanceof OAuthError) return errorPage(error);
    throw error;
  }
  try {
    const wanted = readAuthorization(request.query);
    if (request.method === 'POST') return await click(request, tenant, address, wanted);
    return await enter(request, tenant, address, wanted);
  } catch (error) {
    if (error instanceof OAuthError) return redirect(answerUrl(address, errorParameters(error, address)));
    throw error;
  }
}

/** Signs in by the browser's session where that is allowed; otherwise shows the page. */
async function enter(request: AuthorityRequest, tenant: Tenant, address: ReplyAddress, wanted: Authorization): Promise<AuthorityReply> {
  const session = await openSession(request.world, tenant, request.cookies.get(sessionCookieName(request.world, tenant)) ?? '');
  const person = session === undefined ? undefined : tenant.people.get(session.personId);
  const silent = wanted.prompt === 'none';
  if (silent) authorityFault(tenant, 'silent', person);
  const fits = session !== undefined && person !== undefined && matchesHints(session, person, wanted);
  if (!silent && (wanted.prompt !== null || !fits)) return signInPage(request, tenant, wanted);
  if (!fits) throw new OAuthError('login_required', 50058, 'A silent sign-in request was sent but no user is signed in.');
  if (wanted.claims.stepUp && !session.steppedUp) {
    if (silent) throw stepUpRequired(wanted.rawClaims ?? '');
    return signInPage(request, tenant, wanted);
  }
  const missing = missingConsent(wanted.asked.graph, authorityState(request.world).consent(tenant, person.id));
  if (missing.admin.length > 0) throw consentRequired(missing.admin);
  if (missing.user.length > 0) {
    if (silent) throw consentRequired(missing.user);
    return signInPage(request, tenant, wanted);
  }
  return grantCode(request, tenant, address, wanted, session, person);
}

/** The person pressed a button on the page: that is the sign-in, and the consent to what a person may consent to. */
async function click(request: AuthorityRequest, tenant: Tenant, address: ReplyAddress, wanted: Authorization): Promise<AuthorityReply> {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return errorPage(new OAuthError('invalid_request', 90100, 'The sign-in form can only be sent from this page.'));
  }
  if (request.form.has('cancel')) throw new OAuthError('access_denied', 65004, 'User declined to sign in.');
  const person = pickedPerson(tenant, request.form);
  if (!person) return signInPage(request, tenant, wanted, 'Nobody here has that address.');
  if (!person.accountEnabled)
    return signInPage(request, tenant, wanted, `${person.displayName}’s account is disabled. They cannot sign in.`);
  const state = authorityState(request.world);
  const missing = missingConsent(wanted.asked.graph, state.consent(tenant, person.id));
  if (missing.admin.length > 0) throw consentRequired(missing.admin);
  state.addConsent(tenant, person.id, missing.user);
  const session: AuthoritySession = {
    partition: tenant.partition,
    personId: person.id,
    sessionId: randomUUID(),
    signedInAt: Date.now(),
    steppedUp: wanted.claims.stepUp,
  };
  const cookie = `${sessionCookieName(request.world, tenant)}=${await sealSession(request.world, session)}; Path=/${TENANT_ID}; HttpOnly; SameSite=Lax`;
  return grantCode(request, tenant, address, wanted, session, person, cookie);
}

function pickedPerson(tenant: Tenant, form: URLSearchParams): Person | undefined {
  const id = form.get('user');
  if (id !== null && id !== '') return tenant.people.get(id);
  const address = (form.get('address') ?? '').trim().toLowerCase();
  for (const person of tenant.people.values()) {
    if (person.userPrincipalName.toLowerCase() === address || person.mail?.toLowerCase() === address) return person;
  }
  return undefined;
}

function matchesHints(session: AuthoritySession, person: Person, wanted: Authorization): boolean {
  if (wanted.sessionHint !== null && wanted.sessionHint !== session.sessionId) return false;
  if (wanted.maxAge !== null && Date.now() - session.signedInAt > wanted.maxAge * 1000) return false;
  const hint = wanted.loginHint?.toLowerCase();
  return !hint || hint === person.userPrincipalName.toLowerCase() || hint === person.mail?.toLowerCase();
}

function grantCode(
  request: AuthorityRequest,
  tenant: Tenant,
  address: ReplyAddress,
  wanted: Authorization,
  session: AuthoritySession,
  person: Person,
  cookie?: string,
): AuthorityReply {
  const { partition } = tenant;
  const { sessionId, signedInAt, steppedUp } = session;
  const { scope, nonce, codeChallenge } = wanted;
  const { redirectUri } = address;
  const grant = { partition, personId: person.id, scope, nonce, cp1: wanted.claims.cp1, sessionId, signedInAt, steppedUp };
  const code = authorityState(request.world).addCode({ ...grant, redirectUri, codeChallenge });
  const parameters: Record<string, string> = { code, session_state: sessionId };
  if (request.query.get('client_info') === '1') parameters.client_info = clientInfo(person);
  return redirect(answerUrl(address, parameters), cookie);
}

function errorParameters(error: OAuthError, address: ReplyAddress): Record<string, string> {
  const body = errorBody(error, address.correlationId);
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]));
}

function answerUrl(address: ReplyAddress, parameters: Record<string, string>): string {
  const answer = new URLSearchParams(parameters);
  if (address.state !== null) answer.set('state', address.state);
  return `${address.redirectUri}${address.responseMode === 'fragment' ? '#' : '?'}${answer}`;
}
