import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { PortalFault } from '@/lib/portal-error';
import { member, type Answer } from './answer';
import { graphNow, quietWait, readJson, renewedToken } from './calls';
import type { GraphDeps } from './deps';
import { readFault, unreadableFault } from './faults';
import type { PortalFaultLike } from './graph';
import { headersFor } from './send';

export interface BatchAsk {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
}

const MOST_REQUESTS = 20;

/** Reads in one $batch (contract §1.7). What answers 429, 503 or 504 inside is asked once more after the longest short wait, 401 with a renewed token. */
export async function readBatch(deps: GraphDeps, asks: readonly BatchAsk[]): Promise<(unknown | PortalFaultLike)[]> {
  if (asks.length > MOST_REQUESTS) throw new RangeError(`A batch holds at most ${MOST_REQUESTS} requests`);
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
  const requests = asks.map((ask, index) => ({
    id: String(index),
    method: ask.method,
    url: ask.path,
    headers: { ...headersFor(ask), 'client-request-id': randomUUID() },
  }));
  const body = await readJson(deps, { method: 'POST', path: '/$batch', body: { requests } });
  const responses = member(body, 'responses');
  const answers: (Answer | undefined)[] = asks.map(() => undefined);
  for (const response of Array.isArray(responses) ? responses : []) {
    const index = Number(member(response, 'id'));
    if (index in answers) answers[index] = innerAnswer(response);
  }
  return answers;
}

function innerAnswer(response: unknown): Answer {
  const headers = new Headers();
  for (const [name, value] of Object.entries(member(response, 'headers') ?? {})) {
    if (/^[\w-]+$/.test(name) && typeof value === 'string' && !/[^\t\x20-\xff]/.test(value)) headers.append(name, value);
  }
  const body = member(response, 'body');
  const status = Number(member(response, 'status'));
  return { status: Number.isInteger(status) ? status : 0, headers, body: body == null ? { kind: 'empty' } : { kind: 'json', value: body } };
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
