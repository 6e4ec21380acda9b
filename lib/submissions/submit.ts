import 'server-only';
import type { Graph } from '@/lib/graph/graph';
import type { Viewer } from '@/lib/auth/viewer';
import { claim } from './claim';
import { findRow, standingOf } from './rows';
import { send } from './send';
import { lookAgain } from './settle';
import { PACE, type Pace } from './pace';

export { rememberedForOthers, rememberedPackages, sentForMyself, type RememberedRequest } from './remembered';

/**
 * The one write path (design §6). A row in `submissions` is committed before the socket opens; the same key answers the first outcome;
 * a lost answer is looked up after 2, 10 and 30 s and never resent by the machine.
 */
export interface SubmissionIntent {
  /** The draft's key, or any id that makes this intent unique (assignment id + intent + rendering nonce for lone actions). */
  key: string;
  requestType:
    'userAdd' | 'userUpdate' | 'userRemove' | 'approverRemove' | 'adminAdd' | 'adminUpdate' | 'adminRemove' | 'cancel' | 'decide';
  /** Directory id of the person whose access changes, or the e-mail for somebody not in the directory; for decide: who decides. */
  target: string;
  /** Access package id; null only where Graph did not tell (expansion ignored). */
  accessPackageId: string | null;
  accessPackageName: string | null;
  /** Assignment id (updates, removals), request id (cancel) or both ids of a stage (decide, `stageSubject`). */
  subjectId?: string;
  /** Body of POST assignmentRequests (contract §4.8) or of a stage's PATCH (§4.10), or nothing for cancel. */
  body?: unknown;
  /** What a body is made from, where it is made only before sending: the body, and ids of requests that are there already. Throws to stop. */
  prepare?: () => Promise<{ body: unknown; seen?: readonly string[] }>;
  /** Writes down what is about to be sent, by whoever has the right to send it; nothing is sent where that fails. */
  record?: () => Promise<void>;
  /** With `prepare`: the input, to tell the same press from a corrected one. */
  input?: unknown;
  /** The person saw `unknown` and wants it sent once more. */
  sendAgain?: boolean;
}

export type SubmissionOutcome =
  /** Graph took it. `requestId` is the new assignment request's id (for cancel and decide: that of the request it was about). */
  | { state: 'sent'; requestId: string }
  /** Being sent by another tab or still being looked up. */
  | { state: 'sending' }
  /** Looked up and not found: may or may not exist; never resent by the machine. */
  | { state: 'unknown' };

/**
 * Sends once. Throws PortalFault for what was certainly not taken (refused, throttled, alreadyRequested, signedOut, stepUp, …), and
 * `unavailable` when the store cannot be reached: nothing is sent then.
 */
export async function submit(viewer: Viewer, graph: Graph, intent: SubmissionIntent, pace: Pace = PACE): Promise<SubmissionOutcome> {
  const claimed = await claim(viewer, graph, intent, pace);
  return 'outcome' in claimed ? claimed.outcome : send(viewer, graph, intent, claimed, pace);
}

/** What became of an earlier submit with this key: null when there was none. Goes on looking up what is not yet known. */
export async function submissionOutcome(viewer: Viewer, key: string, graph?: Graph): Promise<SubmissionOutcome | null> {
  const row = await findRow(viewer.oid, key);
  switch (row?.state) {
    case undefined:
    case 'ready':
    case 'refused':
      return null;
    case 'sent':
      return { state: 'sent', requestId: row.request_id ?? '' };
    case 'sending':
    case 'unknown':
      return lookAgain(viewer, graph ?? (await graphOf(viewer, row.request_type)), row);
  }
}

/** How this person's submissions with these keys stand, by key: those that were sent, or perhaps sent (`unknown`). Asks Graph nothing. */
export async function submissionsOf(
  { oid }: Viewer,
  keys: readonly string[],
): Promise<Map<string, { state: 'sent'; requestId: string } | { state: 'unknown' }>> {
  const rows = await standingOf(oid, keys);
  return new Map(
    rows.map(({ key, state, request_id: id }) => [key, state === 'sent' ? { state, requestId: id ?? '' } : { state: 'unknown' }] as const),
  );
}

async function graphOf(viewer: Viewer, requestType: string): Promise<Graph> {
  const { graphFor } = await import('@/lib/auth/graph-for');
  return graphFor(
    viewer,
    requestType.startsWith('admin') || requestType === 'decide'
      ? 'EntitlementManagement.ReadWrite.All'
      : 'EntitlementMgmt-SubjectAccess.ReadWrite',
  );
}
