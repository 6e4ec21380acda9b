import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import { config } from '@/lib/config';
import type { Graph, GraphScope } from '@/lib/graph/graph';
import { log } from '@/lib/log';
import type { Result } from '@/lib/portal-error';
import { callerOf } from './caller';
import { graphFor } from './graph-for';
import { guardedViewer, requireArea, type Area } from './guard';
import { countOf } from './rate-limit';
import { failed, statusOf } from './result';
import { requireSameOrigin, requireSmallBody } from './request-origin';
import type { Viewer } from './viewer';

export interface HandlerContext {
  viewer: Viewer;
  /** Bound to the area's least scope for reading or writing. */
  graph: Graph;
  request: Request;
  params: Record<string, string>;
}

/** Every read after load and every writing handler sends the page's tag under this name. */
export const TAG_HEADER = 'x-viewer-tag';

const READ: Record<Area, GraphScope> = {
  requestor: 'EntitlementMgmt-SubjectAccess.ReadWrite',
  approver: 'EntitlementManagement.Read.All',
  admin: 'EntitlementManagement.Read.All',
  people: 'User.ReadBasic.All',
};
const WRITE: Record<Area, GraphScope> = {
  ...READ,
  approver: 'EntitlementManagement.ReadWrite.All',
  admin: 'EntitlementManagement.ReadWrite.All',
};

/**
 * A route handler behind the same guard as actions. `fn` answers a JSON-able value (sent as Result) or a Response of its own.
 * Reads need no origin; a tag, where sent, must be the viewer's. Writes need both, and are counted; reads that follow somebody's typing
 * say that they are searches, and are counted as such.
 */
export function handler(
  area: Area,
  fn: (context: HandlerContext) => Promise<unknown>,
  { isSearch = false }: { isSearch?: boolean } = {},
): (request: Request, route: { params: Promise<Record<string, string>> }) => Promise<Response> {
  return async (request, route) => {
    const writes = request.method !== 'GET' && request.method !== 'HEAD';
    let viewer: Viewer | undefined;
    try {
      if (writes) {
        requireSameOrigin(request.headers, config().origin);
        requireSmallBody(request.headers);
      }
      viewer = await guardedViewer(request.headers.get(TAG_HEADER), writes);
      if (writes || isSearch) await countOf(writes ? 'writes' : 'searches', await callerOf(viewer, request.headers));
      requireArea(viewer, area);
      const graph = await graphFor(viewer, (writes ? WRITE : READ)[area]);
      const value = await fn({ viewer, graph, request, params: await route.params });
      return value instanceof Response ? value : answer({ ok: true, value }, 200);
    } catch (error) {
      unstable_rethrow(error);
      const result = failed(error, log().child({ viewer: viewer?.oid, path: new URL(request.url).pathname }));
      return answer(result, result.ok ? 200 : statusOf(result.error));
    }
  };
}

/** A Result over HTTP; never kept by a cache, for it belongs to one person. */
export function answer(result: Result<unknown>, status: number): Response {
  return Response.json(result, { status, headers: { 'cache-control': 'private, no-store' } });
}
