import { setTimeout as sleep } from 'node:timers/promises';
import { PortalFault } from '@/lib/portal-error';
import type { Answer } from './answer';
import { batchBody, innerAnswers } from './batch-parts';
import { graphNow, quietWait, readJson, renewedToken } from './calls';
import type { GraphDeps } from './deps';
import { readFault, unreadableFault } from './faults';
import type { PortalFaultLike } from './graph';

export interface BatchAsk {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
}

/** Reads in one $batch (contract §1.7). What answers 429, 503 or 504 inside is asked once more after the longest short wait, 401 with a renewed token. */
export async function readBatch(deps: GraphDeps, asks: readonly BatchAsk[]): Promise<(unknown | PortalFaultLike)[]> {
  if (asks.length === 0) return [];
  const answers = await exchange(deps, asks);
  const again = await retryable(deps, answers);
  if (again.length > 0) {
    const seconds = await exchange(
      deps,
      again.map((index) => asks[index]).filter((ask) => ask !== undefined),
    ).catch((error: unknown) => {
      if (error instanceof PortalFault) return [];
      throw error;
    });
    again.forEach((index, position) => {
      answers[index] = seconds[position] ?? answers[index];
    });
  }
  return answers.map((answer) => outcome(deps, answer));
}

async function exchange(deps: GraphDeps, asks: readonly BatchAsk[]): Promise<(Answer | undefined)[]> {
  return innerAnswers(await readJson(deps, { method: 'POST', path: '/$batch', body: batchBody(asks) }), asks.length);
}

/** Which to ask once more; waits as long as the slowest of them wants, and renews the token where one was refused. */
async function retryable(deps: GraphDeps, answers: readonly (Answer | undefined)[]): Promise<number[]> {
  const now = graphNow(deps);
  const again: number[] = [];
  let longest = 0;
  let refused: Headers | undefined;
  answers.forEach((answer, index) => {
    if (!answer) return;
    const wait = answer.status === 401 ? 0 : quietWait(answer.status, answer.headers, now);
    if (wait === null) return;
    again.push(index);
    longest = Math.max(longest, wait);
    if (answer.status === 401) refused = answer.headers;
  });
  if (refused) await renewedToken(deps, refused);
  if (longest > 0) await sleep(longest);
  return again;
}

function outcome(deps: GraphDeps, answer: Answer | undefined): unknown | PortalFaultLike {
  if (!answer) return new PortalFault({ kind: 'unavailable' });
  if (answer.status < 200 || answer.status > 299) return readFault(answer, graphNow(deps));
  // A lost inner body is a string of half a JSON document at best: everything read in batches is an object.
  return answer.body.kind === 'json' && typeof answer.body.value === 'object' ? answer.body.value : unreadableFault(false, answer);
}
