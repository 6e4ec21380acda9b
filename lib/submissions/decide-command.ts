import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Viewer } from '@/lib/auth/viewer';
import type { Decision } from '@/lib/entitlement/approvals';
import type { Graph } from '@/lib/graph/graph';
import { toApproverRemove } from '@/lib/entitlement/request-bodies';
import { PortalFault, type PortalError, type Result } from '@/lib/portal-error';
import type { CommandContext } from './command-parts';
import { decidedWith, recordDecision } from './decisions';
import type { DecideStageInput, DecideTogetherInput, TakeBackInput } from './inputs';
import { decisionKey, stageSubject } from './stage-subject';
import { findRow, hasTurn, keepTurn } from './rows';
import { submissionOutcome, submit, type SubmissionIntent, type SubmissionOutcome } from './submit';
import { submitTogether } from './submit-together';

/** What came of one: `decision` is the one that was sent, by this press or by an earlier one of the same person. */
export type DecisionOutcome = { requestId: string; stageId: string } & (
  { state: SubmissionOutcome['state']; decision: Decision } | { error: PortalError }
);

const MOST_IN_BATCH = 20;
/** Where nobody waits for the answer any more, the service's waits are obeyed at most so long. */
const LEFT_MS = 10 * 60_000;
/** Trying as many as there may be takes at most so long. */
const ROUND_MS = 2 * 60_000;
/** The least pause, and the wait that the service did not state: doubled each time, with some chance in it (contract §1.9). */
const FIRST_WAIT_MS = 1_000;

/**
 * Decides stages (PATCH, contract §4.10), scope W, in batches of 20. A person has one key per stage: a second press, another tab and the same
 * stage in a list share it, and what was sent first stands. One result per row, in the order given. After a throttle the rest is not sent
 * and says so; where the page was left (`isLeft`), the stated time is waited for and only those are sent again.
 */
export async function decideTogether({ viewer, graph }: CommandContext, input: DecideTogetherInput): Promise<DecisionOutcome[]> {
  const decisions = [...new Map(input.decisions.map((one) => [decisionKey(one.requestId, one.stageId), one])).entries()];
  const results = new Map<string, Result<SubmissionOutcome>>();
  const until = Date.now() + LEFT_MS;
  // Only told to who asks: what is not written down is sent all the same.
  const keepUntil = (ms: number) => {
    const intents = waiting.map(([key, one]) => intentOf(viewer, graph, key, one));
    return input.isLeft ? keepTurn(viewer, intents, ms).catch(() => undefined) : undefined;
  };
  let waiting = decisions;
  for (let round = 0; waiting.length > 0; round++) {
    await keepUntil(Date.now() + ROUND_MS);
    const throttled = await oneRound(viewer, graph, waiting, results);
    waiting = waiting.filter(([key]) => isThrottled(results.get(key)));
    if (waiting.length === 0 || !input.isLeft) break;
    // A stated time may be over already: there is a pause between two tries even so.
    const wait = Math.max(backOff(round), (throttled.retryAt ?? 0) - graph.now().getTime());
    if (Date.now() + wait > until) {
      await keepUntil(0);
      break;
    }
    await keepUntil(Date.now() + wait + ROUND_MS);
    await sleep(wait, undefined, { ref: false });
  }
  return Promise.all(decisions.map(([key, one]) => toOutcome(viewer, key, one, results.get(key))));
}

/** Each once, until the service asks to wait: then all that were not sent share its answer. */
async function oneRound(
  viewer: Viewer,
  graph: Graph,
  waiting: readonly [string, DecideStageInput][],
  results: Map<string, Result<SubmissionOutcome>>,
): Promise<{ retryAt: number | null }> {
  for (let from = 0; from < waiting.length; from += MOST_IN_BATCH) {
    const some = waiting.slice(from, from + MOST_IN_BATCH);
    const came = await submitTogether(
      viewer,
      graph,
      some.map(([key, one]) => intentOf(viewer, graph, key, one)),
    );
    some.forEach(([key], index) => results.set(key, came[index] ?? { ok: false, error: { kind: 'unexpected' } }));
    const waits = came.flatMap((result) => (!result.ok && result.error.kind === 'throttled' ? [result.error.retryAt] : []));
    if (waits.length === 0) continue;
    // The largest of what was asked for (contract §1.7).
    const stated = waits.filter((wait) => wait !== null);
    const retryAt = stated.length > 0 ? Math.max(...stated) : null;
    for (const [key] of waiting.slice(from + MOST_IN_BATCH)) results.set(key, { ok: false, error: { kind: 'throttled', retryAt } });
    return { retryAt };
  }
  return { retryAt: null };
}

function intentOf(viewer: Viewer, graph: Graph, key: string, input: DecideStageInput): SubmissionIntent {
  const { accessPackageId, accessPackageName, decision, justification, sendAgain } = input;
  return {
    key,
    accessPackageId,
    accessPackageName,
    requestType: 'decide',
    // Another approver's submission is theirs alone: Graph says who was first.
    target: viewer.oid,
    subjectId: stageSubject(input.requestId, input.stageId),
    input: { decision, justification },
    sendAgain: sendAgain === true,
    body: { reviewResult: decision, justification: justification.trim() },
    record: () => recordDecision(viewer, input, graph.now()),
  };
}

async function toOutcome(
  viewer: Viewer,
  key: string,
  { requestId, stageId, decision }: DecideStageInput,
  result: Result<SubmissionOutcome> | undefined,
): Promise<DecisionOutcome> {
  const stage = { requestId, stageId };
  if (!result?.ok) return { ...stage, error: result?.error ?? { kind: 'unexpected' } };
  return { ...stage, state: result.value.state, decision: (await decidedWith(viewer, key))?.decision ?? decision };
}

/**
 * What became of a decision that was handed over: `ready` while the server still waits to send it; null where it was not sent and nobody
 * will send it. Goes on looking up what is not yet known.
 */
export async function decisionState(viewer: Viewer, key: string): Promise<{ state: DecisionState; decision: Decision | null } | null> {
  const outcome = await submissionOutcome(viewer, key);
  const state = outcome?.state ?? (hasTurn(await findRow(viewer.oid, key)) ? 'ready' : null);
  return state === null ? null : { state, decision: (await decidedWith(viewer, key))?.decision ?? null };
}

export type DecisionState = SubmissionOutcome['state'] | 'ready';

function isThrottled(result: Result<SubmissionOutcome> | undefined): boolean {
  return result?.ok === false && result.error.kind === 'throttled';
}

function backOff(round: number): number {
  return FIRST_WAIT_MS * 2 ** Math.min(round, 6) * (1 + Math.random() / 2);
}

/**
 * Takes back an approval that was given through the portal (approverRemove, contract §4.8), scope S. Throws `notFound` where the record does
 * not say which assignment it became, and what `submit` throws.
 */
export async function takeBackApproval({ viewer, graph }: CommandContext, input: TakeBackInput): Promise<SubmissionOutcome> {
  const decided = await decidedWith(viewer, input.decisionKey);
  if (decided?.decision !== 'Approve' || decided.assignment_id === null) throw new PortalFault({ kind: 'notFound' });
  return submit(viewer, graph, {
    key: input.key,
    accessPackageId: decided.access_package_id,
    accessPackageName: decided.access_package_name,
    requestType: 'approverRemove',
    target: decided.target_id ?? '',
    subjectId: decided.assignment_id,
    body: toApproverRemove(decided.assignment_id),
    sendAgain: input.sendAgain === true,
  });
}
