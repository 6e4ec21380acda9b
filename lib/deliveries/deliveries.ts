import 'server-only';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import { log } from '@/lib/log';
import { database, type Database } from '@/lib/store/database';
import { storable } from '@/lib/store/storable';
import type { DeliveryRow } from '@/lib/store/tables/deliveries';
import { isLong, usualMs } from './usual';

/** A set-up that takes longer than usual: so long it has gone on at least, so long is usual. Milliseconds. */
export interface SlowDelivery {
  elapsedMs: number;
  usualMs: number;
}

type Observed = Pick<
  AssignmentRequest,
  'id' | 'requestType' | 'state' | 'createdDateTime' | 'completedDateTime' | 'schedule' | 'accessPackage' | 'waitingForCallback'
>;

/** A beginning is known closely where the set-up was seen, or was over, so soon after it. */
const CLOSE_MS = 120_000;
/** What ended longer ago and was never seen going on is not measured any more. */
const JUST_OVER_MS = 600_000;
/** Newest ones that are measured against. */
const MOST_MEASURED = 500;

/**
 * Writes down which of these requests are being set up and how long those took that are done, and answers the ones that take longer than
 * usual by request id: ten times the median of what the portal itself has measured. Graph does not tell when a delivery begins (contract
 * §6.2): it begins when all that comes before is over, and only what was seen soon after that counts. `now` is Graph's, UTC ms. A store that
 * does not answer costs the sentence, never the page.
 */
export async function observeDeliveries(requests: readonly Observed[], now: number): Promise<ReadonlyMap<string, SlowDelivery>> {
  const running = requests.filter(({ state, waitingForCallback }) => state === 'delivering' && !waitingForCallback);
  const done = requests.filter(({ state, completedDateTime }) => state === 'delivered' && completedDateTime !== null);
  if (running.length + done.length === 0) return new Map();
  try {
    const db = await database();
    const known = await rowsOf(db, [...running, ...done]);
    await write(db, known, running, done, now);
    return running.length === 0 ? new Map() : await slowAmong(db, known, running, now);
  } catch (error) {
    log().warn({ err: error }, 'deliveries were not written down');
    return new Map();
  }
}

async function rowsOf(db: Database, requests: readonly Observed[]): Promise<Map<string, DeliveryRow>> {
  const ids = requests.map(({ id }) => storable(id));
  const rows = await db.selectFrom('deliveries').selectAll().where('request_id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.request_id, row]));
}

async function write(db: Database, known: Map<string, DeliveryRow>, running: readonly Observed[], done: readonly Observed[], now: number) {
  const fresh = [
    ...running.filter(({ id }) => !known.has(id)),
    ...done.filter((request) => !known.has(request.id) && now - endOf(request) <= JUST_OVER_MS),
  ];
  const rows = (await begunBy(db, fresh)).map(([request, began]) => rowFor(request, began, now)).filter((row) => row !== null);
  if (rows.length > 0) {
    await db
      .insertInto('deliveries')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  for (const request of done) {
    const row = known.get(request.id);
    if (!row || row.took_ms !== null || row.began_ms === null) continue;
    const took = Math.max(0, endOf(request) - Number(row.began_ms));
    await db
      .updateTable('deliveries')
      .set({ took_ms: took })
      .where('request_id', '=', row.request_id)
      .where('took_ms', 'is', null)
      .execute();
  }
}

/** When each can have begun at the earliest: it was sent, its start came, and who approved it here had done so. Null where Graph tells no time. */
async function begunBy(db: Database, requests: readonly Observed[]): Promise<[Observed, number | null][]> {
  if (requests.length === 0) return [];
  const decided = await db
    .selectFrom('decisions')
    .select((eb) => ['request_id', eb.fn.max<number>('decided_ms').as('at')])
    .where('decision', '=', 'Approve')
    .where(
      'request_id',
      'in',
      requests.map(({ id }) => storable(id)),
    )
    .groupBy('request_id')
    .execute();
  const at = new Map(decided.map((row) => [row.request_id, Number(row.at)]));
  return requests.map((request) => {
    const { createdDateTime, schedule } = request;
    if (createdDateTime === null) return [request, null];
    const start = schedule?.startDateTime ? Date.parse(schedule.startDateTime) : 0;
    return [request, Math.max(Date.parse(createdDateTime), start, at.get(request.id) ?? 0)];
  });
}

/** What to write down; null where nothing was seen and the beginning is not known closely. */
function rowFor(request: Observed, began: number | null, now: number): DeliveryRow | null {
  const isOver = request.state === 'delivered';
  const close = began !== null && Math.abs((isOver ? endOf(request) : now) - began) <= CLOSE_MS;
  if (isOver && !close) return null;
  return {
    request_id: storable(request.id),
    access_package_id: request.accessPackage && storable(request.accessPackage.id),
    kind: kindOf(request),
    began_ms: close ? began : null,
    seen_ms: now,
    took_ms: isOver ? Math.max(0, endOf(request) - (began ?? 0)) : null,
  };
}

async function slowAmong(db: Database, known: Map<string, DeliveryRow>, running: readonly Observed[], now: number) {
  const slow = new Map<string, SlowDelivery>();
  const measured = new Map<DeliveryRow['kind'], Pick<DeliveryRow, 'access_package_id' | 'took_ms'>[]>();
  for (const request of running) {
    const row = known.get(request.id);
    if (!row) continue;
    const rows = measured.get(row.kind) ?? (await measuredOf(db, row.kind));
    measured.set(row.kind, rows);
    const usual = usualMs(rows, row.access_package_id);
    const elapsedMs = now - Number(row.seen_ms);
    if (usual !== null && isLong(elapsedMs, usual)) slow.set(request.id, { elapsedMs, usualMs: usual });
  }
  return slow;
}

async function measuredOf(db: Database, kind: DeliveryRow['kind']) {
  return db
    .selectFrom('deliveries')
    .select(['access_package_id', 'took_ms'])
    .where('kind', '=', kind)
    .where('took_ms', 'is not', null)
    .orderBy('seen_ms', 'desc')
    .limit(MOST_MEASURED)
    .execute();
}

function endOf({ completedDateTime }: Observed): number {
  return Date.parse(completedDateTime ?? '');
}

function kindOf({ requestType }: Observed): DeliveryRow['kind'] {
  if (requestType.endsWith('Remove')) return 'removal';
  return requestType.endsWith('Update') ? 'update' : 'add';
}
