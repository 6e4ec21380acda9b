import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@/lib/auth/viewer';
import { database } from '@/lib/store/database';
import { storable } from '@/lib/store/storable';
import { KEPT_MS } from './drafts';

/** One end of one assignment: once it is extended, its next end is another. `endDateTime` as Graph gave it. */
export function endKey(assignmentId: string, endDateTime: string): string {
  return `${assignmentId} ${endDateTime}`;
}

/** Notes that this access may end, so that Home asks no more about it; nothing is sent to Graph. Kept 30 days, longer than Home would ask. */
export async function letEnd(viewer: Viewer, key: string): Promise<void> {
  const db = await database();
  await db
    .insertInto('drafts')
    .values({ ...place(viewer, key), key: randomUUID(), access_package_name: '', sealed: null, updated_ms: Date.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes that back. */
export async function askAboutEnd(viewer: Viewer, key: string): Promise<void> {
  const db = await database();
  const { oid, intent, assignment_id: assignmentId } = place(viewer, key);
  await db.deleteFrom('drafts').where('oid', '=', oid).where('intent', '=', intent).where('assignment_id', '=', assignmentId).execute();
}

/** Keys of the ends that this person lets come. */
export async function acceptedEnds(viewer: Viewer): Promise<Set<string>> {
  const db = await database();
  const rows = await db
    .selectFrom('drafts')
    .select('assignment_id')
    .where('oid', '=', viewer.oid)
    .where('intent', '=', 'letEnd')
    .where('updated_ms', '>=', Date.now() - KEPT_MS)
    .execute();
  return new Set(rows.map((row) => row.assignment_id));
}

const place = (viewer: Viewer, key: string) =>
  ({ oid: viewer.oid, access_package_id: '', intent: 'letEnd', assignment_id: storable(key) }) as const;
