import 'server-only';
import { myAssignment, type Assignment } from '@/lib/entitlement/assignments';
import { myRequests, type AssignmentRequest } from '@/lib/entitlement/requests';
import type { Graph } from '@/lib/graph/graph';

/** An assignment of mine and the newest request that said something for it, as far as my first page of requests tells. */
export async function earlierRequest(
  graph: Graph,
  assignmentId: string,
): Promise<{ assignment: Assignment | null; request: AssignmentRequest | null }> {
  const [assignment, requests] = await Promise.all([myAssignment(graph, assignmentId), myRequests(graph)]);
  const [request] = requests.rows
    .filter((row) => row.assignmentId === assignmentId && (row.answers.length > 0 || row.justification))
    .toSorted((a, b) => (Date.parse(b.createdDateTime ?? '') || 0) - (Date.parse(a.createdDateTime ?? '') || 0));
  return { assignment, request: request ?? null };
}
