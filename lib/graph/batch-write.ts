import { PortalFault } from '@/lib/portal-error';
import type { Answer } from './answer';
import { batchBody, innerAnswers, type InnerCall } from './batch-parts';
import { graphNow, renewedToken, writeJson } from './calls';
import type { GraphDeps } from './deps';
import { unreadableFault, writeFault } from './faults';
import type { PortalFaultLike } from './graph';

/** What came of one inner write: its answer, none inside a whole batch, or why the batch itself has none. */
type Came = Answer | PortalFault | undefined;

/**
 * Writes in one $batch, each once (contract §1.7): in the order given an answer's value, null where it has none, or a PortalFault. What came
 * back 401 took nothing and is sent once more with a renewed token. Where the outer answer is lost, every inner outcome is unknown.
 */
export async function writeBatch(deps: GraphDeps, writes: readonly InnerCall[]): Promise<(unknown | PortalFaultLike)[]> {
  if (writes.length === 0) return [];
  const came = await exchange(deps, writes);
  const refused = came.flatMap((one, index) =>
    one && !(one instanceof PortalFault) && one.status === 401 ? [{ index, answer: one }] : [],
  );
  const [first] = refused;
  if (first) {
    const renewal = await renewedToken(deps, first.answer.headers).then(() => null, faultOf);
    const again = refused.map(({ index }) => writes[index]).filter((write) => write !== undefined);
    const seconds = renewal ? again.map(() => renewal) : await exchange(deps, again);
    refused.forEach(({ index }, position) => {
      came[index] = seconds[position];
    });
  }
  return came.map((one) => outcome(one, graphNow(deps)));
}

async function exchange(deps: GraphDeps, writes: readonly InnerCall[]): Promise<Came[]> {
  try {
    return innerAnswers(await writeJson(deps, { method: 'POST', path: '/$batch', body: batchBody(writes) }), writes.length);
  } catch (error) {
    const fault = faultOf(error);
    return writes.map(() => fault);
  }
}

function outcome(came: Came, now: Date): unknown {
  if (came === undefined) return new PortalFault({ kind: 'unknownOutcome' });
  if (came instanceof PortalFault) return came;
  if (came.status < 200 || came.status > 299) return writeFault(came, now);
  if (came.body.kind === 'empty') return null;
  // Half a document or a proxy's page comes as a string inside a batch.
  return came.body.kind === 'json' && typeof came.body.value === 'object' ? came.body.value : unreadableFault(true, came);
}

function faultOf(error: unknown): PortalFault {
  if (error instanceof PortalFault) return error;
  throw error;
}
