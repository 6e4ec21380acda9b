import 'server-only';
import { config } from '@/lib/config';
import { database } from '@/lib/store/database';
import { seal, unseal } from '@/lib/store/sealing';
import type { SessionRow } from '@/lib/store/tables/auth';
import { z } from '@/lib/zod';
import type { ApiIdentity } from './api-token';
import { newSessionToken, sessionIdOf } from './session-cookie';

/** A live session as the store keeps it, opened. Instants are UTC milliseconds of real time. */
export interface Session extends ApiIdentity {
  id: string;
  seenMs: number;
  endsMs: number;
  graphOffsetMs: number;
}

const Sealed = z.object({
  apiToken: z.string(),
  expiresMs: z.number(),
  name: z.string(),
  userPrincipalName: z.string(),
  roles: z.array(z.string()),
});

/** How stale `seen_ms` may get before a visit writes it again. */
const SEEN_EVERY_MS = 60_000;

/**
 * Sign-in: a session under a new id; the one presented before (planted or real) is ended. Answers the cookie's value.
 */
export async function beginSession(
  identity: ApiIdentity,
  before: string | null,
  now = Date.now(),
): Promise<{ token: string; session: Session }> {
  const token = newSessionToken();
  const id = sessionIdOf(token);
  const session: Session = { ...identity, id, seenMs: now, endsMs: now + config().sessionMaxMs, graphOffsetMs: 0 };
  const db = await database();
  await db.transaction().execute(async (trx) => {
    if (before) await trx.deleteFrom('sessions').where('id', '=', before).execute();
    await trx.deleteFrom('sessions').where('ends_ms', '<', now).execute();
    await trx.insertInto('sessions').values(row(session, now)).execute();
  });
  return { token, session };
}

/** The session of this id while neither limit has passed, null otherwise. Never changes anything. */
export async function findSession(id: string, now = Date.now()): Promise<Session | null> {
  const db = await database();
  const found = await db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst();
  if (!found || found.ends_ms <= now || found.seen_ms + config().sessionIdleMs <= now) return null;
  const opened = unseal('session', id, found.sealed);
  if (opened === null) return null;
  return {
    ...Sealed.parse(JSON.parse(opened)),
    id,
    tid: found.tid,
    oid: found.oid,
    seenMs: found.seen_ms,
    endsMs: found.ends_ms,
    graphOffsetMs: found.graph_offset_ms,
  };
}

/** Counts a person's navigation or action against the idle limit. */
export async function touchSession(session: Session, now = Date.now()): Promise<void> {
  if (now - session.seenMs < SEEN_EVERY_MS) return;
  session.seenMs = now;
  const db = await database();
  await db.updateTable('sessions').set({ seen_ms: now }).where('id', '=', session.id).where('seen_ms', '<', now).execute();
}

/** Renewal: a new API token in the same session. False when it ended meanwhile, or is another person's. */
export async function renewSession(session: Session, identity: ApiIdentity): Promise<boolean> {
  if (identity.oid !== session.oid || identity.tid !== session.tid) return false;
  const db = await database();
  const sealed = sealedIdentity(session.id, identity);
  const done = await db
    .updateTable('sessions')
    .set({ sealed })
    .where('id', '=', session.id)
    .where('oid', '=', session.oid)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/**
 * The authority no longer takes this session's API token: until it is renewed the person counts as signed out, so that pages and calls
 * agree. A token that was renewed meanwhile is left alone.
 */
export async function loseApiToken(session: Session): Promise<void> {
  const db = await database();
  const found = await db.selectFrom('sessions').select('sealed').where('id', '=', session.id).executeTakeFirst();
  const opened = found && unseal('session', session.id, found.sealed);
  if (!opened) return;
  const identity = Sealed.parse(JSON.parse(opened));
  if (identity.apiToken !== session.apiToken) return;
  const sealed = sealedIdentity(session.id, { ...session, ...identity, expiresMs: 0 });
  await db.updateTable('sessions').set({ sealed }).where('id', '=', session.id).where('sealed', '=', found.sealed).execute();
}

/** Sign-out: the row and all that hangs on it (Graph tokens). */
export async function endSession(id: string): Promise<void> {
  const db = await database();
  await db.deleteFrom('sessions').where('id', '=', id).execute();
}

/** Keeps how far Graph's clock is from ours, for this session only. */
export async function learnGraphOffset(session: Session, offsetMs: number): Promise<void> {
  session.graphOffsetMs = offsetMs;
  const db = await database();
  await db
    .updateTable('sessions')
    .set({ graph_offset_ms: Math.round(offsetMs) })
    .where('id', '=', session.id)
    .execute();
}

function row(session: Session, now: number): SessionRow {
  return {
    id: session.id,
    tid: session.tid,
    oid: session.oid,
    sealed: sealedIdentity(session.id, session),
    created_ms: now,
    seen_ms: now,
    ends_ms: session.endsMs,
    graph_offset_ms: 0,
  };
}

function sealedIdentity(id: string, { apiToken, expiresMs, name, userPrincipalName, roles }: ApiIdentity): string {
  return seal('session', id, JSON.stringify({ apiToken, expiresMs, name, userPrincipalName, roles }));
}
