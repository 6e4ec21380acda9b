import type { Graph } from '@/lib/graph/graph';
import { segment } from '@/lib/graph/odata';
import { PortalFault } from '@/lib/portal-error';
import type { Page } from './access-packages';
import { expandedPage, isMissing } from './expansion';
import type { AssignmentRequest } from './requests';
import { findInPages, pageAt } from './walk';
import { wireApproval } from './wire/approval';
import { EM } from './wire/paths';
import { wireRequest } from './wire/request';
import { parseRows } from './wire/values';

/** One stage of an approval (contract §3, approvalStage). What Graph did not give is null, never guessed. */
export interface ApprovalStage {
  id: string;
  status: 'initializing' | 'inProgress' | 'completed' | 'expired' | 'other';
  /** The caller may decide it. */
  assignedToMe: boolean;
  reviewResult: 'notReviewed' | 'approved' | 'denied' | 'other';
  /** The approver's words. */
  justification: string | null;
  reviewedBy: { id: string; displayName: string | null } | null;
  /** UTC ISO 8601. */
  reviewedDateTime: string | null;
}

/** The approval of an assignment request; their ids are equal (contract §4.10). */
export interface Approval {
  id: string;
  /** In their order. */
  stages: ApprovalStage[];
}

/** What is sent (contract §4.10: the verbs are sent, the participles read). */
export type Decision = 'Approve' | 'Deny';

/** The target is an expansion within one: where that is refused, the request still says who asks for what. */
const EXPANDS = ['accessPackage,requestor,assignment($expand=target)', 'accessPackage,requestor,assignment'] as const;

/** One page of requests that wait for my decision; never my own. Contract §4.7 on='approver', scope S. Copes with $expand ignored or 400. */
export async function pendingApprovals(graph: Graph, next?: string): Promise<Page<AssignmentRequest>> {
  const path = `${EM}/assignmentRequests/filterByCurrentUser(on='approver')`;
  const page = await pageAt(graph, next, () => expandedPage(graph, path, ...EXPANDS));
  return { rows: parseRows(wireRequest, page.rows), next: page.next };
}

/** One request that waits for me; null when the list ends without it. `first`: the first page where it was read already. Contract §4.7, scope S. */
export async function pendingApproval(graph: Graph, id: string, first?: Page<AssignmentRequest>): Promise<AssignmentRequest | null> {
  return findInPages(
    (next) => (next === undefined && first ? Promise.resolve(first) : pendingApprovals(graph, next)),
    (row) => row.id.toLowerCase() === id.toLowerCase(),
  );
}

/** The approval of a request with its stages; null where there is none or it is not shown. Contract §4.10, scope R (W does as well). Throws `forbidden`. */
export async function approvalOf(graph: Graph, requestId: string): Promise<Approval | null> {
  try {
    return wireApproval.parse(await graph.get(approvalPath(requestId)));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** The same for up to 20 requests in one $batch, in the order asked; a fault where one could not be read. */
export async function approvalsOf(graph: Graph, requestIds: readonly string[]): Promise<(Approval | null | PortalFault)[]> {
  const answers = await graph.batch(requestIds.map((id) => ({ method: 'GET', path: approvalPath(id) })));
  return answers.map((answer) => {
    if (!(answer instanceof Error)) return wireApproval.parse(answer);
    if (isMissing(answer)) return null;
    if (answer instanceof PortalFault) return answer;
    throw answer;
  });
}

/** The stage that I decide now: assigned to me and in progress (contract §4.10). */
export function openStage(approval: Approval | null): ApprovalStage | null {
  return approval?.stages.find((stage) => stage.assignedToMe && stage.status === 'inProgress') ?? null;
}

/** Where a stage is decided: PATCH with `reviewResult` and `justification` (contract §4.10), scope W. */
export function stagePath(requestId: string, stageId: string): string {
  return `${approvalPath(requestId)}/stages/${segment(stageId)}`;
}

function approvalPath(requestId: string): string {
  return `${EM}/accessPackageAssignmentApprovals/${segment(requestId)}`;
}
