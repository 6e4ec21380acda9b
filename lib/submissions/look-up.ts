import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { administeredRequests } from '@/lib/entitlement/admin-requests';
import type { Page } from '@/lib/entitlement/access-packages';
import { approvalOf, type Decision } from '@/lib/entitlement/approvals';
import { createdRequests, myRequests, type AssignmentRequest } from '@/lib/entitlement/requests';
import type { Graph } from '@/lib/graph/graph';
import type { SubmissionRow } from '@/lib/store/tables/submissions';
import { correctDecision } from './decisions';
import { knownRequestIds } from './rows';
import { stageOf } from './stage-subject';

const MOST_PAGES = 50;
/** Graph's clock is known to the second, and kept until it moves by two. */
const CLOCK_SLACK_MS = 5_000;

/**
 * The id of the request a write has made after all (contract §1.4, retrying writes; design §6): same target, package, type and requestor,
 * created since, not there before, not another submission's. Null when there is none. Throws PortalFault when it cannot be read.
 */
export async function lookUp(viewer: Viewer, graph: Graph, row: SubmissionRow): Promise<string | null> {
  if (row.request_type === 'cancel') return cancelled(viewer, graph, row);
  if (row.request_type === 'decide') return decided(viewer, graph, row);
  const seen = new Set((JSON.parse(row.seen ?? '[]') as string[]).map((id) => id.toLowerCase()));
  const requests = await listed(viewer, graph, row);
  const possible = requests.filter((request) => !seen.has(request.id.toLowerCase()) && mayBe(request, row));
  const known = await knownRequestIds(
    row.oid,
    possible.map(({ id }) => id.toLowerCase()),
  );
  const candidates = possible.filter(({ id }) => !known.has(id.toLowerCase()));
  const certain = candidates.filter((request) => isAbout(request, row));
  if (certain.length > 0) return newest(certain).id;
  // Where $expand is ignored a request does not say what it is about: one alone can only be ours.
  const [only, ...others] = candidates;
  return only !== undefined && others.length === 0 ? only.id : null;
}

async function cancelled(viewer: Viewer, graph: Graph, row: SubmissionRow): Promise<string | null> {
  const isIt = (request: AssignmentRequest) => same(request.id, row.subject_id);
  const found = (await listed(viewer, graph, row)).find(isIt) ?? null;
  return found?.state === 'canceled' ? found.id : null;
}

/** Only what I decided is mine: another approver of the stage may have been first. */
async function decided(viewer: Viewer, graph: Graph, row: SubmissionRow): Promise<string | null> {
  const { requestId, stageId } = stageOf(row.subject_id ?? '');
  const approval = await approvalOf(graph, requestId);
  const stage = approval?.stages.find(({ id }) => same(id, stageId));
  if (stage?.status !== 'completed' || !same(stage.reviewedBy?.id, viewer.oid)) return null;
  const decision = DECISIONS[stage.reviewResult];
  if (decision) await correctDecision(row.oid, row.key, decision);
  return requestId;
}

const DECISIONS: Partial<Record<string, Decision>> = { approved: 'Approve', denied: 'Deny' };

async function listed(viewer: Viewer, graph: Graph, row: SubmissionRow): Promise<AssignmentRequest[]> {
  if (row.request_type.startsWith('admin')) {
    const since = row.graph_sending_ms === null ? {} : { since: new Date(row.graph_sending_ms - CLOCK_SLACK_MS) };
    return administeredRequests(graph, { ...(row.access_package_id === null ? {} : { accessPackageId: row.access_package_id }), ...since });
  }
  const isMine = same(row.target, viewer.oid);
  return walked((next) => (isMine ? myRequests(graph, next) : createdRequests(graph, next)));
}

async function walked(read: (next?: string) => Promise<Page<AssignmentRequest>>): Promise<AssignmentRequest[]> {
  const rows: AssignmentRequest[] = [];
  let next: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await read(next);
    rows.push(...page.rows);
    if (page.next === null) return rows;
    next = page.next;
  }
  return rows;
}

/** Nothing that the request tells speaks against it. */
function mayBe(request: AssignmentRequest, row: SubmissionRow): boolean {
  const since = (row.graph_sending_ms ?? 0) - CLOCK_SLACK_MS;
  return (
    request.requestType === row.request_type &&
    (request.createdDateTime === null || Date.parse(request.createdDateTime) >= since) &&
    agrees(request.requestor?.objectId, row.oid) &&
    agrees(request.accessPackage?.id, row.access_package_id) &&
    (row.subject_id === null || agrees(request.assignmentId, row.subject_id)) &&
    (row.target.includes('@') ? agrees(request.target?.email, row.target) : agrees(request.target?.objectId, row.target))
  );
}

/** It names the package or the assignment that was meant. */
function isAbout(request: AssignmentRequest, row: SubmissionRow): boolean {
  return same(request.accessPackage?.id, row.access_package_id) || same(request.assignmentId, row.subject_id);
}

function newest(requests: AssignmentRequest[]): AssignmentRequest {
  return requests.reduce((one, other) => ((other.createdDateTime ?? '') > (one.createdDateTime ?? '') ? other : one));
}

function agrees(found: string | null | undefined, wanted: string | null): boolean {
  return !found || wanted === null || same(found, wanted);
}

function same(one: string | null | undefined, other: string | null | undefined): boolean {
  return one != null && other != null && one.toLowerCase() === other.toLowerCase();
}
