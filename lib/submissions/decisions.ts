import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import type { Decision } from '@/lib/entitlement/approvals';
import { database } from '@/lib/store/database';
import { storable } from '@/lib/store/storable';
import type { DecisionRow } from '@/lib/store/tables/decisions';
import type { DecideStageInput } from './inputs';
import { decisionKey } from './stage-subject';

/** A decision of mine that Graph took. */
export interface MyDecision {
  key: string;
  requestId: string;
  stageId: string;
  decision: Decision;
  accessPackage: { id: string; name: string } | null;
  targetName: string | null;
  /** UTC ISO 8601, on Graph's clock. */
  decidedDateTime: string;
  /** An approval whose assignment is known (contract §4.8, approverRemove). */
  canTakeBack: boolean;
  /** Taken back through the portal. */
  isTakenBack: boolean;
}

/** Nobody decides more in what is kept (half a year). */
const MOST_SHOWN = 500;

/** Writes down what is about to be decided; an earlier try is replaced. `now`: Graph's. */
export async function recordDecision(viewer: Viewer, input: DecideStageInput, now: Date): Promise<void> {
  const db = await database();
  const kept = (text: string | null) => (text === null ? null : storable(text));
  const row: DecisionRow = {
    oid: viewer.oid,
    key: storable(decisionKey(input.requestId, input.stageId)),
    request_id: storable(input.requestId),
    stage_id: storable(input.stageId),
    decision: input.decision,
    access_package_id: kept(input.accessPackageId),
    access_package_name: kept(input.accessPackageName),
    target_id: kept(input.targetId),
    target_name: kept(input.targetName),
    assignment_id: kept(input.assignmentId),
    decided_ms: now.getTime(),
  };
  await db
    .insertInto('decisions')
    .values(row)
    .onConflict((conflict) => conflict.columns(['oid', 'key']).doUpdateSet(row))
    .execute();
}

/** Says in the record what Graph shows that was decided: of two presses the other one may have got through. */
export async function correctDecision(oid: string, key: string, decision: Decision): Promise<void> {
  const db = await database();
  await db.updateTable('decisions').set({ decision }).where('oid', '=', oid).where('key', '=', storable(key)).execute();
}

/** The record with this submission's key, whether Graph took it or not. */
export async function decidedWith(viewer: Viewer, key: string): Promise<DecisionRow | null> {
  const db = await database();
  const row = await db
    .selectFrom('decisions')
    .selectAll()
    .where('oid', '=', viewer.oid)
    .where('key', '=', storable(key))
    .executeTakeFirst();
  return row ?? null;
}

/** What I decided through the portal, newest first. */
export async function myDecisions(viewer: Viewer): Promise<MyDecision[]> {
  const db = await database();
  const [rows, removals] = await Promise.all([
    taken(db, viewer).orderBy('decisions.decided_ms', 'desc').limit(MOST_SHOWN).execute(),
    db
      .selectFrom('submissions')
      .select('subject_id')
      .where('oid', '=', viewer.oid)
      .where('request_type', '=', 'approverRemove')
      .where('state', '=', 'sent')
      .execute(),
  ]);
  const gone = new Set(removals.map(({ subject_id: id }) => id));
  return rows.map((row) => toDecision(row, row.assignment_id !== null && gone.has(row.assignment_id)));
}

/** My latest decision about a request; null without one. */
export async function myDecisionOn(viewer: Viewer, requestId: string): Promise<MyDecision | null> {
  return first(viewer, { request_id: requestId });
}

/** My latest decision about the same person and package, about another request. */
export async function decidedBefore(
  viewer: Viewer,
  about: { targetId: string; accessPackageId: string; requestId: string },
): Promise<MyDecision | null> {
  return first(viewer, { target_id: about.targetId, access_package_id: about.accessPackageId }, about.requestId);
}

/** Decisions that Graph took. */
function taken(db: Awaited<ReturnType<typeof database>>, viewer: Viewer) {
  return db
    .selectFrom('decisions')
    .innerJoin('submissions', (join) => join.onRef('submissions.oid', '=', 'decisions.oid').onRef('submissions.key', '=', 'decisions.key'))
    .selectAll('decisions')
    .where('decisions.oid', '=', viewer.oid)
    .where('submissions.state', '=', 'sent');
}

async function first(viewer: Viewer, where: Partial<DecisionRow>, exceptRequestId?: string): Promise<MyDecision | null> {
  let query = taken(await database(), viewer);
  if (where.request_id != null) query = query.where('decisions.request_id', '=', storable(where.request_id));
  if (where.target_id != null) query = query.where('decisions.target_id', '=', storable(where.target_id));
  if (where.access_package_id != null) query = query.where('decisions.access_package_id', '=', storable(where.access_package_id));
  if (exceptRequestId !== undefined) query = query.where('decisions.request_id', '!=', storable(exceptRequestId));
  const row = await query.orderBy('decisions.decided_ms', 'desc').limit(1).executeTakeFirst();
  return row ? toDecision(row, false) : null;
}

function toDecision(row: DecisionRow, isTakenBack: boolean): MyDecision {
  return {
    key: row.key,
    requestId: row.request_id,
    stageId: row.stage_id,
    decision: row.decision,
    accessPackage: row.access_package_id === null ? null : { id: row.access_package_id, name: row.access_package_name ?? '' },
    targetName: row.target_name,
    decidedDateTime: new Date(Number(row.decided_ms)).toISOString(),
    canTakeBack: row.decision === 'Approve' && row.assignment_id !== null,
    isTakenBack,
  };
}
