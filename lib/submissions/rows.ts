import 'server-only';
import { createHmac, randomUUID } from 'node:crypto';
import type { Viewer } from '@/lib/auth/viewer';
import { config } from '@/lib/config';
import { count } from '@/lib/metrics/registry';
import type { PortalError } from '@/lib/portal-error';
import { database } from '@/lib/store/database';
import { macKey } from '@/lib/store/sealing';
import { storable } from '@/lib/store/storable';
import type { SubmissionRow } from '@/lib/store/tables/submissions';
import { forgetOldSubmissions } from './retention';
import type { SubmissionIntent } from './submit';

/** The row of this key. */
export async function findRow(oid: string, key: string): Promise<SubmissionRow | undefined> {
  const db = await database();
  return db.selectFrom('submissions').selectAll().where('oid', '=', oid).where('key', '=', storable(key)).executeTakeFirst();
}

/** The row that holds a slot: one `ready` or `sending` for target, package and intent. */
export async function slotHolder(slot: string): Promise<SubmissionRow | undefined> {
  const db = await database();
  return db.selectFrom('submissions').selectAll().where('slot', '=', slot).where('state', 'in', ['ready', 'sending']).executeTakeFirst();
}

/** The same person's row of this slot that was sent in the last `withinMs`. */
export async function sentJustNow(row: SubmissionRow, withinMs: number): Promise<SubmissionRow | undefined> {
  const rows = await ofSameSlot(row, 'sent');
  return rows.where('settled_ms', '>', Date.now() - withinMs).executeTakeFirst();
}

/** The same person's newest row of this slot whose answer was lost, under another key. */
export async function lostBefore(row: SubmissionRow): Promise<SubmissionRow | undefined> {
  const rows = await ofSameSlot(row, 'unknown');
  return rows.where('key', '!=', row.key).orderBy('sending_ms', 'desc').limit(1).executeTakeFirst();
}

async function ofSameSlot({ slot, oid }: SubmissionRow, state: SubmissionRow['state']) {
  const db = await database();
  return db.selectFrom('submissions').selectAll().where('slot', '=', slot).where('oid', '=', oid).where('state', '=', state);
}

/** How this person's submissions with these keys stand: sent, or perhaps sent. */
export async function standingOf(oid: string, keys: readonly string[]): Promise<Pick<SubmissionRow, 'key' | 'state' | 'request_id'>[]> {
  const found: Pick<SubmissionRow, 'key' | 'state' | 'request_id'>[] = [];
  const db = await database();
  for (let from = 0; from < keys.length; from += MOST_IN_QUERY) {
    const rows = db.selectFrom('submissions').select(['key', 'state', 'request_id']).where('oid', '=', oid);
    const some = keys.slice(from, from + MOST_IN_QUERY).map(storable);
    found.push(...(await rows.where('key', 'in', some).where('state', 'in', ['sent', 'sending', 'unknown']).execute()));
  }
  return found;
}

/** A new `ready` row; undefined when the key or the slot is taken. */
export async function insertReady(viewer: Viewer, intent: SubmissionIntent): Promise<SubmissionRow | undefined> {
  const db = await database();
  await forgetOldSubmissions();
  return db
    .insertInto('submissions')
    .values(readyRow(viewer, intent))
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
}

function readyRow(viewer: Viewer, intent: SubmissionIntent): SubmissionRow {
  return {
    oid: viewer.oid,
    key: storable(intent.key),
    slot: slotOf(intent),
    request_type: intent.requestType,
    target: storable(intent.target),
    access_package_id: intent.accessPackageId && storable(intent.accessPackageId),
    access_package_name: intent.accessPackageName && storable(intent.accessPackageName),
    subject_id: intent.subjectId === undefined ? null : storable(intent.subjectId),
    input_hash: inputHash(intent),
    state: 'ready',
    attempt: randomUUID(),
    request_id: null,
    error: null,
    seen: null,
    created_ms: Date.now(),
    sending_ms: null,
    graph_sending_ms: null,
    lost_ms: null,
    looked_ms: null,
    settled_ms: null,
  };
}

/**
 * Says that this process still means to send these until then (UTC ms): rows in `ready`, made where there are none. What is on its way or
 * over stays as it is.
 */
export async function keepTurn(viewer: Viewer, intents: readonly SubmissionIntent[], until: number): Promise<void> {
  if (intents.length === 0) return;
  const db = await database();
  await db
    .insertInto('submissions')
    .values(intents.map((intent) => readyRow(viewer, intent)))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .updateTable('submissions')
    .set({ looked_ms: until })
    .where('oid', '=', viewer.oid)
    .where(
      'key',
      'in',
      intents.map(({ key }) => storable(key)),
    )
    .where('state', '=', 'ready')
    .execute();
}

/** Whether somebody still means to send this row. */
export function hasTurn(row: SubmissionRow | undefined): boolean {
  return row?.state === 'ready' && (row.looked_ms ?? 0) > Date.now();
}

