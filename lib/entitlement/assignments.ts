import type { Graph } from '@/lib/graph/graph';
import type { AccessPackage, Page } from './access-packages';
import type { Schedule } from './schedules';
import type { Subject } from './requests';

export type AssignmentState = 'delivering' | 'partiallyDelivered' | 'delivered' | 'expired' | 'deliveryFailed' | 'other';

/** Access somebody holds or held (contract §3, §4.6). */
export interface Assignment {
  id: string;
  state: AssignmentState;
  rawState: string;
  rawStatus: string;
  schedule: Schedule | null;
  /** UTC ISO 8601. */
  startDateTime: string | null;
  /** UTC ISO 8601; null = no end known or no end. */
  endDateTime: string | null;
  expiredDateTime: string | null;
  accessPackage: AccessPackage | null;
  policyId: string | null;
  policyDisplayName: string | null;
  target: Subject | null;
}

/** One page of mine, active and expired. Contract §4.6 on='target', scope S. Copes with $expand ignored or 400. */
export declare function myAssignments(graph: Graph, next?: string): Promise<Page<Assignment>>;

/** One assignment of mine by id, from the list. Null when the list ends without it. */
export declare function myAssignment(graph: Graph, id: string): Promise<Assignment | null>;

/** Filters Graph documents (contract §4.6); a catalog-scoped caller must give the package. */
export interface AssignmentFilter {
  accessPackageId?: string;
  state?: Exclude<AssignmentState, 'other'>;
  /** Directory id of the person. */
  targetObjectId?: string;
}

/** One page for an administrator. Contract §4.6, scope R. */
export declare function assignments(graph: Graph, filter: AssignmentFilter, next?: string): Promise<Page<Assignment>>;

/** One by id for an administrator. Contract §4.6, scope R. */
export declare function assignment(graph: Graph, id: string): Promise<Assignment | null>;
