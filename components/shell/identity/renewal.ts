import type { PortalError } from '@/lib/portal-error';
import { adoptIdentity, currentIdentity } from './current';
import { getSession, postSession, putSession } from './session-calls';

/** `interaction`: only the person can help. `unavailable`: could not be asked, try later. */
export type Renewed = 'renewed' | 'interaction' | 'unavailable' | { otherViewer: string };

let running: Promise<Renewed> | null = null;

/**
 * Renews the session without the person: MSAL's cache or refresh token, then the authority's own session (auth design: order of renewal).
 * A session that ended is made anew, for the same person only. Calls at the same time share one renewal.
 */
export function renewSilently(): Promise<Renewed> {
  running ??= renew().finally(() => {
    running = null;
  });
  return running;
}

async function renew(): Promise<Renewed> {
  const before = currentIdentity();
  if (!before) return 'interaction';
  // A chunk may not come (offline, a new version of the portal): then it is tried again later, like any other call.
  const msal = await import('./msal').catch(() => null);
  const token = msal === null ? 'unavailable' : await msal.silentToken(before);
  if (token === 'interaction' || token === 'unavailable') return token;
  let answered = await putSession(token.value);
  if (!answered.ok && answered.error.kind === 'signedOut') answered = await postSession(token.value);
  if (answered.ok) {
    adoptIdentity(answered.value);
    return 'renewed';
  }
  return refusal(answered.error);
}

/**
 * After `otherViewer`: the page's tag may only be old, because the same person signed in again in another tab. Then the new one is taken.
 */
export async function adoptNewTag(): Promise<boolean> {
  const mine = currentIdentity();
  const now = await getSession();
  if (!mine || !now.ok || now.value.oid !== mine.oid || now.value.tag === mine.tag) return false;
  adoptIdentity(now.value);
  return true;
}

function refusal(error: PortalError): Renewed {
  if (error.kind === 'otherViewer') return { otherViewer: error.name };
  return error.kind === 'unavailable' || error.kind === 'throttled' ? 'unavailable' : 'interaction';
}
