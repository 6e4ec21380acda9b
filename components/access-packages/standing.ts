import type { Assignment } from '@/lib/entitlement/assignments';
import { isOpen, type RequestState } from '@/lib/entitlement/request-states';
import type { AssignmentRequest } from '@/lib/entitlement/requests';

/** How I stand to one access package, from my assignments and my requests. Instants are UTC ISO 8601. */
export type Standing =
  /** I hold it. `openRequestId`: a change or removal of it is on its way. */
  | {
      kind: 'held';
      assignmentId: string;
      endDateTime: string | null;
      partly: boolean;
      openRequestId: string | null;
    }
  /** Asked for and not decided or delivered yet. `requestId` null: delivered by somebody else's doing. */
  | { kind: 'onItsWay'; requestId: string | null; state: RequestState; since: string | null; startDateTime: string | null }
  | { kind: 'failed'; requestId: string | null }
  | { kind: 'denied'; requestId: string; decidedDateTime: string | null }
  | { kind: 'ended'; endDateTime: string | null };

/** Package id → standing. */
export type Standings = Record<string, Standing>;

const ADDS = new Set(['userAdd', 'adminAdd', 'systemAdd', 'other']);

/**
 * My standing to every package that my assignments and requests name; rows whose package Graph did not tell are left out (contract §4.7).
 * Held beats on its way, that beats a failure or denial later than the last end, and the last end comes last.
 */
export function standingsOf(assignments: readonly Assignment[], requests: readonly AssignmentRequest[], oid: string): Standings {
  const mine = requests.filter((request) => !request.target?.objectId || request.target.objectId === oid);
  const held = groupByPackage(assignments);
  const asked = groupByPackage(mine);
  const standings: Standings = {};
  for (const id of new Set([...held.keys(), ...asked.keys()])) {
    const standing = standingTo(held.get(id) ?? [], asked.get(id) ?? []);
    if (standing) standings[id] = standing;
  }
  return standings;
}

function groupByPackage<T extends { accessPackage: { id: string } | null }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) if (row.accessPackage) groups.set(row.accessPackage.id, [...(groups.get(row.accessPackage.id) ?? []), row]);
  return groups;
}

function standingTo(assignments: readonly Assignment[], requests: readonly AssignmentRequest[]): Standing | null {
  const open = requests.find((request) => isOpen(request));
  const active = assignments.find((assignment) => assignment.state === 'delivered' || assignment.state === 'partiallyDelivered');
  if (active) return heldBy(active, open ?? null);
  if (open && ADDS.has(open.requestType)) return onItsWay(open);
  const arriving = assignments.find((assignment) => assignment.state === 'delivering');
  if (arriving) return { kind: 'onItsWay', requestId: null, state: 'delivering', since: arriving.startDateTime, startDateTime: null };
  return lastOutcome(assignments, requests);
}

function heldBy(assignment: Assignment, open: AssignmentRequest | null): Standing {
  return {
    kind: 'held',
    assignmentId: assignment.id,
    endDateTime: assignment.endDateTime,
    partly: assignment.state === 'partiallyDelivered',
    openRequestId: open?.id ?? null,
  };
}

function onItsWay(request: AssignmentRequest): Standing {
  return {
    kind: 'onItsWay',
    requestId: request.id,
    state: request.state,
    since: request.createdDateTime,
    startDateTime: request.schedule?.startDateTime ?? null,
  };
}

function lastOutcome(assignments: readonly Assignment[], requests: readonly AssignmentRequest[]): Standing | null {
  const latest = requests
    .filter((request) => ADDS.has(request.requestType) && (request.state === 'denied' || request.state === 'deliveryFailed'))
    .toSorted((a, b) => instant(b.createdDateTime) - instant(a.createdDateTime))[0];
  const ended = assignments
    .filter((assignment) => assignment.state === 'expired')
    .toSorted((a, b) => instant(endOf(b)) - instant(endOf(a)))[0];
  if (latest && instant(latest.createdDateTime) >= (ended ? instant(endOf(ended)) : 0)) {
    if (latest.state === 'denied') return { kind: 'denied', requestId: latest.id, decidedDateTime: latest.completedDateTime };
    return { kind: 'failed', requestId: latest.id };
  }
  return ended ? { kind: 'ended', endDateTime: endOf(ended) } : null;
}

function endOf(assignment: Assignment): string | null {
  return assignment.expiredDateTime ?? assignment.endDateTime;
}

function instant(text: string | null): number {
  return text === null ? 0 : Date.parse(text) || 0;
}
