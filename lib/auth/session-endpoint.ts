import 'server-only';
import { config } from '@/lib/config';
import { log } from '@/lib/log';
import { PortalFault, type Result } from '@/lib/portal-error';
import { apiIdentity, RefusedToken, type ApiIdentity } from './api-token';
import { requestAddress } from './caller';
import { clientViewer, type ClientViewer } from './client-viewer';
import { currentViewer, presentedSession, viewerOf } from './current-viewer';
import { answer } from './handler';
import { countCall, forgetWindows } from './rate-limit';
import { requireSameOrigin, requireSmallBody } from './request-origin';
import { failed, statusOf } from './result';
import { clearSessionCookie, presentedSessionId, setSessionCookie } from './session-cookie';
import { beginSession, endSession, renewSession } from './sessions';

/** GET: the viewer of the session, or `signedOut`. */
export function whoIsSignedIn(): Promise<Response> {
  return answered(async () => {
    const viewer = await currentViewer();
    if (!viewer) throw new PortalFault({ kind: 'signedOut' });
    return clientViewer(viewer);
  });
}

/**
 * POST: sign-in with a token for the portal's own API in the Authorization header. The session gets a new id; whatever session the
 * browser brought along ends.
 */
export function signIn(request: Request): Promise<Response> {
  return answered(async () => {
    const identity = await presentedIdentity(request);
    await countCall('sessionsPerPerson', identity.oid);
    await countAt('sessionsPerAddress', request);
    const { token, session } = await beginSession(identity, await presentedSessionId());
    await setSessionCookie(token, session.endsMs);
    await forgetWindows();
    log().info({ viewer: identity.oid }, 'signed in');
    return clientViewer(viewerOf(session));
  });
}

/** PUT: renewal. Another person's token is refused with `otherViewer` (409), a session that is gone with `signedOut`. */
export function renew(request: Request): Promise<Response> {
  return answered(async () => {
    const session = await presentedSession();
    if (!session) throw new PortalFault({ kind: 'signedOut' });
    const identity = await presentedIdentity(request);
    if (identity.oid !== session.oid || identity.tid !== session.tid) throw new PortalFault({ kind: 'otherViewer', name: session.name });
    await countCall('renewalsPerSession', session.id, session.graphOffsetMs);
    if (!(await renewSession(session, identity))) throw new PortalFault({ kind: 'signedOut' });
    return clientViewer(viewerOf({ ...session, ...identity }));
  });
}

/** DELETE: sign-out. The row and its Graph tokens are gone on every replica when this answers. */
export function signOut(request: Request): Promise<Response> {
  return answered(async () => {
    requireSameOrigin(request.headers, config().origin);
    const id = await presentedSessionId();
    // The browser's part first: it holds even where the store does not answer.
    await clearSessionCookie();
    if (id !== null) await endSession(id);
    return null;
  });
}

async function presentedIdentity(request: Request): Promise<ApiIdentity> {
  requireSameOrigin(request.headers, config().origin);
  requireSmallBody(request.headers);
  const token = /^Bearer ([\w.~+/=-]+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (token === undefined) throw new PortalFault({ kind: 'signedOut' });
  return apiIdentity(token).catch(async (error: unknown) => {
    const refused = error instanceof RefusedToken;
    if (refused) await countAt('refusedTokensPerAddress', request);
    log().warn(
      { reason: error instanceof Error ? error.message : 'unknown' },
      refused ? 'API token refused' : 'the authority could not be asked',
    );
    throw new PortalFault({ kind: refused ? 'signedOut' : 'unavailable' }, { cause: error });
  });
}

/**
 * Good and refused tokens have a room each at an address that many may share: whoever has no good token keeps nobody out. Where the
 * address is not known nothing is counted: a room for all callers together would let one of them close it.
 */
async function countAt(kind: 'sessionsPerAddress' | 'refusedTokensPerAddress', request: Request): Promise<void> {
  const address = requestAddress(request.headers);
  if (address !== null) await countCall(kind, address);
}

async function answered(work: () => Promise<ClientViewer | null>): Promise<Response> {
  let result: Result<ClientViewer | null>;
  try {
    result = { ok: true, value: await work() };
  } catch (error) {
    result = failed(error, log());
  }
  return answer(result, result.ok ? 200 : statusOf(result.error));
}
