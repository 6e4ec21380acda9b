import type { Graph } from '@/lib/graph/graph';
import type { AccessPackage, Page } from './access-packages';
import { expandedPage } from './expansion';
import type { Answer } from './questions';
import type { RequestState, RequestType } from './request-states';
import type { Schedule } from './schedules';
import { findInPages, pageAt } from './walk';
import { EM } from './wire/paths';
import { wireRequest } from './wire/request';
import { parseRows } from './wire/values';

export { isCancellable, isOpen } from './request-states';
export type { RequestState, RequestType } from './request-states';

/** A person as accessPackageSubject tells (contract §3). */
export interface Subject {
  /** Directory id, null until the person is in the directory. */
  objectId: string | null;
  displayName: string;
  email: string;
  /** A guest's principal name says so; where it does not, nobody is called one. */
  isGuest?: true;
}

/** What a custom extension, a system outside Microsoft Entra, was told of a request, and what came of it (contract §3, §6.1). */
export interface Callout {
  status: 'calloutSent' | 'callbackReceived' | 'calloutFailed' | 'callbackTimedOut' | 'waitingForCallback' | 'other';
  /** The other system's own words, cut at 300 characters; null where it said nothing. */
  detail: string | null;
}

/** One assignment request (contract §3, §4.7). Fields Graph did not give are null, never guessed. */
export interface AssignmentRequest {
  id: string;
  requestType: RequestType;
  state: RequestState;
  /** Graph's own words, for details and CSV. */
  rawState: string;
  rawStatus: string;
  justification: string | null;
  answers: Answer[];
  schedule: Schedule | null;
  createdDateTime: string | null;
  completedDateTime: string | null;
  /** Null where $expand was ignored or refused and the portal does not know it either. */
  accessPackage: AccessPackage | null;
  requestor: Subject | null;
  assignmentId: string | null;
  target: Subject | null;
  /** A custom extension holds the request (contract §3, customExtensionCalloutInstance; §6.1, status WaitingForCallback). */
  waitingForCallback: boolean;
  /** The newest thing a custom extension has to do with it, where there is one. */
  callout?: Callout;
}

/** One page of requests by me or for me, newest as Graph orders them. Contract §4.7 on='target', scope S. Copes with $expand ignored or 400. */
export async function myRequests(graph: Graph, next?: string): Promise<Page<AssignmentRequest>> {
  return requestsOn(graph, 'target', next);
}

/** One page of requests I created, also for others. Contract §4.7 on='createdBy', scope S. */
export async function createdRequests(graph: Graph, next?: string): Promise<Page<AssignmentRequest>> {
  return requestsOn(graph, 'createdBy', next);
}

/** The target is an expansion within one: where that is refused, the request still says who asked. */
const EXPANDS = ['accessPackage,requestor,assignment($expand=target)', 'accessPackage,requestor,assignment'] as const;

async function requestsOn(graph: Graph, on: 'target' | 'createdBy', next?: string): Promise<Page<AssignmentRequest>> {
  const path = `${EM}/assignmentRequests/filterByCurrentUser(on='${on}')`;
  const page = await pageAt(graph, next, () => expandedPage(graph, path, ...EXPANDS));
  return { rows: parseRows(wireRequest, page.rows), next: page.next };
}

/** One request of mine: walks the list (GET by id is not allowed with S, contract §4.7). Null when the list ends without it. */
export async function myRequest(graph: Graph, id: string): Promise<AssignmentRequest | null> {
  return findInPages(
    (next) => myRequests(graph, next),
    (found) => found.id.toLowerCase() === id.toLowerCase(),
  );
}

/** One request I created for somebody else, found the same way. Contract §4.7 on='createdBy'. */
export async function createdRequest(graph: Graph, id: string): Promise<AssignmentRequest | null> {
  return findInPages(
    (next) => createdRequests(graph, next),
    (found) => found.id.toLowerCase() === id.toLowerCase(),
  );
}

/**
 * Whether this person asked for it, for themself. Where Graph does not say who asked for whom (expansion ignored or refused, contract §4.7),
 * only what the portal has sent so, by `sentForMyself`. A list on='target' also holds what others asked for me.
 */
export function isOwnRequest(
  { id, requestor, target }: Pick<AssignmentRequest, 'id' | 'requestor' | 'target'>,
  oid: string,
  sentForMyself: ReadonlySet<string>,
): boolean {
  if (requestor && requestor.objectId !== oid) return false;
  if (target && target.objectId !== oid) return false;
  return (requestor !== null && target !== null) || sentForMyself.has(id);
}

/** Packages the portal itself remembers, put where Graph's expansion was ignored or refused (contract §4.7). */
export function withRemembered<T extends Pick<AssignmentRequest, 'id' | 'accessPackage'>>(
  requests: readonly T[],
  remembered: ReadonlyMap<string, { accessPackageId: string; accessPackageName: string }>,
): T[] {
  return requests.map((request) => {
    const known = request.accessPackage === null ? remembered.get(request.id) : undefined;
    if (!known) return request;
    return {
      ...request,
      accessPackage: { id: known.accessPackageId, displayName: known.accessPackageName, description: '', isHidden: false },
    };
  });
}
