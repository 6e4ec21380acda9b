import 'server-only';
import { myRequests, type AssignmentRequest } from '@/lib/entitlement/requests';
import type { Graph } from '@/lib/graph/graph';
import { outcomeOf } from '@/lib/portal-error';

/** Pages read at most. */
const MOST_PAGES = 10;

/** So long (ms) a form waits before it asks for no further page; Graph itself refuses a second change to the same access. */
const PATIENCE = 1_500;

/** My requests as far as they can be read soon, and whether that is all: they are a help to the form, never a reason to fail. */
export async function readMyRequests(graph: Graph, patience = PATIENCE): Promise<{ requests: AssignmentRequest[]; allRead: boolean }> {
  const requests: AssignmentRequest[] = [];
  const begun = performance.now();
  let next: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    if (pages > 0 && performance.now() - begun > patience) break;
    const read = await outcomeOf(myRequests(graph, next));
    if (!read.ok) break;
    requests.push(...read.value.rows);
    if (read.value.next === null) return { requests, allRead: true };
    next = read.value.next;
  }
  return { requests, allRead: false };
}
