import { randomUUID } from 'node:crypto';
import { member, type Answer } from './answer';
import type { Method } from './deps';
import { headersFor } from './send';

/** A $batch holds at most so many requests (contract §1.7). */
const MOST_REQUESTS = 20;

export interface InnerCall {
  method: Method;
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** The outer body of a batch; ids are the places. Throws RangeError where there are too many. */
export function batchBody(calls: readonly InnerCall[]): unknown {
  if (calls.length > MOST_REQUESTS) throw new RangeError(`A batch holds at most ${MOST_REQUESTS} requests`);
  const requests = calls.map((call, index) => ({
    id: String(index),
    method: call.method,
    url: call.path,
    headers: {
      ...headersFor(call),
      ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      'client-request-id': randomUUID(),
    },
    ...(call.body === undefined ? {} : { body: call.body }),
  }));
  return { requests };
}

/** The inner answers in the order asked, in whatever order they came; undefined where one did not come. */
export function innerAnswers(body: unknown, count: number): (Answer | undefined)[] {
  const responses = member(body, 'responses');
  const answers: (Answer | undefined)[] = Array.from({ length: count }, () => undefined);
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
