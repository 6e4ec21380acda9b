import { BrowserAuthError, InteractionRequiredAuthError, type AuthError, type IPublicClientApplication } from '@azure/msal-browser';
import type { BrowserIdentity } from '@/lib/auth/browser-identity';
import type { ClientViewer } from '@/lib/auth/client-viewer';
import type { Result } from '@/lib/portal-error';
import { forgetInteraction, type Interaction } from './interaction';
import { cachedAccount } from './msal';
import { postSession, putSession } from './session-calls';
import { tellTabs } from './tabs';

/** Why the sign-in page stays where it is. */
export type SignInFailure =
  /** The person, or the tenant's rules, did not give consent; `scope` where one scope was asked for. */
  | { why: 'declined'; scope: string | null }
  | { why: 'refused' }
  | { why: 'unavailable' }
  /** It worked, and the portal asked for it again at once, several times. */
  | { why: 'loop' }
  | { why: 'otherViewer'; name: string };

export interface SignInAsk {
  interaction: Interaction;
  /** Where to go afterwards: a path of the portal. */
  returnTo: string;
  /** User principal name of the session that is being renewed. */
  hint: string | null;
  /** Pressed again after a failure: MSAL would answer what it answered before. */
  again: boolean;
}

interface Msal {
  client: IPublicClientApplication;
  identity: BrowserIdentity;
}

/**
 * Takes up what came back from the authority, or asks it: silently where this tab still holds an account, else by leaving for it.
 * Leaves the page unless something failed.
 */
export async function signInSteps(msal: Msal, ask: SignInAsk): Promise<SignInFailure | null> {
  try {
    const returned = ask.again ? null : await msal.client.handleRedirectPromise();
    if (returned) return await settle(returned.accessToken, ask, true);
    if (ask.interaction.kind === 'signIn') {
      const silent = await silently(msal);
      if (silent) {
        const failure = await settle(silent, ask, false);
        if (failure?.why !== 'otherViewer') return failure;
      }
    }
    if (tooOften()) return { why: 'loop' };
    await leave(msal, ask);
    return null;
  } catch (error) {
    return failureOf(error, ask.interaction);
  }
}

async function silently({ client, identity }: Msal): Promise<string | null> {
  const account = cachedAccount(client);
  if (!account) return null;
  const result = await client.acquireTokenSilent({ scopes: [identity.apiScope], account, forceRefresh: true }).catch(() => null);
  return result?.accessToken ?? null;
}

/** Makes or renews the session, tells the other tabs, and loads the page asked for. A person who signed in always gets a new session. */
async function settle(token: string, { interaction, returnTo }: SignInAsk, asked: boolean): Promise<SignInFailure | null> {
  const fresh = asked && (interaction.kind === 'signIn' || interaction.kind === 'switchPerson');
  let session = fresh ? await postSession(token) : await putSession(token);
  if (!fresh && isGone(session)) session = await postSession(token);
  if (!session.ok) {
    if (session.error.kind === 'otherViewer') return { why: 'otherViewer', name: session.error.name };
    return { why: ['unavailable', 'throttled'].includes(session.error.kind) ? 'unavailable' : 'refused' };
  }
  forgetInteraction();
  tellTabs({ type: 'signed-in', oid: session.value.oid });
  window.location.replace(returnTo);
  return null;
}

function isGone(result: Result<ClientViewer>): boolean {
  return !result.ok && result.error.kind === 'signedOut';
}

async function leave({ client, identity }: Msal, { interaction, hint }: SignInAsk): Promise<void> {
  const consent = interaction.kind === 'consent' ? [identity.graphScopePrefix + interaction.scope] : identity.consentScopes;
  const request = {
    scopes: [identity.apiScope],
    extraScopesToConsent: interaction.kind === 'stepUp' ? undefined : consent,
    claims: interaction.kind === 'stepUp' ? interaction.claims : undefined,
    prompt: interaction.kind === 'switchPerson' ? 'select_account' : undefined,
    loginHint: interaction.kind === 'switchPerson' ? undefined : (hint ?? undefined),
    redirectStartPage: window.location.href,
  };
  try {
    await client.loginRedirect(request);
  } catch (error) {
    if (!(error instanceof BrowserAuthError) || error.errorCode !== 'interaction_in_progress') throw error;
    // Left behind when the person went back from the authority's page.
    sessionStorage.removeItem('msal.interaction.status');
    await client.loginRedirect(request);
  }
}

function failureOf(error: unknown, interaction: Interaction): SignInFailure {
  const { errorCode = '', errorMessage = '' } = error as Partial<AuthError>;
  const text = `${errorCode} ${errorMessage}`;
  if (/access_denied|consent_required|AADSTS65001|AADSTS65004|AADSTS90094/.test(text)) {
    return { why: 'declined', scope: interaction.kind === 'consent' ? interaction.scope : null };
  }
  if (error instanceof InteractionRequiredAuthError) return { why: 'refused' };
  return {
    why:
      error instanceof TypeError || /network|timeout|timed_out|temporarily_unavailable|server_error/.test(text) ? 'unavailable' : 'refused',
  };
}

const TRIES = 'latchkey.tries';
const MOST_TRIES = 6;
const WITHIN_MS = 60_000;

/** Counts departures for the authority in this tab: a browser that keeps no cookie would go round for ever. */
function tooOften(): boolean {
  const before = (JSON.parse(sessionStorage.getItem(TRIES) ?? '[]') as number[]).filter((at) => at > Date.now() - WITHIN_MS);
  sessionStorage.setItem(TRIES, JSON.stringify([...before, Date.now()]));
  return before.length >= MOST_TRIES;
}
