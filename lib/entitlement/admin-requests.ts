import { PortalFault } from '@/lib/portal-error';
import type { Graph } from '@/lib/graph/graph';
import { literal, query, segment } from '@/lib/graph/odata';
import { isMissing } from './expansion';
import type { AssignmentRequest } from './requests';
import { EM } from './wire/paths';
import { wireRequest } from './wire/request';
import { parseRows } from './wire/values';

const MOST_IN_BATCH = 20;
const EXPAND_REQUEST = 'accessPackage,requestor,assignment($expand=target)';

function requestPath(id: string): string {
  return `${EM}/assignmentRequests/${segment(id)}${query({ $expand: EXPAND_REQUEST })}`;
}

/** A request by id for an administrator. Contract §4.7, scope R. */
export async function adminRequest(graph: Graph, id: string): Promise<AssignmentRequest | null> {
  try {
    return wireRequest.parse(await graph.get(requestPath(id)));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Up to 20 requests by id in one $batch; null for one that is gone or could not be read. Contract §1.7, §4.7, scope R. */
export async function adminRequestsById(graph: Graph, ids: readonly string[]): Promise<Map<string, AssignmentRequest | null>> {
  const asked = [...new Set(ids)].slice(0, MOST_IN_BATCH);
  const answers = await graph.batch(asked.map((id) => ({ method: 'GET', path: requestPath(id) })));
  return new Map(
    asked.map((id, index) => {
      const answer = answers[index];
      if (answer instanceof PortalFault && answer.error.kind === 'signedOut') throw answer;
      return [id, answer instanceof Error ? null : wireRequest.parse(answer)];
    }),
  );
}

/** The administrator's list of a package's requests, or of all. Contract §4.7: `accessPackage/id`, `state` and `createdDateTime` are documented filters. */
export function requestsPath(filter: { accessPackageId?: string; state?: string; since?: Date }): string {
  const terms = [
    filter.accessPackageId === undefined ? [] : [`accessPackage/id eq ${literal(filter.accessPackageId)}`],
    filter.state === undefined ? [] : [`state eq ${literal(filter.state)}`],
    filter.since === undefined ? [] : [`createdDateTime ge ${filter.since.toISOString()}`],
  ].flat();
  return `${EM}/assignmentRequests${query({ $filter: terms.length === 0 ? undefined : terms.join(' and '), $expand: EXPAND_REQUEST })}`;
}

/**
 * All requests of a package, or of all that the administrator may read, created since an instant. Contract §4.7, scope R. Throws
 * `unavailable` rather than answer a part of them: who looks for a request would not find it.
 */
export async function administeredRequests(graph: Graph, filter: { accessPackageId?: string; since?: Date }): Promise<AssignmentRequest[]> {
  const { rows, complete } = await graph.all(requestsPath(filter));
  if (!complete) throw new PortalFault({ kind: 'unavailable' });
  return parseRows(wireRequest, rows);
}
