import type { Graph } from '@/lib/graph/graph';
import type { Viewer } from '@/lib/auth/viewer';

/**
 * The one write path (design §6). A row in `submissions` is committed before the socket opens; the same key answers the first outcome;
 * a lost answer is looked up after 2, 10 and 30 s and never resent by the machine.
 */
export interface SubmissionIntent {
  /** The draft's key, or any id that makes this intent unique (assignment id + intent + rendering nonce for lone actions). */
  key: string;
  requestType: 'userAdd' | 'userUpdate' | 'userRemove' | 'adminAdd' | 'adminUpdate' | 'adminRemove' | 'cancel';
  /** Directory id of the person whose access changes, or the e-mail for somebody not in the directory. */
  target: string;
  /** Access package id; null only where Graph did not tell (expansion ignored). */
  accessPackageId: string | null;
  accessPackageName: string | null;
  /** Assignment id (updates, removals) or request id (cancel). */
  subjectId?: string;
  /** Body of POST assignmentRequests (contract §4.8), or nothing for cancel. */
  body?: unknown;
}

export type SubmissionOutcome =
  /** Graph took it. `requestId` is the new assignment request's id (for cancel: the cancelled one's). */
  | { state: 'sent'; requestId: string }
  /** Being sent by another tab or still being looked up. */
  | { state: 'sending' }
  /** Looked up and not found: may or may not exist; never resent by the machine. */
  | { state: 'unknown' };

/** Sends once. Throws PortalFault for what was certainly not taken (refused, throttled, alreadyRequested, signedOut, stepUp, …). */
export declare function submit(viewer: Viewer, graph: Graph, intent: SubmissionIntent): Promise<SubmissionOutcome>;

/** What became of an earlier submit with this key: null when there was none. */
export declare function submissionOutcome(viewer: Viewer, key: string): Promise<SubmissionOutcome | null>;

/** Package names and ids the portal itself remembers for my requests, where Graph's expansion is ignored (contract §4.7). requestId → package. */
export declare function rememberedPackages(viewer: Viewer): Promise<Map<string, { accessPackageId: string; accessPackageName: string }>>;
