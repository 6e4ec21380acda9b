import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@/lib/auth/viewer';
import type { Graph } from '@/lib/graph/graph';
import { PortalFault, type PortalError } from '@/lib/portal-error';
import type { SubmissionRow } from '@/lib/store/tables/submissions';
import type { Pace } from './pace';
import { findRow, inputHash, insertReady, lostBefore, moveOn, removeReady, sentJustNow, slotHolder, slotOf } from './rows';
import { lookAgain } from './settle';
import type { SubmissionIntent, SubmissionOutcome } from './submit';

/** A press repeated within this time is the same press: a refusal, removal or cancellation is answered from the row. */
const SAME_PRESS_MS = 10_000;
const ROUNDS = 20;

/** The right to send: a row in `sending`, committed, with the body; or the outcome there is already. */
export type Claim = { row: SubmissionRow; body: unknown } | { outcome: SubmissionOutcome };

/** Gets hold of the key's row and its slot. Throws what `prepare` throws, a repeated refusal, or alreadyRequested for another's row. */
export async function claim(viewer: Viewer, graph: Graph, intent: SubmissionIntent, pace: Pace): Promise<Claim> {
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const claimed = await attempt(viewer, graph, intent, pace);
      if (claimed !== null) return claimed;
    }
  } catch (error) {
    if (error instanceof PortalFault) throw error;
    // The store did not answer: better not sent than sent twice.
    throw new PortalFault({ kind: 'unavailable' }, { cause: error });
  }
  throw new PortalFault({ kind: 'unavailable' });
}

/** One round; null when somebody else moved and it is to be looked at afresh. */
async function attempt(viewer: Viewer, graph: Graph, intent: SubmissionIntent, pace: Pace): Promise<Claim | null> {
  const own = await findRow(viewer.oid, intent.key);
  switch (own?.state) {
    case undefined: {
      const row = await insertReady(viewer, intent);
      if (!row) return afterHolder(viewer, graph, intent, pace);
      // Looked at with the slot in hand: nobody else can be sent in between.
      const just = isSameKind(intent) ? await sentJustNow(row, SAME_PRESS_MS) : undefined;
      if (!just) return (await foundAfterAll(viewer, graph, row, pace)) ?? start(row, graph, intent);
      await removeReady(row);
      return { outcome: { state: 'sent', requestId: just.request_id ?? '' } };
    }
    case 'ready':
      return start(own, graph, intent);
    case 'sent':
      return { outcome: { state: 'sent', requestId: own.request_id ?? '' } };
    case 'sending': {
      const settled = await settledWithin(own, pace);
      if (settled?.state !== 'sending') return null;
      return { outcome: await lookAgain(viewer, graph, settled, pace) };
    }
    case 'unknown': {
      const outcome = await lookAgain(viewer, graph, own, pace);
      return intent.sendAgain && outcome.state === 'unknown' ? ready(own, graph, intent, pace, viewer) : { outcome };
    }
    case 'refused':
      if (isSamePress(own, intent)) throw new PortalFault(JSON.parse(own.error ?? '{"kind":"unexpected"}') as PortalError);
      return ready(own, graph, intent, pace, viewer);
  }
}

/** A new form for what was lost under an earlier key: looked for once more, so that what Graph has taken is not asked for again. */
async function foundAfterAll(viewer: Viewer, graph: Graph, row: SubmissionRow, pace: Pace): Promise<Claim | null> {
  const lost = await lostBefore(row);
  const outcome = lost && (await lookAgain(viewer, graph, lost, pace));
  if (outcome?.state !== 'sent') return null;
  await removeReady(row);
  return { outcome };
}

