import { setTimeout as sleep } from 'node:timers/promises';
import { NoAnswer, retryAfterMs, type Answer } from './answer';
import { claimsChallenge } from './challenge';
import type { Call, GraphDeps } from './deps';
import { noAnswerFault, readFault, unreadableFault, writeFault } from './faults';
import { send } from './send';

const READ_TIMEOUT_MS = 10_000;
const WRITE_TIMEOUT_MS = 30_000;
/** Longest Retry-After a read waits for by itself. */
export const SHORT_WAIT_MS = 2_000;

/** This moment on Graph's clock. */
export function graphNow(deps: GraphDeps): Date {
  return new Date(Date.now() + deps.clock.offsetMs());
}

/** A call that only reads: value of the JSON answer. Repeated quietly once after 503, 504, a reset or a short Retry-After. */
export async function readJson(deps: GraphDeps, call: Omit<Call, 'timeoutMs'>): Promise<unknown> {
  const answer = await readAnswerOf(deps, { ...call, timeoutMs: READ_TIMEOUT_MS });
  if (answer.status < 200 || answer.status > 299) throw readFault(answer, graphNow(deps));
  if (answer.body.kind !== 'json') throw unreadableFault(false, answer);
  return answer.body.value;
}

/** A write: value of the answer, null where it has no body. Sent once; once more only after a 401, which took nothing. */
export async function writeJson(deps: GraphDeps, call: Omit<Call, 'timeoutMs'>): Promise<unknown> {
  let answer: Answer;
  try {
    answer = await withRenewal(deps, { ...call, timeoutMs: WRITE_TIMEOUT_MS });
  } catch (error) {
    if (error instanceof NoAnswer) throw noAnswerFault(true, error);
    throw error;
  }
  if (answer.status < 200 || answer.status > 299) throw writeFault(answer, graphNow(deps));
  if (answer.body.kind === 'unreadable') throw unreadableFault(true, answer);
  return answer.body.kind === 'json' ? answer.body.value : null;
}

async function readAnswerOf(deps: GraphDeps, call: Call): Promise<Answer> {
  for (let again = false; ; again = true) {
    try {
      const answer = await withRenewal(deps, call);
      const wait = again ? null : quietWait(answer.status, answer.headers, graphNow(deps));
      if (wait === null) return answer;
      await sleep(wait, undefined, { signal: call.signal });
    } catch (error) {
      if (call.signal?.aborted) throw noAnswerFault(false, error);
      if (!(error instanceof NoAnswer)) throw error;
      if (again || error.reason !== 'reset') throw noAnswerFault(false, error);
    }
  }
}

/** How long a read waits before it quietly tries once more; null where it does not. */
export function quietWait(status: number, headers: Headers, now: Date): number | null {
  if (status !== 429 && status !== 503 && status !== 504) return null;
  const wait = retryAfterMs(headers, now);
  if (wait !== null) return wait <= SHORT_WAIT_MS ? wait : null;
  return status === 429 ? null : 200 + Math.random() * 200;
}

/** After a 401: the token anew, with the challenge's claims where there are some, and once more (contract §1.8). */
async function withRenewal(deps: GraphDeps, call: Call): Promise<Answer> {
  const answer = await send(deps, call, await deps.getToken());
  if (answer.status !== 401) return answer;
  return send(deps, call, await renewedToken(deps, answer.headers));
}

/** A token that takes a 401's reason into account. Throws what lib/auth throws (stepUp, signedOut). */
export function renewedToken(deps: GraphDeps, headers: Headers): Promise<string> {
  const claims = claimsChallenge(headers);
  return deps.getToken(claims === null ? { force: true } : { claims });
}
