import 'server-only';
import { cache } from 'react';
import { log } from '@/lib/log';
import { PortalFault } from '@/lib/portal-error';
import { presentedSessionId } from './session-cookie';
import { findSession, touchSession, type Session } from './sessions';
import type { Viewer } from './viewer';
import { viewerTag } from './viewer-tag';

const sessionOfViewer = new WeakMap<Viewer, Session>();

/**
 * The live session that the request's cookie names, looked up once per server request; null without one.
 * Throws `unavailable` when the store does not answer.
 */
export const presentedSession = cache(async (): Promise<Session | null> => {
  const id = await presentedSessionId();
  if (id === null) return null;
  return findSession(id).catch((error: unknown) => {
    log().error({ err: error }, 'the store did not answer');
    throw new PortalFault({ kind: 'unavailable' }, { cause: error });
  });
});

/**
 * Who is signed in, or null. An API token past its end is signed out too: the browser renews it. `active` counts as the person's own
 * doing against the idle limit: pages and writes are, polling and renewals are not.
 */
export async function currentViewer(active = false): Promise<Viewer | null> {
  const session = await presentedSession();
  if (!session || session.expiresMs <= Date.now()) return null;
  if (active) await touchSession(session).catch((error: unknown) => log().warn({ err: error }, 'a visit was not written down'));
  return viewerOf(session);
}

export function viewerOf(session: Session): Viewer {
  const { id: sessionId, oid, tid, name, userPrincipalName, roles } = session;
  const viewer: Viewer = { sessionId, oid, tid, name, userPrincipalName, roles, tag: viewerTag(sessionId, oid) };
  sessionOfViewer.set(viewer, session);
  return viewer;
}

/** The session behind a viewer. Throws `signedOut` when it has ended. */
export async function sessionOf(viewer: Viewer): Promise<Session> {
  const session = sessionOfViewer.get(viewer) ?? (await findSession(viewer.sessionId));
  if (!session || session.oid !== viewer.oid) throw new PortalFault({ kind: 'signedOut' });
  return session;
}