/** Prepares the body and commits `sending`; null when another tab was first. */
async function start(row: SubmissionRow, graph: Graph, intent: SubmissionIntent): Promise<Claim | null> {
  let prepared: { body: unknown; seen?: readonly string[] };
  try {
    prepared = intent.prepare ? await intent.prepare() : { body: intent.body };
  } catch (error) {
    await removeReady(row);
    throw error;
  }
  const sending = await moveOn(row, {
    state: 'sending',
    attempt: randomUUID(),
    input_hash: inputHash(intent),
    seen: prepared.seen ? JSON.stringify(prepared.seen) : null,
    error: null,
    request_id: null,
    sending_ms: Date.now(),
    graph_sending_ms: graph.now().getTime(),
    lost_ms: null,
    looked_ms: null,
    settled_ms: null,
  });
  if (!sending) return null;
  try {
    // Only now: another press of the same key may have been first, with other words.
    await intent.record?.();
  } catch (error) {
    await moveOn(sending, { state: 'ready', attempt: randomUUID(), sending_ms: null });
    throw error;
  }
  return { row: sending, body: prepared.body };
}

/** A settled row made ready for a new press. */
async function ready(row: SubmissionRow, graph: Graph, intent: SubmissionIntent, pace: Pace, viewer: Viewer): Promise<Claim | null> {
  const holder = await slotHolder(row.slot);
  if (holder) return afterHolder(viewer, graph, intent, pace);
  const made = await moveOn(row, { state: 'ready', attempt: randomUUID() }).catch(async (error: unknown) => {
    // Another key may have taken the slot in between; anything else is a fault of the store.
    if (await slotHolder(row.slot)) return undefined;
    throw error;
  });
  return made ? start(made, graph, intent) : null;
}

/** Another key holds the slot: one that was never sent gives way, one on its way is waited for. */
async function afterHolder(viewer: Viewer, graph: Graph, intent: SubmissionIntent, pace: Pace): Promise<Claim | null> {
  const own = await findRow(viewer.oid, intent.key);
  const holder = own && own.state !== 'refused' && own.state !== 'unknown' ? undefined : await slotHolder(own?.slot ?? slotOf(intent));
  if (!holder) return null;
  const isOwn = holder.oid === viewer.oid;
  if (holder.state === 'ready') {
    if (!isOwn && holder.created_ms > Date.now() - pace.deadline) throw inTheWay(null);
    await removeReady(holder);
    return null;
  }
  const settled = isOwn ? await settledWithin(holder, pace) : holder;
  if (settled?.state === 'sent') return isSameKind(intent) ? { outcome: { state: 'sent', requestId: settled.request_id ?? '' } } : null;
  if (settled?.state !== 'sending') return null;
  if (isOwn) {
    const outcome = await lookAgain(viewer, graph, settled, pace);
    if (outcome.state === 'unknown') return null;
    throw inTheWay(outcome.state === 'sent' ? outcome.requestId : null);
  }
  if ((settled.sending_ms ?? 0) > Date.now() - pace.deadline) throw inTheWay(null);
  await moveOn(settled, { state: 'unknown', settled_ms: Date.now() });
  return null;
}

/** A removal or cancellation pressed in two places is one; two forms are two. */
function isSameKind(intent: SubmissionIntent): boolean {
  return intent.requestType === 'cancel' || intent.requestType.endsWith('Remove');
}

function inTheWay(requestId: string | null): PortalFault {
  return new PortalFault({ kind: 'alreadyRequested', requestId, assignmentId: null });
}

function isSamePress(row: SubmissionRow, intent: SubmissionIntent): boolean {
  return row.error !== null && row.input_hash === inputHash(intent) && (row.settled_ms ?? 0) > Date.now() - SAME_PRESS_MS;
}

/** The row once it is no longer being sent by somebody, or as it stands when patience ends or its answer was lost. */
async function settledWithin(row: SubmissionRow, pace: Pace): Promise<SubmissionRow | undefined> {
  const until = Date.now() + pace.patience;
  for (let now: SubmissionRow | undefined = row; ; now = await findRow(row.oid, row.key)) {
    if (now?.state !== 'sending' || now.lost_ms !== null || Date.now() >= until || (now.sending_ms ?? 0) < Date.now() - pace.deadline)
      return now;
    await sleep(50);
  }
}
