/** The sandbox's one app registration: browser client, confidential client and API at once, as docs/entra-setup.md registers it in Entra. */

export const TENANT_ID = 'c0a80101-5eed-4c0d-8a1b-5a9db0c5e001';
export const CLIENT_ID = '1a7c4e00-5eed-4c0d-8a1b-5a9db0c5e002';
/** Fixed and public: it opens nothing but a sandbox on loopback. */
export const CLIENT_SECRET = 'sandbox-only-no-secret';
export const APP_NAME = 'Latchkey';

export const APP_ID_URI = `api://${CLIENT_ID}`;
export const API_SCOPE_NAME = 'access_as_user';
export const API_SCOPE = `${APP_ID_URI}/${API_SCOPE_NAME}`;
/** `aud` of tokens for the portal's own API: v2 tokens name the client id, not the App ID URI. */
export const API_AUDIENCE = CLIENT_ID;

export const GRAPH_AUDIENCE = 'https://graph.microsoft.com';

export interface GraphScope {
  name: string;
  needsAdminConsent: boolean;
}

/** Delegated Graph scopes of the registration (contract §2.1, §2.2). */
export const GRAPH_SCOPES: readonly GraphScope[] = [
  { name: 'EntitlementMgmt-SubjectAccess.ReadWrite', needsAdminConsent: false },
  { name: 'EntitlementManagement.Read.All', needsAdminConsent: true },
  { name: 'EntitlementManagement.ReadWrite.All', needsAdminConsent: true },
  { name: 'User.Read', needsAdminConsent: false },
  { name: 'User.ReadBasic.All', needsAdminConsent: false },
  { name: 'User.Read.All', needsAdminConsent: true },
];

/** Redirect URIs are compared exactly. */
export function redirectUris(portalOrigin: string): { signIn: string; signedOut: string } {
  return { signIn: `${portalOrigin}/auth/redirect`, signedOut: `${portalOrigin}/signed-out` };
}

/** The registered Graph scope of this name, any case as Entra takes it, or undefined. */
export function graphScope(name: string): GraphScope | undefined {
  const wanted = name.toLowerCase();
  return GRAPH_SCOPES.find((scope) => scope.name.toLowerCase() === wanted);
}
