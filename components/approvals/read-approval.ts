import 'server-only';
import { cache } from 'react';
import { graphFor, requireViewer } from '@/lib/auth/guard';
import type { Viewer } from '@/lib/auth/viewer';
import type { Page } from '@/lib/entitlement/access-packages';
import { approvalOf, pendingApproval, pendingApprovals, type Approval } from '@/lib/entitlement/approvals';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import type { Graph } from '@/lib/graph/graph';
import { outcomeOf, PortalFault, type PortalError, type Result } from '@/lib/portal-error';

/** The first page of what waits for me; the list and the panel of one page share it. Scope S. */
export const firstPending = cache(async (): Promise<Result<Page<AssignmentRequest>>> => {
  const graph = await graphFor(await requireViewer(), 'EntitlementMgmt-SubjectAccess.ReadWrite');
  return outcomeOf(pendingApprovals(graph));
});

/** One request as its approver may read it. */
export interface Reading {
  /** Null where it is not among what waits for me. */
  request: AssignmentRequest | null;
  approval: Approval | null;
  /** Why the approval is not there, although it may exist. */
  unread: PortalError | null;
  /** Nobody has consented to deciding (contract §2.2: approving needs W). */
  missingScope: string | null;
}

/** The request and its approval side by side. Throws PortalFault where the list could not be read. */
export async function readApproval(
  viewer: Viewer,
  graph: Graph,
  id: string,
  first?: Promise<Result<Page<AssignmentRequest>>>,
): Promise<Reading> {
  const listed = async () => {
    const page = await first;
    if (page?.ok === false) throw new PortalFault(page.error);
    return pendingApproval(graph, id, page?.value);
  };
  const [request, stages] = await Promise.all([outcomeOf(listed()), readStages(viewer, id)]);
  if (!request.ok) throw new PortalFault(request.error);
  return { request: request.value, ...stages };
}

/** With the right to decide; where nobody has consented to that, with the right to read (contract §2.2). */
async function readStages(viewer: Viewer, id: string): Promise<Omit<Reading, 'request'>> {
  const deciding = await outcomeOf(approvalOf(await graphFor(viewer, 'EntitlementManagement.ReadWrite.All'), id));
  if (deciding.ok) return { approval: deciding.value, unread: null, missingScope: null };
  if (deciding.error.kind !== 'consentRequired') return { approval: null, unread: deciding.error, missingScope: null };
  const reading = await outcomeOf(approvalOf(await graphFor(viewer, 'EntitlementManagement.Read.All'), id));
  const missingScope = deciding.error.scope;
  return reading.ok ? { approval: reading.value, unread: null, missingScope } : { approval: null, unread: reading.error, missingScope };
}
