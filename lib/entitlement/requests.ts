import type { Graph } from '@/lib/graph/graph';
import type { AccessPackage, Page } from './access-packages';
import type { Answer } from './questions';
import type { Schedule } from './schedules';

export type RequestState =
  | 'submitted' | 'pendingApproval' | 'scheduled' | 'delivering' | 'delivered' | 'partiallyDelivered' | 'deliveryFailed' | 'denied' | 'canceled' | 'other';

export type RequestType =
  | 'userAdd' | 'userUpdate' | 'userRemove' | 'adminAdd' | 'adminUpdate' | 'adminRemove'
  | 'systemAdd' | 'systemUpdate' | 'systemRemove' | 'approverRemove' | 'other';

/** A person as accessPackageSubject tells (contract §3). */
export interface Subject {
  /** Directory id, null until the person is in the directory. */
  objectId: string | null;
  displayName: string;
  email: string;
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
  /** What a custom extension is waiting for (contract §3, customExtensionCalloutInstance): its `detail`s. */
  waitingForCallback: boolean;
}

/** One page of requests by me or for me, newest as Graph orders them. Contract §4.7 on='target', scope S. Copes with $expand ignored or 400. */
export declare function myRequests(graph: Graph, next?: string): Promise<Page<AssignmentRequest>>;

/** One request of mine: walks the list (GET by id is not allowed with S, contract §4.7). Null when the list ends without it. */
export declare function myRequest(graph: Graph, id: string): Promise<AssignmentRequest | null>;

/** Whether it is one of mine that is still open (contract §6.3): submitted, pendingApproval, scheduled. */
export declare function isCancellable(request: Pick<AssignmentRequest, 'state'>): boolean;

/** Still moving: anything that is not final. */
export declare function isOpen(request: Pick<AssignmentRequest, 'state'>): boolean;
