import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import type { Page } from '@/lib/entitlement/access-packages';
import { myAssignments, type Assignment } from '@/lib/entitlement/assignments';
import { myRequests, withRemembered, type AssignmentRequest } from '@/lib/entitlement/requests';
import { rememberedPackages } from '@/lib/submissions/submit';

type Graph = Parameters<typeof myAssignments>[0];

/** What I hold and asked for, as far as read. */
export interface Mine {
  assignments: Assignment[];
  /** Packages that only the portal itself remembers are filled in. */
  requests: AssignmentRequest[];
  /** False where either list failed, or Graph did not tell the packages (expansion ignored or refused, contract §4.7). */
  readable: boolean;
}

/** The first pages, and the whole once it is asked for; `rest` is null when the first pages are all. */
export interface FirstOfMine {
  first: Mine;
  rest: (() => Promise<Mine>) | null;
}

const UNREADABLE: Mine = { assignments: [], requests: [], readable: false };
const MOST_PAGES = 60;

/** First pages of both lists, side by side: one round trip. Never throws: a failure makes it unreadable. */
export async function firstOfMine(viewer: Viewer, graph: Graph): Promise<FirstOfMine> {
  const [assignments, requests] = await Promise.allSettled([myAssignments(graph), myRequests(graph)]);
  if (assignments.status === 'rejected' || requests.status === 'rejected') return { first: UNREADABLE, rest: null };
  const first = await toMine(viewer, assignments.value.rows, requests.value.rows);
  const isWhole = assignments.value.next === null && requests.value.next === null;
  return { first, rest: isWhole ? null : () => restOfMine(viewer, graph, assignments.value, requests.value) };
}

async function restOfMine(viewer: Viewer, graph: Graph, assignments: Page<Assignment>, requests: Page<AssignmentRequest>): Promise<Mine> {
  try {
    const [allAssignments, allRequests] = await Promise.all([
      walk(assignments, (next) => myAssignments(graph, next)),
      walk(requests, (next) => myRequests(graph, next)),
    ]);
    return await toMine(viewer, allAssignments, allRequests);
  } catch {
    return UNREADABLE;
  }
}

async function walk<T>(first: Page<T>, read: (next: string) => Promise<Page<T>>): Promise<T[]> {
  const rows = [...first.rows];
  for (let next = first.next, pages = 1; next !== null && pages < MOST_PAGES; pages += 1) {
    const page = await read(next);
    rows.push(...page.rows);
    next = page.next;
  }
  return rows;
}

async function toMine(viewer: Viewer, assignments: Assignment[], requests: AssignmentRequest[]): Promise<Mine> {
  const readable = [...assignments, ...requests].every((row) => row.accessPackage !== null);
  const known = readable ? requests : withRemembered(requests, await rememberedPackages(viewer).catch(() => new Map<string, never>()));
  return { assignments, requests: known, readable };
}
