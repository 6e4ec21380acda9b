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
import type { Pace } from './pace';
import { explained } from './refusal';
import { stageOf } from './stage-subject';
import { keptError, moveOn } from './rows';
import { lookAgain } from './settle';
import type { SubmissionIntent, SubmissionOutcome } from './submit';

const REQUESTS = '/identityGovernance/entitlementManagement/assignmentRequests';

/** Opens the socket, once, for a row that is committed as `sending`, and writes down what came of it. */
export async function send(
  viewer: Viewer,
  graph: Graph,
  intent: SubmissionIntent,
  { row, body }: { row: SubmissionRow; body: unknown },
  pace: Pace,
): Promise<SubmissionOutcome> {
  try {
    const requestId = await write(graph, intent, body);
    if (requestId !== null) {
      // What Graph took is true even if the store fails now; the row is looked up later.
      await moveOn(row, { state: 'sent', request_id: requestId, settled_ms: Date.now() }).catch(notWritten(row));
      return { state: 'sent', requestId };
    }
  } catch (error) {
    if (error instanceof PortalFault && error.error.kind !== 'unknownOutcome') throw await notTaken(viewer, graph, intent, row, error);
    if (!(error instanceof PortalFault)) log().error({ err: error, key: row.key }, 'a write failed in an unforeseen way');
  }
  const lost = { ...row, lost_ms: Date.now() };
  await moveOn(row, { lost_ms: lost.lost_ms }).catch(notWritten(row));
  return followUp(viewer, graph, lost, pace);
}

async function write(graph: Graph, intent: SubmissionIntent, body: unknown): Promise<string | null> {
  if (intent.requestType === 'cancel') {
    const id = intent.subjectId ?? '';
    await graph.write('POST', `${REQUESTS}/${segment(id)}/cancel`);
    return id;
  }
  if (intent.requestType === 'decide') {
    const { requestId, stageId } = stageOf(intent.subjectId ?? '');
    await graph.write('PATCH', stagePath(requestId, stageId), body);
    return requestId;
  }
  const answer = await graph.write('POST', REQUESTS, body);
  const id = typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : undefined;
  return typeof id === 'string' && id !== '' ? id : null;
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
