import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import type { Page } from '@/lib/entitlement/access-packages';
import { createdAssignments, type Assignment } from '@/lib/entitlement/assignments';
import { createdRequest, createdRequests, type AssignmentRequest } from '@/lib/entitlement/requests';
import type { Graph } from '@/lib/graph/graph';
import { outcomeOf } from '@/lib/portal-error';
import { rememberedForOthers, rememberedPackages } from '@/lib/submissions/submit';
import { toRows, type RequestRow } from '../request-row';
import { isForOther } from './whose';

interface Known {
  theirs: Awaited<ReturnType<typeof rememberedForOthers>>;
  mine: Awaited<ReturnType<typeof rememberedPackages>>;
}

/** One page of what I asked for others, joined with the first page of what came of it. One round trip: both reads side by side. Contract §4.6, §4.7. */
export async function createdPage(viewer: Viewer, graph: Graph, next?: string): Promise<Page<RequestRow>> {
  const [page, assignments, known] = await Promise.all([createdRequests(graph, next), firstCreated(graph), knownTo(viewer)]);
  return { rows: ofOthers(page.rows, assignments, known, viewer.oid), next: page.next };
}

/** The first page again, and further pages only as long as one of the watched requests has not been seen. */
export async function watchedCreated(viewer: Viewer, graph: Graph, ids: readonly string[], pages: number): Promise<RequestRow[]> {
  const [rows, assignments, known] = await Promise.all([walkFor(graph, new Set(ids), pages), firstCreated(graph), knownTo(viewer)]);
  return ofOthers(rows, assignments, known, viewer.oid);
}

/** One request I created, null where the list ends without it. */
export async function createdById(viewer: Viewer, graph: Graph, id: string): Promise<RequestRow | null> {
  const [request, assignments, known] = await Promise.all([createdRequest(graph, id), firstCreated(graph), knownTo(viewer)]);
  return request ? (toRows([request], assignments, known.theirs)[0] ?? null) : null;
}

async function knownTo(viewer: Viewer): Promise<Known> {
  const [theirs, mine] = await Promise.all([rememberedForOthers(viewer), rememberedPackages(viewer)]);
  return { theirs, mine };
}

function ofOthers(requests: readonly AssignmentRequest[], assignments: readonly Assignment[], { theirs, mine }: Known, oid: string) {
  const rows = requests.filter((row) => isForOther(row, oid, { isTheirs: theirs.has(row.id), isMine: mine.has(row.id) }));
  return toRows(rows, assignments, theirs);
}

async function walkFor(graph: Graph, missing: Set<string>, most: number): Promise<AssignmentRequest[]> {
  const rows: AssignmentRequest[] = [];
  let next: string | undefined;
  for (let pages = 0; pages < most; pages += 1) {
    const page = await createdRequests(graph, next);
    rows.push(...page.rows);
    for (const row of page.rows) missing.delete(row.id);
    if (page.next === null || missing.size === 0) break;
    next = page.next;
  }
  return rows;
}

/** Until when something lasts is a help to the row, never a reason to fail: without it the sentence is shorter. */
async function firstCreated(graph: Graph): Promise<Assignment[]> {
  const read = await outcomeOf(createdAssignments(graph));
  return read.ok ? read.value.rows : [];
}
