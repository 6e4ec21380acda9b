import 'server-only';
import { graphFor } from '@/lib/auth/guard';
import type { Viewer } from '@/lib/auth/viewer';
import { type Draft, myDrafts } from '@/lib/drafts/drafts';
import { acceptedEnds } from '@/lib/drafts/let-end';
import { type WaitingTray, waitingTray } from '@/lib/drafts/tray';
import { requestablePackages, type AccessPackage, type Page } from '@/lib/entitlement/access-packages';
import { pendingApprovals } from '@/lib/entitlement/approvals';
import { type Assignment, myAssignments } from '@/lib/entitlement/assignments';
import { type AssignmentRequest, myRequests, withRemembered } from '@/lib/entitlement/requests';
import { outcomeOf, type Result } from '@/lib/portal-error';
import { rememberedPackages } from '@/lib/submissions/submit';

type Graph = Awaited<ReturnType<typeof graphFor>>;

type Memory = Parameters<typeof withRemembered>[1];

/** What was begun and not sent. */
export interface Begun {
  drafts: Draft[];
  tray: WaitingTray | null;
  /** Ends that the reader lets come, by `endKey`. */
  acceptedEnds: ReadonlySet<string>;
}

/** How many requests wait for the reader's decision, as far as one page tells. */
export interface ToDecide {
  count: number;
  more: boolean;
}

export interface HomeData {
  assignments: Result<Page<Assignment>>;
  requests: Result<Page<AssignmentRequest>>;
  begun: Result<Begun>;
  toDecide: Result<ToDecide>;
  /** Graph's, UTC ms. */
  now: number;
}

/** What Home shows at once, and what it shows when the lists have been read further; null when the first pages were all. */
export interface HomeLoad {
  first: Promise<HomeData>;
  rest: Promise<HomeData | null>;
  /** Reads the first page of what may be asked for: only on day one. Contract §4.2.1. */
  packages: () => Promise<Result<Page<AccessPackage>>>;
}

/** Lists longer than this stay partial on Home, which then says so. */
const furtherPages = 10;

/** My access, my requests, what waits for my decision and my drafts side by side: one round trip to Graph before anything shows. Contract §4.6, §4.7, scope S. */
export function loadHome(viewer: Viewer): HomeLoad {
  const graph = outcomeOf(graphFor(viewer, 'EntitlementMgmt-SubjectAccess.ReadWrite'));
  // Read once for all pages, beside the first round trip.
  const memory = memoryOf(viewer);
  const first = graph.then((opened) => firstPages(viewer, opened, memory));
  const rest = Promise.all([graph, first]).then(([opened, data]) => (opened.ok ? furtherOf(opened.value, data, memory) : null));
  const packages = () => graph.then((opened) => (opened.ok ? outcomeOf(requestablePackages(opened.value)) : opened));
  return { first, rest, packages };
}

async function firstPages(viewer: Viewer, opened: Result<Graph>, memory: Promise<Memory>): Promise<HomeData> {
  // Without Graph there is no clock to say anything by: only the failure shows.
  if (!opened.ok) return { assignments: opened, requests: opened, begun: opened, toDecide: opened, now: 0 };
  const graph = opened.value;
  const [assignments, requests, begun, toDecide] = await Promise.all([
    outcomeOf(myAssignments(graph)),
    outcomeOf(requestsOf(graph, memory)),
    outcomeOf(begunBy(viewer)),
    outcomeOf(toDecideBy(graph)),
  ]);
  return { assignments, requests, begun, toDecide, now: graph.now().getTime() };
}

async function begunBy(viewer: Viewer): Promise<Begun> {
  const [drafts, tray, ends] = await Promise.all([myDrafts(viewer), waitingTray(viewer), acceptedEnds(viewer)]);
  return { drafts, tray, acceptedEnds: ends };
}

async function toDecideBy(graph: Graph): Promise<ToDecide> {
  const { rows, next } = await pendingApprovals(graph);
  return { count: rows.length, more: next !== null };
}

async function furtherOf(graph: Graph, data: HomeData, memory: Promise<Memory>): Promise<HomeData | null> {
  const { assignments, requests } = data;
  const isAll = (page: Result<Page<unknown>>) => !page.ok || page.value.next === null;
  if (isAll(assignments) && isAll(requests)) return null;
  const [moreAssignments, moreRequests] = await Promise.all([
    further(assignments, (next) => myAssignments(graph, next)),
    further(requests, (next) => requestsOf(graph, memory, next)),
  ]);
  return { ...data, assignments: moreAssignments, requests: moreRequests };
}

/** Packages that the portal itself remembers, by request id; empty where the store does not answer. */
async function memoryOf(viewer: Viewer): Promise<Memory> {
  const remembered = await rememberedPackages(viewer).catch(() => new Map<string, never>());
  // Without a name the portal keeps the id in its place: that is no name to show.
  const named = [...remembered].map(
    ([id, { accessPackageId, accessPackageName }]) =>
      [id, { accessPackageId, accessPackageName: accessPackageName === accessPackageId ? '' : accessPackageName }] as const,
  );
  return new Map(named);
}

/** My requests, with the packages the portal itself remembers where Graph did not tell (contract §4.7). */
async function requestsOf(graph: Graph, memory: Promise<Memory>, next?: string): Promise<Page<AssignmentRequest>> {
  const [page, remembered] = await Promise.all([myRequests(graph, next), memory]);
  return { rows: withRemembered(page.rows, remembered), next: page.next };
}

/** Reads on until the end or the limit; a page that fails leaves what came, with its link, so that it counts as partial. */
async function further<T>(page: Result<Page<T>>, read: (next: string) => Promise<Page<T>>): Promise<Result<Page<T>>> {
  if (!page.ok) return page;
  let { rows, next } = page.value;
  for (let count = 0; next !== null && count < furtherPages; count++) {
    const more: Result<Page<T>> = await outcomeOf(read(next));
    if (!more.ok) break;
    rows = [...rows, ...more.value.rows];
    next = more.value.next;
  }
  return { ok: true, value: { rows, next } };
}
