import { Refusal } from '../tenant/model.ts';
import type { Reply } from './call.ts';
import { fromBatch } from './incoming.ts';
import type { Incoming, InnerRequest } from './incoming.ts';
import { answerCall, refusalReply } from './pipeline.ts';
import type { Outcome, Session } from './pipeline.ts';
import { wireBody } from './transport.ts';

const LIMIT = 20;

interface BatchItem extends InnerRequest {
  id: string;
  dependsOn: string[];
}

export interface InnerCall {
  incoming: Incoming;
  outcome: Outcome;
  startedAt: number;
  durationMs: number;
}

/** Whether this is `POST /$batch`. */
export function isBatch(incoming: Incoming): boolean {
  return /^\/(?:\$|%24)batch\/?$/i.test(incoming.rawPath);
}

/** Answers a batch (contract §1.7): inner requests one after another, dependents after what they depend on. Throws 400 when it is malformed. */
export async function answerBatch(session: Session, outer: Incoming, inner: InnerCall[]): Promise<Reply> {
  if (outer.method !== 'POST') throw new Refusal(405, 'Request_BadRequest', 'A batch is posted.', { Allow: 'POST' });
  const waiting = readBatch(outer.bodyText);
  const status = new Map<string, number>();
  const responses: unknown[] = [];
  while (waiting.length > 0) {
    const at = waiting.findIndex((item) => item.dependsOn.every((id) => status.has(id)));
    const [item] = waiting.splice(at, 1);
    if (item === undefined) break;
    const startedAt = Date.now();
    const incoming = fromBatch(outer, item);
    const outcome = item.dependsOn.some((id) => (status.get(id) ?? 0) >= 400)
      ? refused(session, incoming, dependencyFailed())
      : await runInner(session, incoming, item);
    inner.push({ incoming, outcome, startedAt, durationMs: Date.now() - startedAt });
    status.set(item.id.toLowerCase(), outcome.reply.status);
    responses.push(responseOf(item.id, outcome, incoming));
  }
  return { status: 200, headers: {}, body: { responses } };
}

function dependencyFailed(): Refusal {
  return new Refusal(424, 'FailedDependency', 'A request this one depends on failed.');
}

function refused(session: Session, incoming: Incoming, refusal: Refusal): Outcome {
  return { reply: refusalReply(refusal, session.tenant.now(), incoming), fault: null };
}

async function runInner(session: Session, incoming: Incoming, item: BatchItem): Promise<Outcome> {
  if (isBatch(incoming)) return refused(session, incoming, malformed('a batch inside a batch'));
  if (item.body !== undefined && incoming.headers['content-type'] === undefined) {
    return refused(session, incoming, malformed(`request '${item.id}' has a body but no Content-Type`));
  }
  return answerCall(session, incoming);
}

function responseOf(id: string, outcome: Outcome, incoming: Incoming): unknown {
  const { status, headers, body, text } = wireBody(outcome);
  const shown = text === undefined ? body : text;
  return {
    id,
    status,
    headers: {
      ...(shown === undefined ? {} : { 'Content-Type': headers['content-type'] ?? 'application/json' }),
      ...Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'content-type')),
      'request-id': incoming.requestId,
      'client-request-id': incoming.clientRequestId ?? incoming.requestId,
    },
    ...(shown === undefined ? {} : { body: shown }),
  };
}

function malformed(detail: string): Refusal {
  return new Refusal(400, 'BadRequest', `Invalid batch payload format: ${detail}.`);
}

function readBatch(text: string): BatchItem[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw malformed('not JSON');
  }
  const requests = isRecord(parsed) ? parsed['requests'] : undefined;
  if (!Array.isArray(requests) || requests.length === 0) throw malformed("'requests' is missing or empty");
  if (requests.length > LIMIT) throw malformed(`more than ${LIMIT} requests`);
  const items = requests.map(readItem);
  const ids = new Set<string>();
  for (const { id } of items) {
    if (ids.has(id.toLowerCase())) throw malformed(`the id '${id}' is used twice`);
    ids.add(id.toLowerCase());
  }
  for (const { id, dependsOn } of items) {
    for (const each of dependsOn) if (!ids.has(each)) throw malformed(`'${id}' depends on the unknown '${each}'`);
  }
  requireOrder(items);
  return items;
}

/** Throws when requests depend on each other in a ring. */
function requireOrder(items: readonly BatchItem[]): void {
  const done = new Set<string>();
  for (let left = items; left.length > 0;) {
    const next = left.filter((item) => !item.dependsOn.every((id) => done.has(id)));
    if (next.length === left.length) throw malformed('the dependencies go round in a circle');
    for (const item of left) if (!next.includes(item)) done.add(item.id.toLowerCase());
    left = next;
  }
}

function readItem(value: unknown): BatchItem {
  if (!isRecord(value)) throw malformed('a request is no object');
  const { id, method, url, headers, body, dependsOn } = value;
  if (typeof id !== 'string' || id === '') throw malformed("a request has no 'id'");
  if (typeof method !== 'string' || typeof url !== 'string' || url === '') throw malformed(`'${id}' has no method or url`);
  if (/^https?:/i.test(url)) throw malformed(`the url of '${id}' must be relative`);
  if (headers !== undefined && !isRecord(headers)) throw malformed(`the headers of '${id}' are no object`);
  if (dependsOn !== undefined && !(Array.isArray(dependsOn) && dependsOn.every((each) => typeof each === 'string'))) {
    throw malformed(`'dependsOn' of '${id}' is no list of ids`);
  }
  return {
    id,
    method,
    url,
    headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, each]) => [name, String(each)])),
    body: body === null ? undefined : body,
    dependsOn: (dependsOn ?? []).map((each: string) => each.toLowerCase()),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
