import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import { config } from '@/lib/config';
import type { Graph, GraphScope } from '@/lib/graph/graph';
import { log } from '@/lib/log';
import { PortalFault, type PortalError, type Result } from '@/lib/portal-error';
import { callerOf } from './caller';
import { graphFor } from './graph-for';
import { guardedViewer, requireArea, type Area } from './guard';
import { countOf } from './rate-limit';
import { failed, statusOf } from './result';
import { isOwnLink, requireSameOrigin, requireSmallBody } from './request-origin';
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

interface HandlerOptions {
  isSearch?: boolean;
  /**
   * For what a browser follows as a link, a download: no tag comes along, so another site may not begin it, and who is signed out or meets a
   * failure is led to this page instead of to a document of data.
   */
  refusedTo?: (error: PortalError, request: Request) => string;
}

/**
 * A route handler behind the same guard as actions. `fn` answers a JSON-able value (sent as Result) or a Response of its own.
 * Reads need no origin; a tag, where sent, must be the viewer's. Writes need both, and are counted; reads that follow somebody's typing
 * say that they are searches, and are counted as such.
 */
export function handler(
  area: Area,
  fn: (context: HandlerContext) => Promise<unknown>,
  { isSearch = false, refusedTo }: HandlerOptions = {},
): (request: Request, route: { params: Promise<Record<string, string>> }) => Promise<Response> {
  return async (request, route) => {
    const writes = request.method !== 'GET' && request.method !== 'HEAD';
    let viewer: Viewer | undefined;
    const isForeign = refusedTo !== undefined && !isOwnLink(request.headers);
    try {
      if (isForeign) throw new PortalFault({ kind: 'forbidden' });
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
      if (refusedTo && !isForeign && !result.ok) return seeOther(refusedTo(result.error, request));
      return answer(result, result.ok ? 200 : statusOf(result.error));
    }
  };
}

/** A Result over HTTP; never kept by a cache, for it belongs to one person. */
export function answer(result: Result<unknown>, status: number): Response {
  return Response.json(result, { status, headers: { 'cache-control': 'private, no-store' } });
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } });
}
