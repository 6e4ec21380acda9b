import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@/lib/auth/viewer';
import { stagePath } from '@/lib/entitlement/approvals';
import { segment } from '@/lib/graph/odata';
import type { Graph } from '@/lib/graph/graph';
import { log } from '@/lib/log';
import { PortalFault, type PortalError } from '@/lib/portal-error';
import type { SubmissionRow } from '@/lib/store/tables/submissions';
import type { Claim } from './claim';
import { lookUp } from './look-up';
import type { Pace } from './pace';
import { explained } from './refusal';
import { stageOf } from './stage-subject';
import { keptError, moveOn } from './rows';
import { lookAgain } from './settle';
import type { SubmissionIntent, SubmissionOutcome } from './submit';

const REQUESTS = '/identityGovernance/entitlementManagement/assignmentRequests';

type Sending = Extract<Claim, { body: unknown }>;

/** Opens the socket, once, for a row that is committed as `sending`, and writes down what came of it. */
export async function send(
  viewer: Viewer,
  graph: Graph,
  intent: SubmissionIntent,
  { row, body }: Sending,
  pace: Pace,
): Promise<SubmissionOutcome> {
  const { method, path } = writeOf(intent);
  const came = await graph.write(method, path, body).catch(thrown);
  return conclude(viewer, graph, intent, row, came, pace);
}

/** The call that a submission makes. */
export function writeOf({ requestType, subjectId = '' }: SubmissionIntent): { method: 'POST' | 'PATCH'; path: string } {
  if (requestType === 'cancel') return { method: 'POST', path: `${REQUESTS}/${segment(subjectId)}/cancel` };
  if (requestType !== 'decide') return { method: 'POST', path: REQUESTS };
  const { requestId, stageId } = stageOf(subjectId);
  return { method: 'PATCH', path: stagePath(requestId, stageId) };
}

/** Writes down what came of a write: an answer's value, or an Error. Throws PortalFault for what was certainly not taken. */
export async function conclude(
  viewer: Viewer,
  graph: Graph,
  intent: SubmissionIntent,
  row: SubmissionRow,
  came: unknown,
  pace: Pace,
): Promise<SubmissionOutcome> {
  const isRefused = came instanceof PortalFault && came.error.kind !== 'unknownOutcome';
  const isLate = isRefused && intent.requestType === 'decide' && came.error.kind === 'conflict';
  // Too late, perhaps, for my own earlier decision whose answer was lost.
  const mine = isLate ? await lookUp(viewer, graph, row).catch(unread) : null;
  if (isRefused && mine === null) throw await notTaken(viewer, graph, intent, row, came);
  const requestId = mine ?? (came instanceof Error ? null : takenAs(intent, came));
  if (requestId !== null) {
    // What Graph took is true even if the store fails now; the row is looked up later.
    await moveOn(row, { state: 'sent', request_id: requestId, settled_ms: Date.now() }).catch(notWritten(row));
    return { state: 'sent', requestId };
  }
  if (came instanceof Error && !(came instanceof PortalFault))
    log().error({ err: came, key: row.key }, 'a write failed in an unforeseen way');
  const lost = { ...row, lost_ms: Date.now() };
  await moveOn(row, { lost_ms: lost.lost_ms }).catch(notWritten(row));
  return followUp(viewer, graph, lost, pace);
}

/** The id of the request that was made or was meant; null where the answer does not say. */
function takenAs({ requestType, subjectId = '' }: SubmissionIntent, answer: unknown): string | null {
  if (requestType === 'cancel') return subjectId;
  if (requestType === 'decide') return stageOf(subjectId).requestId;
  const id = typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : undefined;
  return typeof id === 'string' && id !== '' ? id : null;
}

function unread(error: unknown): null {
  if (error instanceof PortalFault) return null;
  throw error;
}

function thrown(error: unknown): Error {
  return error instanceof Error ? error : new Error('thrown', { cause: error });
}

/** Put back where it can be pressed again: throttled, signed out, step-up, no consent. */
const STILL_READY: readonly PortalError['kind'][] = ['throttled', 'signedOut', 'stepUp', 'consentRequired', 'unavailable', 'otherViewer'];

async function notTaken(
  viewer: Viewer,
  graph: Graph,
  intent: SubmissionIntent,
  row: SubmissionRow,
  fault: PortalFault,
): Promise<PortalFault> {
  if (STILL_READY.includes(fault.error.kind)) {
    await moveOn(row, { state: 'ready', attempt: randomUUID(), sending_ms: null }).catch(notWritten(row));
    return fault;
  }
  const said = await explained(viewer, graph, intent, fault);
  await moveOn(row, { state: 'refused', error: keptError(said.error), settled_ms: Date.now() }).catch(notWritten(row));
  return said;
}

/** The first look-up inside the person's answer, the others behind it; whoever asks later goes on from the row. */
async function followUp(viewer: Viewer, graph: Graph, row: SubmissionRow, pace: Pace): Promise<SubmissionOutcome> {
  const [first = 0, ...later] = pace.lookUps;
  await sleep(first);
  const outcome = await lookAgain(viewer, graph, row, pace);
  if (outcome.state === 'sending') void goOn(viewer, graph, row, later, pace).catch(notWritten(row));
  return outcome;
}

async function goOn(viewer: Viewer, graph: Graph, row: SubmissionRow, later: readonly number[], pace: Pace): Promise<void> {
  for (const wait of later) {
    await sleep(Math.max(0, (row.lost_ms ?? 0) + wait - Date.now()), undefined, { ref: false });
    if ((await lookAgain(viewer, graph, row, pace)).state !== 'sending') return;
  }
}

function notWritten(row: SubmissionRow): (error: unknown) => undefined {
  return (error) => {
    log().error({ err: error, key: row.key }, 'a submission could not be written down');
    return undefined;
  };
}
