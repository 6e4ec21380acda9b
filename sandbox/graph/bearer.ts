import { TENANT_ID } from '../authority/registration.ts';
import { readBearer } from '../authority/tokens.ts';
import type { Bearer, BearerFailure } from '../authority/tokens.ts';
import { Refusal } from '../tenant/model.ts';
import type { World } from '../tenant/world.ts';

/** Says who calls; tests give their own. */
export type BearerReader = (world: World, header: string | undefined) => Promise<Bearer | BearerFailure>;

export const authorityBearer: BearerReader = readBearer;

const MESSAGES: Readonly<Record<BearerFailure['failure'], string>> = {
  missing: 'Access token is empty.',
  bad: 'Access token validation failure. Invalid audience, signature or subject.',
  expired: 'Lifetime validation failed, the token is expired.',
  revoked:
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp.',
};

/** The 401 for a token that does not count; revoked ones that understand it get a claims challenge (contract §1.8). */
export function refuseBearer(failure: BearerFailure): Refusal {
  if (failure.failure === 'revoked' && failure.cp1) return challenge(failure.authorizationUri, MESSAGES.revoked);
  return unauthenticated(MESSAGES[failure.failure], failure.authorizationUri);
}

function unauthenticated(message: string, authorizationUri: string): Refusal {
  return new Refusal(401, 'InvalidAuthenticationToken', message, {
    'WWW-Authenticate': `Bearer realm="", authorization_uri="${authorizationUri}", error="invalid_token"`,
  });
}

function challenge(authorizationUri: string, message: string): Refusal {
  const claims = { access_token: { nbf: { essential: true, value: String(Math.floor(Date.now() / 1000)) } } };
  const encoded = Buffer.from(JSON.stringify(claims)).toString('base64');
  return new Refusal(401, 'InvalidAuthenticationToken', message, {
    'WWW-Authenticate': `Bearer realm="", authorization_uri="${authorizationUri}", error="insufficient_claims", claims="${encoded}"`,
  });
}

function authorizationUri(world: World): string {
  return `http://localhost:${world.port}/${TENANT_ID}/oauth2/v2.0/authorize`;
}

/** The fault `challenge`: 401 with a claims challenge, whatever the token understands (sandbox-control, "Faults"). */
export function challengeFault(world: World): Refusal {
  return challenge(authorizationUri(world), MESSAGES.revoked);
}

/** The fault `expired`: 401 without one. */
export function expiredFault(world: World): Refusal {
  return unauthenticated(MESSAGES.expired, authorizationUri(world));
}
