import { type IPublicClientApplication, LogLevel, PublicClientApplication } from '@azure/msal-browser';
import type { BrowserIdentity } from '@/lib/auth/browser-identity';
import type { ClientViewer } from '@/lib/auth/client-viewer';
import { paths } from '@/lib/paths';

export interface Msal {
  client: IPublicClientApplication;
  identity: BrowserIdentity;
}

let made: Promise<Msal> | null = null;

/** MSAL, made once per document. This module is only ever imported dynamically: no page waits for it. Rejects when the portal cannot be asked. */
export function msal(): Promise<Msal> {
  made ??= make().catch((error: unknown) => {
    made = null;
    throw error;
  });
  return made;
}

async function make(): Promise<Msal> {
  const answer = await fetch(paths.authSettings);
  if (!answer.ok) throw new Error(`The sign-in's settings answered ${answer.status}`);
  const identity = (await answer.json()) as BrowserIdentity;
  const client = new PublicClientApplication({
    auth: {
      clientId: identity.clientId,
      authority: identity.authority,
      knownAuthorities: identity.knownAuthorities,
      authorityMetadata: identity.authorityMetadata,
      redirectUri: window.location.origin + paths.authRedirect,
      postLogoutRedirectUri: window.location.origin + paths.signedOut,
      clientCapabilities: ['CP1'],
    },
    cache: { cacheLocation: 'sessionStorage' },
    system: { allowPlatformBroker: false, loggerOptions: { logLevel: LogLevel.Error, piiLoggingEnabled: false, loggerCallback: () => {} } },
  });
  await client.initialize();
  return { client, identity };
}

/** The account of this person in this tab's cache. */
export function cachedAccount(client: IPublicClientApplication, oid?: string) {
  return client.getAllAccounts().find((account) => oid === undefined || account.localAccountId === oid) ?? null;
}

/**
 * An API token for this person without asking anybody: a fresh one by refresh token, else through the authority's own session.
 * `interaction` when only the person can help or somebody else is signed in there.
 */
export async function silentToken(viewer: ClientViewer): Promise<{ value: string } | 'interaction' | 'unavailable'> {
  try {
    const { client, identity } = await msal();
    const account = cachedAccount(client, viewer.oid);
    // With an account: refresh token first, the authority's session (a hidden frame) after it. Without one, as in a new tab: only the latter.
    const result = account
      ? await client.acquireTokenSilent({ scopes: [identity.apiScope], account, forceRefresh: true })
      : await client.ssoSilent({ scopes: [identity.apiScope], loginHint: viewer.upn });
    return result.account?.localAccountId === viewer.oid ? { value: result.accessToken } : 'interaction';
  } catch (error) {
    return error instanceof TypeError || navigator.onLine === false || isNetwork(error) ? 'unavailable' : 'interaction';
  }
}

function isNetwork(error: unknown): boolean {
  return /network|timed_out|timeout|temporarily_unavailable/.test((error as { errorCode?: string }).errorCode ?? '');
}

/** Ends the authority's session and clears MSAL's cache; the browser comes back to /signed-out. */
export async function leaveAuthority(viewer: ClientViewer | null): Promise<void> {
  const { client, identity } = await msal();
  let account = cachedAccount(client, viewer?.oid);
  // A tab that never held a token has no account; the authority wants an id token as a hint whom to sign out.
  if (!account && viewer)
    account = await client.ssoSilent({ scopes: [identity.apiScope], loginHint: viewer.upn }).then(
      (result) => result.account,
      () => null,
    );
  await client.logoutRedirect({ account, idTokenHint: account?.idToken, logoutHint: account?.idTokenClaims?.login_hint });
}
