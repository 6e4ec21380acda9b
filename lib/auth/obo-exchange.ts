import 'server-only';
import { AuthError, ConfidentialClientApplication, InteractionRequiredAuthError, LogLevel } from '@azure/msal-node';
import { config } from '@/lib/config';
import type { GraphScope } from '@/lib/graph/graph';
import { log } from '@/lib/log';
import { PortalFault, type PortalError } from '@/lib/portal-error';
import { authority } from './authority';
import { msalAuthority } from './msal-authority';

/** A Graph token; its end in UTC milliseconds of real time. */
export interface GraphToken {
  token: string;
  expiresMs: number;
}

/**
 * One on-behalf-of exchange at the authority. A client of its own each time: a shared one mixes people's tokens in its cache.
 * Throws PortalFault.
 */
export async function exchange(assertion: string, scope: GraphScope, claims?: string): Promise<GraphToken> {
  const client = await confidentialClient();
  try {
    const result = await client.acquireTokenOnBehalfOf({
      oboAssertion: assertion,
      scopes: [graphScopePrefix() + scope],
      skipCache: true,
      claims,
    });
    if (!result?.accessToken || !result.expiresOn) throw new PortalFault({ kind: 'unexpected' });
    return { token: result.accessToken, expiresMs: result.expiresOn.getTime() };
  } catch (error) {
    if (error instanceof PortalFault) throw error;
    const fault = oboFault(error, scope);
    const details =
      error instanceof AuthError ? { code: error.errorCode, subError: error.subError, correlationId: error.correlationId } : {};
    log().warn({ ...details, scope, kind: fault.kind }, 'on-behalf-of exchange refused');
    throw new PortalFault(fault, { cause: error });
  }
}

/** Bare names mean the global Graph; a national cloud's needs its own resource in front. */
export function graphScopePrefix(): string {
  const { graphRoot, mode } = config();
  return mode === 'sandbox' || graphRoot === 'https://graph.microsoft.com' ? '' : `${graphRoot}/`;
}

async function confidentialClient(): Promise<ConfidentialClientApplication> {
  const { clientId, credential, authority: url } = config();
  const { metadata } = await authority().catch((error: unknown) => {
    throw new PortalFault({ kind: 'unavailable' }, { cause: error });
  });
  return new ConfidentialClientApplication({
    auth: {
      clientId,
      ...msalAuthority(url, metadata),
      clientCapabilities: ['CP1'],
      ...('secret' in credential ? { clientSecret: credential.secret } : { clientCertificate: credential.certificate }),
    },
    system: { loggerOptions: { logLevel: LogLevel.Error, piiLoggingEnabled: false, loggerCallback: () => {} } },
  });
}

/** The authority's refusal in the portal's words (auth design: claims → stepUp, no consent → consentRequired, dead assertion → signedOut). */
export function oboFault(error: unknown, scope: GraphScope): PortalError {
  if (!(error instanceof AuthError)) return { kind: 'unavailable' };
  const { errorCode, subError, message } = error;
  if (errorCode === 'consent_required' || subError === 'consent_required' || /AADSTS65001\b/.test(message))
    return { kind: 'consentRequired', scope };
  if (error instanceof InteractionRequiredAuthError && error.claims) return { kind: 'stepUp', claims: error.claims };
  if (error instanceof InteractionRequiredAuthError || ['invalid_grant', 'interaction_required', 'login_required'].includes(errorCode)) {
    return { kind: 'signedOut' };
  }
  if (/temporarily_unavailable|network_error|timeout|server_error|no_network|throttled|too_many/i.test(`${errorCode} ${message}`))
    return { kind: 'unavailable' };
  return { kind: 'unexpected' };
}
