import 'server-only';
import { createHash } from 'node:crypto';
import type { GraphScope } from '@/lib/graph/graph';
import { log } from '@/lib/log';
import { PortalFault } from '@/lib/portal-error';
import { exchange, type GraphToken } from './obo-exchange';
import { keepToken, keptToken } from './obo-cache';
import { loseApiToken, type Session } from './sessions';

/** A token with less than this left is not handed out any more. */
const MARGIN_MS = 60_000;

const inFlight = new Map<string, Promise<GraphToken>>();

/**
 * A Graph token on behalf of the session's person, asking for one least scope (design §1). Kept per session, person, assertion and scope;
 * concurrent calls for the same share one exchange. `force` drops the kept one, `claims` passes a challenge on.
 * Throws PortalFault: signedOut, stepUp, consentRequired, unavailable.
 */
export async function graphToken(session: Session, scope: GraphScope, options: { force?: boolean; claims?: string } = {}): Promise<string> {
  const key = tokenKey(session, scope);
  if (!options.force && options.claims === undefined) {
    const kept = await keptToken(key).catch(goOnWithout);
    if (kept && kept.expiresMs - MARGIN_MS > Date.now()) return kept.token;
  }
  const flight = `${key} ${options.claims ?? ''}`;
  const running = inFlight.get(flight);
  if (running) return (await running).token;
  const started = exchange(session.apiToken, scope, options.claims)
    .then(async (token) => {
      await keepToken(key, session.id, token).catch(goOnWithout);
      return token;
    })
    .catch(async (error: unknown) => {
      if (error instanceof PortalFault && error.error.kind === 'signedOut') await loseApiToken(session).catch(goOnWithout);
      throw error;
    })
    .finally(() => inFlight.delete(flight));
  inFlight.set(flight, started);
  return (await started).token;
}

/** A store that does not keep tokens makes more exchanges, not fewer pages. */
function goOnWithout(error: unknown): null {
  log().warn({ err: error }, 'a Graph token was not kept');
  return null;
}

/** Two people, two sessions of one person, two renewals, two scopes never meet under one key. */
export function tokenKey(session: Pick<Session, 'id' | 'tid' | 'oid' | 'apiToken'>, scope: GraphScope): string {
  const assertion = createHash('sha256').update(session.apiToken).digest('hex');
  return createHash('sha256')
    .update(JSON.stringify([session.id, session.tid, session.oid, assertion, scope]))
    .digest('hex');
}
