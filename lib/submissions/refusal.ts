import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { isActive, myAssignments, type Assignment } from '@/lib/entitlement/assignments';
import { holdingsOf } from '@/lib/entitlement/holdings';
import { isAboutTheBody } from '@/lib/entitlement/refusal-codes';
import { createdRequests, isOpen, myRequests, withRemembered, type AssignmentRequest } from '@/lib/entitlement/requests';
import { findInPages } from '@/lib/entitlement/walk';
import type { Graph } from '@/lib/graph/graph';
import { PortalFault } from '@/lib/portal-error';
import { rememberedPackages } from './remembered';
import type { SubmissionIntent } from './submit';

/**
 * A refused request in the words of what can be re-read (contract §9): an open request or active access in the way becomes
 * alreadyRequested with its ids; everything else stays as it was.
 */
export async function explained(viewer: Viewer, graph: Graph, intent: SubmissionIntent, fault: PortalFault): Promise<PortalFault> {
  const { error } = fault;
  const asksForAccess = intent.requestType !== 'cancel' && intent.requestType !== 'decide';
  if (error.kind !== 'refused' || error.status === 403 || !asksForAccess || intent.accessPackageId === null) return fault;
  try {
    const { open, active } = await inTheWay(viewer, graph, intent, intent.accessPackageId);
    const namesActive = active !== null && intent.requestType.endsWith('Add') && !isAboutTheBody(error.code);
    if (open === null && !namesActive) return fault;
    const graphRequestId = error.graphRequestId === undefined ? {} : { graphRequestId: error.graphRequestId };
    return new PortalFault({ kind: 'alreadyRequested', requestId: open, assignmentId: namesActive ? active : null, ...graphRequestId });
  } catch (failure) {
    if (failure instanceof PortalFault) return fault;
    throw failure;
  }
}

interface InTheWay {
  open: string | null;
  active: string | null;
}

async function inTheWay(viewer: Viewer, graph: Graph, intent: SubmissionIntent, packageId: string): Promise<InTheWay> {
  if (intent.requestType.startsWith('admin')) {
    if (intent.target.includes('@')) return { open: null, active: null };
    const holdings = await holdingsOf(graph, intent.target, packageId);
    return { open: holdings.open?.id ?? null, active: holdings.active?.id ?? null };
  }
  const isMine = intent.target.toLowerCase() === viewer.oid.toLowerCase();
  if (!isMine) return { open: await openForOther(graph, intent.target, packageId), active: null };
  const isOfPackage = (row: AssignmentRequest | Assignment) => row.accessPackage?.id.toLowerCase() === packageId.toLowerCase();
  const remembered = await rememberedPackages(viewer);
  const [open, active] = await Promise.all([
    findInPages(
      async (next) => {
        const page = await myRequests(graph, next);
        return { ...page, rows: withRemembered(page.rows, remembered) };
      },
      (row) => isOpen(row) && isOfPackage(row),
    ),
    findInPages(
      (next) => myAssignments(graph, next),
      (row) => isActive(row) && isOfPackage(row),
    ),
  ]);
  return { open: open?.id ?? null, active: active?.id ?? null };
}

/** What I asked for this person is all that I may read of theirs. */
async function openForOther(graph: Graph, target: string, packageId: string): Promise<string | null> {
  const same = (one: string | null | undefined, other: string) => one?.toLowerCase() === other.toLowerCase();
  const found = await findInPages(
    (next) => createdRequests(graph, next),
    (row) => isOpen(row) && same(row.accessPackage?.id, packageId) && same(row.target?.objectId, target),
  );
  return found?.id ?? null;
}
