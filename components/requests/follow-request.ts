import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import type { Graph } from '@/lib/graph/graph';
import { rememberedForOthers, rememberedPackages, submissionOutcome } from '@/lib/submissions/submit';
import { createdById } from './others/read-created';
import { requestById } from './read-requests';
import type { RequestRow } from './request-row';

/** What stands behind an address `/requests/<id>`. */
export type Followed =
  | { kind: 'request'; row: RequestRow }
  /** Sent from here, not in Graph's list yet (lists lag, contract §4.8), or still without an answer. */
  | { kind: 'unlisted'; package: { id: string; name: string } | null; sentAt: string | null; outcome: 'sent' | 'sending' | 'unknown' }
  /** The address was a submission's key; its request is there now. */
  | { kind: 'elsewhere'; requestId: string }
  | { kind: 'missing' };

/**
 * The request by id from my list, or from that of those I created (what I asked for others stands in no other, contract §4.7); else what our
 * own submissions know of it, by request id or by the submission's key.
 */
export async function followRequest(viewer: Viewer, graph: Graph, id: string): Promise<Followed> {
  const [mine, theirs, outcome] = await Promise.all([
    rememberedPackages(viewer),
    rememberedForOthers(viewer),
    submissionOutcome(viewer, id),
  ]);
  const row = theirs.has(id)
    ? await createdById(viewer, graph, id)
    : ((await requestById(viewer, graph, id)) ?? (mine.has(id) ? null : await createdById(viewer, graph, id)));
  const known = mine.get(id) ?? theirs.get(id);
  if (row) return { kind: 'request', row };
  if (known) {
    return {
      kind: 'unlisted',
      package: { id: known.accessPackageId, name: known.accessPackageName },
      sentAt: known.sentAt,
      outcome: 'sent',
    };
  }
  if (outcome?.state === 'sent') return { kind: 'elsewhere', requestId: outcome.requestId };
  if (outcome) return { kind: 'unlisted', package: null, sentAt: null, outcome: outcome.state };
  return { kind: 'missing' };
}

/** Changes whenever the page would say something else. */
export function signatureOf(found: Followed): string {
  if (found.kind === 'request')
    return [
      found.row.rawState,
      found.row.rawStatus,
      found.row.completedDateTime,
      found.row.createdDateTime,
      found.row.callout?.status,
      found.row.slow ? 'slow' : '',
    ].join(' ');
  return found.kind === 'unlisted' ? `unlisted ${found.outcome}` : found.kind;
}
