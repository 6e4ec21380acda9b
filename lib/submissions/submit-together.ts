import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import type { Graph } from '@/lib/graph/graph';
import { outcomeOf, type Result } from '@/lib/portal-error';
import { claim } from './claim';
import { PACE, type Pace } from './pace';
import { conclude, send, writeOf } from './send';
import type { SubmissionIntent, SubmissionOutcome } from './submit';

/**
 * Up to 20 submissions in one $batch (contract §1.7), each the way `submit` goes: its row is committed before the socket opens, its own
 * answer settles it, a lost one is looked up. In the order given, what `submit` would answer or the error it would throw.
 */
export async function submitTogether(
  viewer: Viewer,
  graph: Graph,
  intents: readonly SubmissionIntent[],
  pace: Pace = PACE,
): Promise<Result<SubmissionOutcome>[]> {
  const claims = await Promise.all(intents.map((intent) => outcomeOf(claim(viewer, graph, intent, pace))));
  const sending = claims.flatMap((claimed, index) => {
    const intent = intents[index];
    return claimed.ok && 'row' in claimed.value && intent ? [{ index, intent, claimed: claimed.value }] : [];
  });
  const [only, ...others] = sending;
  const came =
    only && others.length > 0
      ? await graph.writeBatch(sending.map(({ intent, claimed }) => ({ ...writeOf(intent), body: claimed.body })))
      : [];
  const results = claims.map((claimed): Result<SubmissionOutcome> | null =>
    claimed.ok ? ('outcome' in claimed.value ? { ok: true, value: claimed.value.outcome } : null) : claimed,
  );
  await Promise.all(
    sending.map(async ({ index, intent, claimed }, position) => {
      const settling =
        others.length > 0
          ? conclude(viewer, graph, intent, claimed.row, came[position], pace)
          : // One alone needs no batch.
            send(viewer, graph, intent, claimed, pace);
      results[index] = await outcomeOf(settling);
    }),
  );
  return results.filter((result) => result !== null);
}
