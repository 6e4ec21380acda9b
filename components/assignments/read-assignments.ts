import 'server-only';
import type { Page } from '@/lib/entitlement/access-packages';
import { myAssignments } from '@/lib/entitlement/assignments';
import { myRequests, type AssignmentRequest } from '@/lib/entitlement/requests';
import type { Graph } from '@/lib/graph/graph';
import { outcomeOf } from '@/lib/portal-error';
import { toRows, type AssignmentRow } from './assignment-row';

/** One page of mine, joined with my first page of requests. One round trip: both reads side by side. */
export async function assignmentPage(graph: Graph, next?: string): Promise<Page<AssignmentRow>> {
  const [page, requests] = await Promise.all([myAssignments(graph, next), recentRequests(graph)]);
  return { rows: toRows(page.rows, requests), next: page.next };
}

/** What is on its way is a help to the row, never a reason to fail. */
async function recentRequests(graph: Graph): Promise<AssignmentRequest[]> {
  const read = await outcomeOf(myRequests(graph));
  return read.ok ? read.value.rows : [];
}
