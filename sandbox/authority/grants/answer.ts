import type { Person } from '../../tenant/model.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import type { World } from '../../tenant/world.ts';
import { OAuthError } from '../errors.ts';
import { API_SCOPE, GRAPH_AUDIENCE } from '../registration.ts';
import { consentRequired, consentedScopes, missingConsent, singleResource } from '../scopes.ts';
import type { AskedScopes } from '../scopes.ts';
import { authorityState } from '../state.ts';
import { issueGraphToken, issuePortalToken } from '../tokens.ts';
import type { IssuedToken, TokenOptions } from '../tokens.ts';

/** The access token for what was asked, with the `scope` that the answer names. Throws consent_required when consent is lacking. */
export async function accessToken(
  world: World,
  tenant: Tenant,
  person: Person,
  asked: AskedScopes,
  options: TokenOptions,
): Promise<IssuedToken & { scope: string }> {
  const wanted = singleResource(asked);
  if (wanted.resource === 'api') return { ...(await issuePortalToken(world, tenant, person, options)), scope: API_SCOPE };
  const consent = authorityState(world).consent(tenant, person.id);
  const { user, admin } = missingConsent(wanted.names, consent);
  if (user.length + admin.length > 0) throw consentRequired([...admin, ...user]);
  const consented = consentedScopes(consent);
  // Entra puts every scope that is consented for the app into the token; the switch `scopes: exact` shows the least.
  const all = wanted.everything || tenant.behaviour.scopes === 'union';
  const scopes = all ? [...new Set([...wanted.names, ...consented])] : wanted.names;
  if (wanted.everything && scopes.length === 0) throw consentRequired([`${GRAPH_AUDIENCE}/.default`]);
  return { ...(await issueGraphToken(world, tenant, person, scopes, options)), scope: echo(asked, scopes) };
}

/** The answer spells scopes as the client did, `.default` included: MSAL compares the words. */
function echo(asked: AskedScopes, scopes: readonly string[]): string {
  const spelled = asked.prefixed ? scopes.map((name) => `${GRAPH_AUDIENCE}/${name}`) : scopes;
  const oidc = asked.oidc.filter((name) => name !== 'offline_access');
  return [...oidc, ...spelled, ...(asked.graphDefault ? [`${GRAPH_AUDIENCE}/.default`] : [])].join(' ');
}

/** The partition and person a grant speaks of. Throws invalid_grant when they are gone, disabled, or revoked since `issuedAt` (real time, UTC ms). */
export function grantedTo(world: World, partition: string, personId: string, issuedAt: number): { tenant: Tenant; person: Person } {
  const tenant = world.partition(partition);
  const person = tenant?.people.get(personId);
  if (!tenant || !person) throw new OAuthError('invalid_grant', 50034, 'The user account does not exist in the directory.');
  if (!person.accountEnabled) throw new OAuthError('invalid_grant', 50057, 'The user account is disabled.');
  const revokedAt = tenant.revokedAt(person.id);
  if (revokedAt !== null && issuedAt < revokedAt) {
    throw new OAuthError(
      'invalid_grant',
      50173,
      `The provided grant has expired due to it being revoked, a fresh auth token is needed. The token was issued on ${new Date(issuedAt).toISOString()} and the TokensValidFrom date for this user is ${new Date(revokedAt).toISOString()}.`,
    );
  }
  return { tenant, person };
}
