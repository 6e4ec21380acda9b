import { PortalFault } from '@/lib/portal-error';
import { readBatch } from './batch';
import { writeBatch } from './batch-write';
import { graphNow, readJson, writeJson } from './calls';
import type { GraphDeps } from './deps';
import type { Graph } from './graph';
import { readAll, readPage, readRest } from './paging';

export type { GraphDeps, GraphLog } from './deps';

/**
 * The door to Graph for one person, scope and server request. Cheap; made anew by `graphFor` each time. Every failure is a PortalFault,
 * those of `getToken` included.
 */
export function createGraph(given: GraphDeps): Graph {
  const deps: GraphDeps = { ...given, graphRoot: given.graphRoot.replace(/\/+$/, ''), getToken: tokenOrFault(given) };
  return {
    oid: deps.oid,
    root: deps.graphRoot,
    now: () => graphNow(deps),
    get: (path, options) => readJson(deps, { method: 'GET', path, ...options }),
    page: (pathOrNext, options) => readPage(deps, pathOrNext, options),
    all: (path, options) => readAll(deps, path, options),
    rest: (answer, property) => readRest(deps, answer, property),
    ask: (path, signal) => readJson(deps, { method: 'POST', path, signal }),
    batch: (asks) => readBatch(deps, asks),
    write: (method, path, body) => writeJson(deps, { method, path, body }),
    writeBatch: (writes) => writeBatch(deps, writes),
  };
}

/** Without a token nothing was sent, or what was sent came back unaccepted (401): a write's outcome is never in doubt for it. */
function tokenOrFault({ getToken }: GraphDeps): GraphDeps['getToken'] {
  return (options) =>
    getToken(options).catch((cause: unknown) => {
      throw cause instanceof PortalFault ? cause : new PortalFault({ kind: 'unavailable' }, { cause });
    });
}
