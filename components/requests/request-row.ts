import type { SlowDelivery } from '@/lib/deliveries/deliveries';
import type { Assignment } from '@/lib/entitlement/assignments';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import type { RememberedRequest } from '@/lib/submissions/submit';

/** A request as the list shows it: what Graph told, joined with the assignment it led to where that was read. */
export interface RequestRow extends AssignmentRequest {
  /** Until when the access lasts (UTC ISO 8601); null where unknown or without end. */
  endDateTime: string | null;
  /** What the assignment says about itself; null where it was not read. */
  held: 'active' | 'ended' | null;
  /** Setting it up takes longer than usual, by the portal's own record; null where it does not, or too little was measured. */
  slow: SlowDelivery | null;
}

/** What the portal itself remembers of its submissions: request id → package (contract §4.7, expansion ignored) and time of sending. */
export type Remembered = ReadonlyMap<string, RememberedRequest & { targetId?: string }>;

/** Requests joined with their assignments by id, filled in from the portal's own memory where Graph did not tell. No row is lost. */
export function toRows(requests: readonly AssignmentRequest[], assignments: readonly Assignment[], remembered: Remembered): RequestRow[] {
  const byId = new Map(assignments.map((assignment) => [assignment.id, assignment]));
  return requests.map((request) => {
    const assignment = request.assignmentId === null ? undefined : byId.get(request.assignmentId);
    return {
      ...request,
      accessPackage: request.accessPackage ?? assignment?.accessPackage ?? fromMemory(remembered.get(request.id)),
      target: request.target ?? assignment?.target ?? personFromMemory(remembered.get(request.id)?.targetId),
      createdDateTime: request.createdDateTime ?? remembered.get(request.id)?.sentAt ?? null,
      endDateTime: assignment?.expiredDateTime ?? assignment?.endDateTime ?? null,
      held: assignment === undefined ? null : assignment.state === 'expired' ? 'ended' : 'active',
      slow: null,
    };
  });
}

function fromMemory(memory: RememberedRequest | undefined): AssignmentRequest['accessPackage'] {
  // Without a name the portal keeps the id in its place: that is no name to show.
  if (!memory || memory.accessPackageName === memory.accessPackageId) return null;
  return { id: memory.accessPackageId, displayName: memory.accessPackageName, description: '', isHidden: false };
}

/** For whom it was, where Graph did not tell: known by id alone. */
function personFromMemory(objectId: string | undefined): AssignmentRequest['target'] {
  return objectId === undefined ? null : { objectId, displayName: '', email: '' };
}

/** Newest first; a request without a time of creation was sent a moment ago (contract §4.8). */
export function newestFirst(rows: readonly RequestRow[]): RequestRow[] {
  return rows.toSorted((a, b) => instant(b.createdDateTime) - instant(a.createdDateTime));
}

function instant(text: string | null): number {
  return text === null ? Number.MAX_SAFE_INTEGER : Date.parse(text) || 0;
}
