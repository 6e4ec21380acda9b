import { paths } from '@/lib/paths';
import type { Assignment } from '@/lib/entitlement/assignments';
import { isOpen, type RequestType } from '@/lib/entitlement/request-states';
import type { AssignmentRequest } from '@/lib/entitlement/requests';

/** An assignment of mine as the list shows it. */
export interface AssignmentRow extends Assignment {
  /** A change or return of it that is on its way. */
  openRequest: { id: string; requestType: RequestType } | null;
  /** What was not set up as it should be: the newest request that says so. */
  troubledRequestId: string | null;
}

export type Tab = 'active' | 'ended';

/** A query parameter as a tab; anything unknown shows what is active. */
export function toTab(text: string | null | undefined): Tab {
  return text === 'ended' ? 'ended' : 'active';
}

/** Assignments joined with the open request that changes them. No row is lost where Graph did not tell the package. */
export function toRows(assignments: readonly Assignment[], requests: readonly AssignmentRequest[]): AssignmentRow[] {
  const open = new Map(
    requests.filter((request) => isOpen(request) && request.assignmentId).map((request) => [request.assignmentId, request]),
  );
  return assignments.map((assignment) => {
    const request = assignment.state === 'delivering' ? undefined : open.get(assignment.id);
    return {
      ...assignment,
      openRequest: request ? { id: request.id, requestType: request.requestType } : null,
      troubledRequestId: isTroubled(assignment) ? troubleOf(assignment.id, requests) : null,
    };
  });
}

function isTroubled({ state }: Assignment): boolean {
  return state === 'deliveryFailed' || state === 'partiallyDelivered';
}

/** The newest request about an assignment that ended like it. */
function troubleOf(assignmentId: string, requests: readonly AssignmentRequest[]): string | null {
  const [newest] = requests
    .filter(
      (request) => request.assignmentId === assignmentId && (request.state === 'deliveryFailed' || request.state === 'partiallyDelivered'),
    )
    .toSorted((a, b) => instant(b.createdDateTime, 0) - instant(a.createdDateTime, 0));
  return newest?.id ?? null;
}

/** Rows of a tab: active by what ends soonest (no end last), ended by what ended last. */
export function rowsOf(tab: Tab, rows: readonly AssignmentRow[]): AssignmentRow[] {
  const ended = rows.filter((row) => row.state === 'expired');
  if (tab === 'ended') return ended.toSorted((a, b) => instant(endOf(b), 0) - instant(endOf(a), 0));
  const last = Number.MAX_SAFE_INTEGER;
  return rows.filter((row) => row.state !== 'expired').toSorted((a, b) => instant(a.endDateTime, last) - instant(b.endDateTime, last));
}

/** When it ended or will end, UTC ISO 8601. */
export function endOf(row: Pick<Assignment, 'expiredDateTime' | 'endDateTime'>): string | null {
  return row.expiredDateTime ?? row.endDateTime;
}

/** One list from several reads: a later read wins, none is twice. */
export function mergeAssignments(...reads: readonly (readonly AssignmentRow[])[]): AssignmentRow[] {
  return [...new Map(reads.flat().map((row) => [row.id, row])).values()];
}

function instant(text: string | null, missing: number): number {
  return text === null ? missing : Date.parse(text) || missing;
}

/** The update form's address; the package goes along so that the form reads everything side by side. */
export function updateAddress(row: AssignmentRow, change?: 'answers'): string {
  const query = new URLSearchParams();
  if (row.accessPackage) query.set('package', row.accessPackage.id);
  if (change) query.set('change', change);
  return `${paths.assignmentUpdate(row.id)}${query.size > 0 ? `?${query}` : ''}`;
}
