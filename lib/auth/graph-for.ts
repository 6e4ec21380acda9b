import 'server-only';
import { config } from '@/lib/config';
import { createGraph } from '@/lib/graph/client';
import type { Graph, GraphScope } from '@/lib/graph/graph';
import { log } from '@/lib/log';
import { count, observe } from '@/lib/metrics/registry';
import { seal, unseal } from '@/lib/store/sealing';
import { sessionOf } from './current-viewer';
import { graphToken } from './obo';
import { learnGraphOffset } from './sessions';
import type { Viewer } from './viewer';

/** A change of Graph's clock smaller than this is not written down again. */
const OFFSET_STEP_MS = 2000;

/**
 * The door to Graph for this person, asking for one least scope. No token is fetched before the first call.
 * Throws PortalFault `signedOut` when the session is gone.
 */
export async function graphFor(viewer: Viewer, scope: GraphScope): Promise<Graph> {
  const session = await sessionOf(viewer);
  return createGraph({
    oid: viewer.oid,
    graphRoot: config().graphRoot,
    getToken: (options) => graphToken(session, scope, options),
    seal: (text) => seal('paging', session.id, text),
    unseal(text) {
      const plain = unseal('paging', session.id, text);
      if (plain === null) throw new Error('Not sealed for this session');
      return plain;
    },
    clock: {
      offsetMs: () => session.graphOffsetMs,
      learn(offsetMs) {
        if (Math.abs(offsetMs - session.graphOffsetMs) < OFFSET_STEP_MS) return;
        learnGraphOffset(session, offsetMs).catch((error: unknown) => log().warn({ err: error }, 'Graph’s clock was not kept'));
      },
    },
    log: log().child({ viewer: viewer.oid }),
    measure({ method, status, ms }) {
      count('latchkey_graph_calls_total', { method, status });
      observe('latchkey_graph_seconds', { method }, ms / 1000);
    },
  });
}
