import { matchFault } from '../control/faults.ts';
import type { GraphFault } from '../control/faults.ts';
import { takeSlot } from '../control/throttle.ts';
import { settle } from '../engine/transitions.ts';
import { Refusal } from '../tenant/model.ts';
import type { Caller } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import type { World } from '../tenant/world.ts';
import { challengeFault, expiredFault } from './bearer.ts';
import type { Call, Reply } from './call.ts';
import { decodedPath } from './incoming.ts';
import type { Incoming } from './incoming.ts';
import { parseQuery } from './odata/options.ts';
import type { Options } from './odata/options.ts';
import { errorBody } from './reply.ts';
import { findRoute } from './routes.ts';
import { requireScope } from './scopes.ts';

/** Whose call it is, once the bearer step has passed. */
export interface Session {
  world: World;
  tenant: Tenant;
  caller: Caller;
}

/** What became of a call: the answer, the fault that struck, and what that does on the way out. */
export interface Outcome {
  reply: Reply;
  fault: GraphFault | null;
}

/** Runs one call through the steps after the bearer: fault, throttle, route, scope, then the noun's own role, parse, check, transition, reply. */
export async function answerCall(session: Session, incoming: Incoming): Promise<Outcome> {
  settle(session.tenant);
  return guarded(session, incoming, () => {
    throttleStep(session.tenant);
    return runRoute(session, incoming);
  });
}

/** Wraps an answer in the fault step and turns refusals into Graph's envelope. */
export async function guarded(session: Session, incoming: Incoming, run: () => Reply | Promise<Reply>): Promise<Outcome> {
  const { tenant, caller } = session;
  const fault = matchFault(tenant, { method: incoming.method, path: decodedPath(incoming), user: caller.person.userPrincipalName });
  try {
    faultBefore(session.world, fault);
    if (fault?.kind === 'reset') return { reply: { status: 0, headers: {}, body: undefined }, fault };
    return { reply: await run(), fault };
  } catch (error) {
    return { reply: refusalReply(error, tenant.now(), incoming), fault };
  }
}

/** Faults that answer instead of the call (sandbox-control, "Faults"). */
function faultBefore(world: World, fault: GraphFault | null): void {
  switch (fault?.kind) {
    case 'throttle': {
      const seconds = fault.retryAfter === undefined ? 1 : fault.retryAfter;
      throw tooMany(seconds);
    }
    case 'status':
      throw new Refusal(fault.status, fault.code ?? 'UnknownError', 'The sandbox was told to answer this.');
    case 'challenge':
      throw challengeFault(world);
    case 'expired':
      throw expiredFault(world);
    default:
  }
}

function tooMany(seconds: number | null): Refusal {
  return new Refusal(429, 'TooManyRequests', 'Too many requests.', seconds === null ? {} : { 'Retry-After': String(seconds) });
}

/** The partition's own limit (sandbox-control, `limit`). Throws 429 with the true Retry-After. */
function throttleStep(tenant: Tenant): void {
  const full = takeSlot(tenant);
  if (full !== null) throw tooMany(full.retryAfter);
}

function runRoute(session: Session, incoming: Incoming): Reply | Promise<Reply> {
  const { method, rawPath } = incoming;
  const match = findRoute(method, rawPath);
  if (match.found === 'nothing') {
    console.warn(`sandbox: not implemented: ${method} /v1.0${rawPath}`);
    throw new Refusal(501, 'NotImplemented', `The sandbox does not implement ${method} ${decodedPath(incoming)}.`);
  }
  if (match.found === 'method') {
    throw new Refusal(405, 'Request_BadRequest', `Specified HTTP method is not allowed for the request target.`, {
      Allow: match.allowed.join(', '),
    });
  }
  const { route, params } = match;
  if (route.globalOnly === true && session.tenant.behaviour.cloud !== 'global') {
    throw new Refusal(404, 'ResourceNotFound', 'The requested resource does not exist in this cloud.');
  }
  const call = makeCall(session, incoming, params);
  requireScope(call, route.scopes);
  return route.run(call);
}

function makeCall({ tenant, caller }: Session, incoming: Incoming, params: Record<string, string>): Call {
  let options: Options | undefined;
  const { method, root, rawPath, rawQuery, headers, bodyText, requestId } = incoming;
  return {
    tenant,
    caller,
    method,
    root,
    rawPath,
    rawQuery,
    headers,
    bodyText,
    params,
    includeUnknownMembers: /(?:^|[,;\s])include-unknown-enum-members\b/i.test(headers['prefer'] ?? ''),
    requestId,
    clientRequestId: incoming.clientRequestId ?? requestId,
    // Parsed when first asked for: scope and role come before the options.
    get options() {
      options ??= parseQuery(rawQuery);
      return options;
    },
  };
}

/** Any refusal as Graph's error envelope; what was not meant to happen is 500 and said on the console. */
export function refusalReply(error: unknown, now: number, incoming: Incoming): Reply {
  const refusal = error instanceof Refusal ? error : unexpected(error, incoming);
  return {
    status: refusal.status,
    headers: { ...refusal.headers },
    body: errorBody(refusal.code, refusal.message, now, incoming.requestId, incoming.clientRequestId ?? incoming.requestId),
  };
}

function unexpected(error: unknown, incoming: Incoming): Refusal {
  console.error(`sandbox: ${incoming.method} /v1.0${incoming.rawPath} failed:`, error);
  return new Refusal(500, 'InternalServerError', 'The sandbox failed; its console says why.');
}
