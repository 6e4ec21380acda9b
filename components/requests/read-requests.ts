import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import type { Page } from '@/lib/entitlement/access-packages';
import { observeDeliveries } from '@/lib/deliveries/deliveries';
import { myAssignments, type Assignment } from '@/lib/entitlement/assignments';
import { myRequest, myRequests, type AssignmentRequest } from '@/lib/entitlement/requests';
import type { Graph } from '@/lib/graph/graph';
import { outcomeOf } from '@/lib/portal-error';
import { rememberedPackages } from '@/lib/submissions/submit';
import { toRows, type RequestRow } from './request-row';

/** Pages walked at most in one look for requests that are open on the screen. */
const MOST_PAGES = 20;

/** How many pages a look may walk, from its address: never more than the portal's own bound. */
export function mostPages(asked: string | null): number {
  const pages = Number(asked ?? MOST_PAGES);
  return Number.isInteger(pages) && pages > 0 ? Math.min(pages, MOST_PAGES) : MOST_PAGES;
}

/** One page of my requests, joined with the first page of my assignments. One round trip: all three reads side by side. */
export async function requestPage(viewer: Viewer, graph: Graph, next?: string): Promise<Page<RequestRow>> {
  const [page, assignments, remembered] = await Promise.all([myRequests(graph, next), firstAssignments(graph), rememberedPackages(viewer)]);
  return { rows: await observed(graph, toRows(page.rows, assignments, remembered)), next: page.next };
}

/** My first page again, and further pages only as long as one of the watched requests has not been seen. */
export async function watchedRequests(viewer: Viewer, graph: Graph, ids: readonly string[], pages = MOST_PAGES): Promise<RequestRow[]> {
  const [assignments, remembered, rows] = await Promise.all([
    firstAssignments(graph),
    rememberedPackages(viewer),
    walkFor(graph, new Set(ids), pages),
  ]);
  return observed(graph, toRows(rows, assignments, remembered));
}

/** One request of mine, null where the list ends without it. */
export async function requestById(viewer: Viewer, graph: Graph, id: string): Promise<RequestRow | null> {
  const [request, assignments, remembered] = await Promise.all([myRequest(graph, id), firstAssignments(graph), rememberedPackages(viewer)]);
  const [row] = request ? await observed(graph, toRows([request], assignments, remembered)) : [];
  return row ?? null;
}

/** The rows with what the portal's own record says of those that are being set up. */
async function observed(graph: Graph, rows: RequestRow[]): Promise<RequestRow[]> {
  const slow = await observeDeliveries(rows, graph.now().getTime());
  return slow.size === 0 ? rows : rows.map((row) => ({ ...row, slow: slow.get(row.id) ?? null }));
}

async function walkFor(graph: Graph, missing: Set<string>, most: number): Promise<AssignmentRequest[]> {
  const rows: AssignmentRequest[] = [];
  let next: string | undefined;
  for (let pages = 0; pages < most; pages += 1) {
    const page = await myRequests(graph, next);
    rows.push(...page.rows);
    for (const row of page.rows) missing.delete(row.id);
    if (page.next === null || missing.size === 0) break;
    next = page.next;
  }
  return rows;
}

/** Until when something lasts is a help to the row, never a reason to fail: without it the sentence is shorter. */
async function firstAssignments(graph: Graph): Promise<Assignment[]> {
  const read = await outcomeOf(myAssignments(graph));
  return read.ok ? read.value.rows : [];
}
