import { OAuthError } from './errors.ts';
import { API_SCOPE_NAME, APP_ID_URI, APP_NAME, CLIENT_ID, GRAPH_AUDIENCE, GRAPH_SCOPES, graphScope } from './registration.ts';

const OIDC = ['openid', 'profile', 'email', 'offline_access'];

/** A `scope` parameter taken apart. Graph names are in the registration's spelling, without the resource in front. */
export interface AskedScopes {
  oidc: string[];
  graph: string[];
  /** `https://graph.microsoft.com/.default` was asked for: whatever is consented. */
  graphDefault: boolean;
  /** Graph scopes came with the resource in front; the answer spells them alike. */
  prefixed: boolean;
  api: boolean;
}

/** Takes a `scope` parameter apart. Throws invalid_scope for what no resource offers, AADSTS90009 for `.default` on the own app. */
export function parseScopes(raw: string): AskedScopes {
  const asked: AskedScopes = { oidc: [], graph: [], graphDefault: false, prefixed: false, api: false };
  for (const word of raw.split(/\s+/).filter(Boolean)) addScope(asked, word);
  return asked;
}

function addScope(asked: AskedScopes, word: string): void {
  if (OIDC.includes(word)) {
    if (!asked.oidc.includes(word)) asked.oidc.push(word);
    return;
  }
  const { resource, name } = splitScope(word);
  if (resource === 'api') return addApiScope(asked, name, word);
  if (resource === 'graph-url') asked.prefixed = true;
  if (name === '.default') {
    asked.graphDefault = true;
    return;
  }
  const known = graphScope(name);
  if (!known) throw unknownScope(word, resource === 'other' ? word.slice(0, word.lastIndexOf('/')) : GRAPH_AUDIENCE);
  if (!asked.graph.includes(known.name)) asked.graph.push(known.name);
}

function addApiScope(asked: AskedScopes, name: string, word: string): void {
  if (name === '.default') {
    throw new OAuthError(
      'invalid_resource',
      90009,
      `Application '${CLIENT_ID}'(${APP_NAME}) is requesting a token for itself. This scenario is supported only if resource is specified using the GUID based App Identifier.`,
    );
  }
  if (name !== API_SCOPE_NAME) throw unknownScope(word, APP_ID_URI);
  asked.api = true;
}

function splitScope(word: string): { resource: 'api' | 'graph' | 'graph-url' | 'other'; name: string } {
  for (const [prefix, resource] of [
    [`${APP_ID_URI}/`, 'api'],
    [`${CLIENT_ID}/`, 'api'],
    [`${GRAPH_AUDIENCE}//`, 'graph-url'],
    [`${GRAPH_AUDIENCE}/`, 'graph-url'],
  ] as const) {
    if (word.toLowerCase().startsWith(prefix)) return { resource, name: word.slice(prefix.length) };
  }
  return word.includes('/') ? { resource: 'other', name: word } : { resource: 'graph', name: word };
}

function unknownScope(word: string, resource: string): OAuthError {
  return new OAuthError(
    'invalid_scope',
    650053,
    `The application '${APP_NAME}' asked for scope '${word}' that doesn't exist on the resource '${resource}'.`,
  );
}

export type ResourceScopes = { resource: 'api' } | { resource: 'graph'; names: string[]; everything: boolean };

/** The one resource a token can be for. No resource scope at all means Graph, as in Entra. Throws when two were mixed. */
export function singleResource(asked: AskedScopes): ResourceScopes {
  const graph = asked.graph.length > 0 || asked.graphDefault;
  if (asked.api && graph) {
    throw new OAuthError(
      'invalid_scope',
      28000,
      'Provided value for the input parameter scope is not valid because it contains more than one resource.',
    );
  }
  return asked.api ? { resource: 'api' } : { resource: 'graph', names: asked.graph, everything: asked.graphDefault };
}

/** Who has consented to what: the tenant for everybody, or a person for what needs no administrator. */
export interface Consent {
  tenant: (scope: string) => boolean;
  person: (scope: string) => boolean;
}

/** Every Graph scope that is consented for the app on this person's behalf, in the registration's order. */
export function consentedScopes(consent: Consent): string[] {
  return GRAPH_SCOPES.filter((scope) => isConsented(scope.name, consent)).map((scope) => scope.name);
}

/** Those of the asked scopes that still lack consent. */
export function missingConsent(names: readonly string[], consent: Consent): { user: string[]; admin: string[] } {
  const missing = names.filter((name) => !isConsented(name, consent));
  const needsAdmin = (name: string): boolean => graphScope(name)?.needsAdminConsent ?? true;
  return { user: missing.filter((name) => !needsAdmin(name)), admin: missing.filter(needsAdmin) };
}

function isConsented(name: string, consent: Consent): boolean {
  return consent.tenant(name) || (graphScope(name)?.needsAdminConsent === false && consent.person(name));
}

/** The refusal for a scope that nobody consented to. It names the scope, so that a portal can say it. */
export function consentRequired(scopes: readonly string[]): OAuthError {
  return new OAuthError(
    'consent_required',
    65001,
    `The user or administrator has not consented to use the application with ID '${CLIENT_ID}' named '${APP_NAME}'. Send an interactive authorization request for this user and resource. Scopes: ${scopes.join(' ')}.`,
    { suberror: 'consent_required' },
  );
}
