import type { Call, Reply } from './call.ts';
import { projector } from './odata/project.ts';
import type { Wire } from './odata/project.ts';
import type { Collection } from './odata/page.ts';
import { erase } from './odata/shape.ts';
import type { Shape } from './odata/shape.ts';

export const EM_CONTEXT = 'identityGovernance/entitlementManagement';

/** 200 with one object, projected by the call's $select and $expand. `context` is what stands behind `$metadata#`. */
export function entity<Row extends object>(call: Call, row: Row, shape: Shape<Row>, context: string, status = 200): Reply {
  return wire(call, projector(erase(shape), call.options, call)(row), `${context}/$entity`, status);
}

/** A finished wire object with its context. */
export function wire(call: Call, body: Wire, context: string, status = 200): Reply {
  return { status, headers: {}, body: { '@odata.context': `${call.root}/$metadata#${context}`, ...body } };
}

/** 200 with a page of a collection. */
export function collection(call: Call, page: Collection, context: string): Reply {
  return { status: 200, headers: {}, body: { '@odata.context': `${call.root}/$metadata#${context}`, ...page } };
}

/** An answer without a body: 204, or 202 for what goes on behind. */
export function nothing(status: 202 | 204 = 204): Reply {
  return { status, headers: {}, body: undefined };
}

/** 201 with the whole object; query options do not apply to what was created. */
export function created<Row extends object>(call: Call, row: Row, shape: Shape<Row>, context: string): Reply {
  return wire(call, projector(erase(shape), { select: null, expand: [] }, call)(row), `${context}/$entity`, 201);
}

/** Graph's error envelope (contract §1.4). `date` is UTC ms on the partition's clock. */
export function errorBody(code: string, message: string, date: number, requestId: string, clientRequestId: string): unknown {
  return {
    error: {
      code,
      message,
      innerError: { date: new Date(date).toISOString().slice(0, 19), 'request-id': requestId, 'client-request-id': clientRequestId },
    },
  };
}
