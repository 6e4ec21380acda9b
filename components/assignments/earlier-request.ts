import 'server-only';
import { myAssignment, type Assignment } from '@/lib/entitlement/assignments';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import type { Graph } from '@/lib/graph/graph';
import { readMyRequests } from './read-my-requests';

/** An assignment of mine and the newest request that said something for it, as far as my requests can be read soon. */
export async function earlierRequest(
  graph: Graph,
  assignmentId: string,
): Promise<{ assignment: Assignment | null; request: AssignmentRequest | null }> {
  const [assignment, { requests }] = await Promise.all([myAssignment(graph, assignmentId), readMyRequests(graph)]);
  const [request] = requests
    .filter((row) => row.assignmentId === assignmentId && (row.answers.length > 0 || row.justification))
    .toSorted((a, b) => (Date.parse(b.createdDateTime ?? '') || 0) - (Date.parse(a.createdDateTime ?? '') || 0));
  return { assignment, request: request ?? null };
}