/** Moves a row on, if nobody else has; undefined when somebody has. A draft is consumed with the submission that was sent from it. */
export async function moveOn(row: SubmissionRow, change: Partial<SubmissionRow>): Promise<SubmissionRow | undefined> {
  const db = await database();
  const moved = await db.transaction().execute(async (trx) => {
    const moved = await trx
      .updateTable('submissions')
      .set(change)
      .where('oid', '=', row.oid)
      .where('key', '=', row.key)
      .where('attempt', '=', row.attempt)
      .where('state', '=', row.state)
      .returningAll()
      .executeTakeFirst();
    if (moved?.state !== 'sent') return moved;
    const drafts = trx.deleteFrom('drafts').where('oid', '=', row.oid);
    // The draft of a decision is found by its stage: every place where it can be pressed shares one key.
    const own = row.request_type === 'decide' ? drafts.where('intent', '=', 'decide').where('assignment_id', '=', row.subject_id) : null;
    await (own ?? drafts.where('key', '=', row.key)).execute();
    return moved;
  });
  if (moved && change.state && ENDS.includes(change.state))
    count('latchkey_submissions_total', { type: moved.request_type, outcome: change.state });
  return moved;
}

const ENDS: readonly SubmissionRow['state'][] = ['sent', 'refused', 'unknown'];

/** Forgets a row that was never sent. */
export async function removeReady(row: SubmissionRow): Promise<void> {
  const db = await database();
  await db
    .deleteFrom('submissions')
    .where('oid', '=', row.oid)
    .where('key', '=', row.key)
    .where('attempt', '=', row.attempt)
    .where('state', '=', 'ready')
    .execute();
}

/** Takes the right to look a row up now, if nobody did in the last `apartMs`. */
export async function takeLook(row: SubmissionRow, apartMs: number): Promise<boolean> {
  const db = await database();
  const now = Date.now();
  const taken = await db
    .updateTable('submissions')
    .set({ looked_ms: now })
    .where('oid', '=', row.oid)
    .where('key', '=', row.key)
    .where('attempt', '=', row.attempt)
    .where((eb) => eb.or([eb('looked_ms', 'is', null), eb('looked_ms', '<=', now - apartMs)]))
    .returning('key')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Which of these requests (ids in lower case) this person's submissions are known to have made. */
export async function knownRequestIds(oid: string, among: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  const db = await database();
  for (let from = 0; from < among.length; from += MOST_IN_QUERY) {
    const rows = await db
      .selectFrom('submissions')
      .select('request_id')
      .where('oid', '=', oid)
      .where((eb) => eb(eb.fn<string>('lower', ['request_id']), 'in', among.slice(from, from + MOST_IN_QUERY)))
      .execute();
    for (const { request_id: id } of rows) if (id !== null) known.add(id.toLowerCase());
  }
  return known;
}

/** A query takes only so many values. */
const MOST_IN_QUERY = 500;
/** Nobody has nearly as many requests in what Graph keeps (three months). */
const MOST_REMEMBERED = 2_000;

type SentAbout = Pick<SubmissionRow, 'request_id' | 'access_package_id' | 'access_package_name' | 'graph_sending_ms' | 'settled_ms'>;

/** The newest sent submissions for a person, by whomever, with the package they were about and when they were sent. */
export async function sentAbout(oid: string): Promise<SentAbout[]> {
  const db = await database();
  return db
    .selectFrom('submissions')
    .select(['request_id', 'access_package_id', 'access_package_name', 'graph_sending_ms', 'settled_ms'])
    .where('target', '=', oid)
    .where('state', '=', 'sent')
    .where('request_type', 'not in', ['cancel', 'decide'])
    .orderBy('settled_ms', 'desc')
    .limit(MOST_REMEMBERED)
    .execute();
}

/** The newest of this person's sent requests for others, with whom they were for. */
export async function sentForOthers(oid: string): Promise<(SentAbout & Pick<SubmissionRow, 'target'>)[]> {
  const db = await database();
  return db
    .selectFrom('submissions')
    .select(['request_id', 'access_package_id', 'access_package_name', 'graph_sending_ms', 'settled_ms', 'target'])
    .where('oid', '=', oid)
    .where('target', '!=', oid)
    .where('state', '=', 'sent')
    .where('request_type', '=', 'userAdd')
    .orderBy('settled_ms', 'desc')
    .limit(MOST_REMEMBERED)
    .execute();
}

/** Ids of the requests that this person sent for themself, newest first. */
export async function sentForOneself(oid: string): Promise<string[]> {
  const db = await database();
  const rows = await db
    .selectFrom('submissions')
    .select('request_id')
    .where('oid', '=', oid)
    .where('target', '=', oid)
    .where('state', '=', 'sent')
    .where('request_type', 'in', ['userAdd', 'userUpdate'])
    .orderBy('settled_ms', 'desc')
    .limit(MOST_REMEMBERED)
    .execute();
  return rows.flatMap(({ request_id: id }) => id ?? []);
}

/** Target, package and intent; updates, removals and cancellations are about one assignment or request of it. */
export function slotOf(intent: SubmissionIntent): string {
  return storable([intent.target, intent.accessPackageId ?? '', intent.requestType, intent.subjectId ?? ''].join('|').toLowerCase());
}

/** Tells the same input from another without keeping it: keyed, because a justification may be guessed. */
export function inputHash(intent: SubmissionIntent): string {
  const [secret = ''] = config().sessionSecrets;
  const text = JSON.stringify([intent.requestType, intent.subjectId ?? null, intent.input ?? intent.body ?? null]);
  return createHmac('sha256', macKey(secret, 'submission-input')).update(text).digest('base64url');
}

/** A refusal as it is kept. */
export function keptError(error: PortalError): string {
  return JSON.stringify(error);
}
