import { readBatch } from './batch';
import { graphNow, readJson, writeJson } from './calls';
import type { GraphDeps } from './deps';
import type { Graph } from './graph';
import { readAll, readPage } from './paging';

export type { GraphDeps, GraphLog } from './deps';

/**
 * The door to Graph for one person, scope and server request. Cheap; made anew by `graphFor` each time. Every failure is a PortalFault,
 * those of `getToken` included.
 */
export function createGraph(given: GraphDeps): Graph {
  const deps: GraphDeps = { ...given, graphRoot: given.graphRoot.replace(/\/+$/, '') };
  return {
    oid: deps.oid,
    root: deps.graphRoot,
    now: () => graphNow(deps),
    get: (path, options) => readJson(deps, { method: 'GET', path, ...options }),
    page: (pathOrNext, options) => readPage(deps, pathOrNext, options),
    all: (path, options) => readAll(deps, path, options),
    ask: (path, signal) => readJson(deps, { method: 'POST', path, signal }),
    batch: (asks) => readBatch(deps, asks),
    write: (method, path, body) => writeJson(deps, { method, path, body }),
  };
}
