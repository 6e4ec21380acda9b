import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import type { Graph } from '@/lib/graph/graph';
import { log } from '@/lib/log';
import { PortalFault } from '@/lib/portal-error';
import type { SubmissionRow } from '@/lib/store/tables/submissions';
import { lookUp } from './look-up';
import { PACE, type Pace } from './pace';
import { findRow, moveOn, takeLook } from './rows';
import type { SubmissionOutcome } from './submit';

/** Two look-ups of one row are at least this far apart. */
const APART_MS = 1_500;
/** What is still unknown after a day stays so. */
const LOOKED_FOR_MS = 86_400_000;

/**
 * Looks for the request that a row in `sending` or `unknown` may have made. Found → sent. Not found once the last look-up is due →
 * unknown; so is a row whose process died. Never sends anything.
 */
export async function lookAgain(viewer: Viewer, graph: Graph, row: SubmissionRow, pace: Pace = PACE): Promise<SubmissionOutcome> {
  const since = Date.now() - (row.sending_ms ?? 0);
  const isFresh = row.state === 'sending' && row.lost_ms === null && since < (pace.lookUps[0] ?? 0);
  const isOld = row.state === 'unknown' && since > LOOKED_FOR_MS;
  if (isFresh || isOld || !(await takeLook(row, Math.min(APART_MS, pace.lookUps[0] ?? 0)))) return standing(row);
  const began = Date.now();
  const found = await lookUp(viewer, graph, row).catch((error: unknown) => {
    if (!(error instanceof PortalFault)) throw error;
    log().warn({ kind: error.error.kind, key: row.key }, 'a look-up failed');
    return null;
  });
  if (found !== null) {
    const moved = await moveOn(row, { state: 'sent', request_id: found, settled_ms: Date.now() });
    return moved ? { state: 'sent', requestId: found } : standing(row);
  }
  if (row.state === 'sending' && isOver(row, began, pace)) await moveOn(row, { state: 'unknown', settled_ms: Date.now() });
  return standing(row);
}

/** Whether a look-up that began then was the last one. */
function isOver(row: SubmissionRow, now: number, pace: Pace): boolean {
  // The last look-up may begin a little early: timers do.
  if (row.lost_ms !== null) return now >= row.lost_ms + (pace.lookUps.at(-1) ?? 0) - 50;
  return now >= (row.sending_ms ?? 0) + pace.deadline;
}

/** As the row stands now. */
async function standing(row: SubmissionRow): Promise<SubmissionOutcome> {
  const now = (await findRow(row.oid, row.key)) ?? row;
  if (now.state === 'sent') return { state: 'sent', requestId: now.request_id ?? '' };
  return { state: now.state === 'unknown' ? 'unknown' : 'sending' };
}
