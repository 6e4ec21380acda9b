import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { addCall } from '../control/journal.ts';
import type { Caller } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { World } from '../tenant/world.ts';
import { answerBatch, isBatch } from './batch.ts';
import type { InnerCall } from './batch.ts';
import { authorityBearer, refuseBearer } from './bearer.ts';
import type { BearerReader } from './bearer.ts';
import { fromRequest } from './incoming.ts';
import type { Incoming } from './incoming.ts';
import { answerCall, guarded, refusalReply } from './pipeline.ts';
import type { Outcome } from './pipeline.ts';
import { send, wireBody } from './transport.ts';

/**
 * Answers any call under `/v1.0` as Graph would: bearer, fault and throttle, scope, role, parse, check, transition, reply, journal.
 * Never rejects; what goes wrong inside is a 500 in Graph's shape.
 */
export async function serveGraph(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  readBearer: BearerReader = authorityBearer,
): Promise<void> {
  const startedAt = Date.now();
  const incoming = fromRequest(request, body);
  const bearer = await readBearer(world, incoming.headers['authorization']);
  if ('failure' in bearer) {
    // Nobody's call: it is written down where a person at the portal looks.
    const tenant = world.defaultTenant;
    const outcome = { reply: refusalReply(refuseBearer(bearer), tenant.now(), incoming), fault: null };
    send(response, incoming, outcome, tenant.now());
    write(tenant, null, incoming, outcome, startedAt, Date.now() - startedAt, null);
    return;
  }
  const { tenant, caller } = bearer;
  const session = { world, tenant, caller };
  const inner: InnerCall[] = [];
  const outcome = isBatch(incoming)
    ? await guarded(session, incoming, () => answerBatch(session, incoming, inner))
    : await answerCall(session, incoming);
  const all = [outcome, ...inner.map((each) => each.outcome)];
  const delay = tenant.behaviour.latencyMs + Math.max(0, ...all.map(({ fault }) => (fault?.kind === 'slow' ? fault.delayMs : 0)));
  if (delay > 0) await wait(delay);
  const lost = all.some(({ fault }) => fault?.kind === 'lost' || fault?.kind === 'reset');
  if (lost) response.destroy();
  else send(response, incoming, outcome, tenant.now());
  write(tenant, caller, incoming, outcome, startedAt, Date.now() - startedAt, null);
  for (const each of inner) write(tenant, caller, each.incoming, each.outcome, each.startedAt, each.durationMs, incoming.requestId);
}

/** Journals a call as sandbox-control.md lays it down. */
function write(
  tenant: Tenant,
  caller: Caller | null,
  incoming: Incoming,
  outcome: Outcome,
  startedAt: number,
  durationMs: number,
  batch: string | null,
): void {
  addCall(tenant, {
    at: new Date(startedAt).toISOString(),
    durationMs,
    user: caller?.person.userPrincipalName ?? null,
    app: caller?.app ?? null,
    scopes: caller?.scopes ?? [],
    method: incoming.method,
    url: incoming.url,
    headers: incoming.headers,
    body: journalBody(incoming.bodyText),
    status: wireBody(outcome).status,
    requestId: incoming.requestId,
    clientRequestId: incoming.clientRequestId,
    batch,
    fault: outcome.fault?.kind ?? null,
  });
}

function journalBody(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
