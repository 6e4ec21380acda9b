import type { AssignmentRequest, Subject } from '@/lib/entitlement/requests';

/** What the list needs of a request that waits for me. */
export interface ApprovalRow {
  id: string;
  /** Null where Graph did not tell (expansion ignored). */
  requestor: string | null;
  /** The other person where it is asked for somebody else, or where Graph did not tell who asks. */
  target: string | null;
  isGuest: boolean;
  accessPackage: { id: string; name: string } | null;
  /** UTC ISO 8601. */
  createdDateTime: string | null;
  /** Asked by me or for me: nobody decides those. */
  isOwn: boolean;
  /** What is read before deciding many at once. */
  asked: Pick<AssignmentRequest, 'justification' | 'answers' | 'schedule'>;
  /** For the record of what was decided here. */
  about: { targetId: string | null; targetName: string | null; assignmentId: string | null };
}

/** A request as the list shows it. `oid`: who reads it. */
export function toApprovalRow(request: AssignmentRequest, oid: string): ApprovalRow {
  const { id, accessPackage, createdDateTime, requestor, target, justification, answers, schedule, assignmentId } = request;
  return {
    id,
    requestor: nameOf(requestor),
    target: isForSomebody(request) ? nameOf(target) : null,
    isGuest: (target ?? requestor)?.isGuest === true,
    accessPackage: accessPackage && { id: accessPackage.id, name: accessPackage.displayName },
    createdDateTime,
    isOwn: isOwn(request, oid),
    asked: { justification, answers, schedule },
    about: { targetId: target?.objectId ?? null, targetName: target?.displayName ?? null, assignmentId },
  };
}

/** Two people: one asks, another gets it. */
export function isForAnother({ requestor, target }: Pick<AssignmentRequest, 'requestor' | 'target'>): boolean {
  return requestor?.objectId != null && target?.objectId != null && !isSame(requestor.objectId, target.objectId);
}

/** For whom it is has to be said: another than who asks, or who asks is not known. */
export function isForSomebody(request: Pick<AssignmentRequest, 'requestor' | 'target'>): boolean {
  return isForAnother(request) || (request.requestor === null && request.target !== null);
}

/** Whether the request is this person's own, asked by them or for them: nobody decides those. */
export function isOwn({ requestor, target }: Pick<AssignmentRequest, 'requestor' | 'target'>, oid: string): boolean {
  return [requestor, target].some((person) => person?.objectId != null && isSame(person.objectId, oid));
}

/** Oldest first; what has no date was sent a moment ago. Without twins. */
export function oldestFirst(rows: readonly ApprovalRow[]): ApprovalRow[] {
  const known = new Map(rows.map((row) => [row.id, row]));
  return [...known.values()].sort((one, other) => instant(one.createdDateTime) - instant(other.createdDateTime));
}

/** Rows that hold every word of the search in a name of a person or the package, whatever the accents; of one package where chosen. */
export function shownRows(rows: readonly ApprovalRow[], search: string, packageId: string): ApprovalRow[] {
  const words = plain(search).split(/\s+/u).filter(Boolean);
  return rows.filter((row) => {
    if (packageId !== '' && row.accessPackage?.id !== packageId) return false;
    const text = plain([row.requestor, row.target, row.accessPackage?.name].join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** The packages of the list with how many wait for each, by name. */
export function packagesOf(rows: readonly ApprovalRow[]): { id: string; name: string; count: number }[] {
  const counted = new Map<string, { id: string; name: string; count: number }>();
  for (const { accessPackage } of rows) {
    if (!accessPackage) continue;
    const known = counted.get(accessPackage.id);
    counted.set(accessPackage.id, { ...accessPackage, count: (known?.count ?? 0) + 1 });
  }
  return [...counted.values()].sort((one, other) => one.name.localeCompare(other.name));
}

function nameOf(person: Subject | null): string | null {
  return person?.displayName || person?.email || null;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function instant(text: string | null): number {
  return text === null ? Number.MAX_SAFE_INTEGER : Date.parse(text);
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').toLowerCase();
}
