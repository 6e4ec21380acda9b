import type { Graph } from '@/lib/graph/graph';
import { literal, query, segment } from '@/lib/graph/odata';
import type { AccessPackage, Page } from './access-packages';
import { expandedPage, isMissing } from './expansion';
import type { Subject } from './requests';
import type { Schedule } from './schedules';
import { everyRow, findInPages, pageAt } from './walk';
import { wireAssignment } from './wire/assignment';
import { EM } from './wire/paths';
import { parseRows } from './wire/values';

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
export async function myAssignments(graph: Graph, next?: string): Promise<Page<Assignment>> {
  const path = `${EM}/assignments/filterByCurrentUser(on='target')`;
  const page = await pageAt(graph, next, () => expandedPage(graph, path, 'accessPackage,assignmentPolicy'));
  return { rows: parseRows(wireAssignment, page.rows), next: page.next };
}

/**
 * One page of what the people who report to me hold. on='targetManager' stands in the metadata, not on the page (contract §4.6): whoever asks
 * must do without where it is refused, or where the expansion that says whose they are is ignored.
 */
export async function teamAssignments(graph: Graph, next?: string): Promise<Page<Assignment>> {
  const path = `${EM}/assignments/filterByCurrentUser(on='targetManager')`;
  const page = await pageAt(graph, next, () => expandedPage(graph, path, 'accessPackage,target'));
  return { rows: parseRows(wireAssignment, page.rows), next: page.next };
}

/** All of mine, read to the end: throws where a page fails, for a part of them would pass for all. Contract §4.6. */
export function allMyAssignments(graph: Graph): Promise<Assignment[]> {
  return everyRow((next) => myAssignments(graph, next));
}

/** One page of those my own requests led to, also for others. Contract §4.6 on='createdBy', scope S. */
export async function createdAssignments(graph: Graph, next?: string): Promise<Page<Assignment>> {
  const path = `${EM}/assignments/filterByCurrentUser(on='createdBy')`;
  const page = await pageAt(graph, next, () => expandedPage(graph, path, 'accessPackage,assignmentPolicy'));
  return { rows: parseRows(wireAssignment, page.rows), next: page.next };
}

/** One assignment of mine by id, from the list. Null when the list ends without it. */
export async function myAssignment(graph: Graph, id: string): Promise<Assignment | null> {
  return findInPages(
    (next) => myAssignments(graph, next),
    (found) => found.id.toLowerCase() === id.toLowerCase(),
  );
}

/** Access that somebody has now, or is being given. */
export function isActive(assignment: Pick<Assignment, 'state'>): boolean {
  return assignment.state === 'delivered' || assignment.state === 'partiallyDelivered' || assignment.state === 'delivering';
}

/** Filters Graph documents (contract §4.6); a catalog-scoped caller must give the package. */
export interface AssignmentFilter {
  accessPackageId?: string;
  state?: Exclude<AssignmentState, 'other'>;
  /** Directory id of the person. */
  targetObjectId?: string;
}

const EXPAND = 'accessPackage,target,assignmentPolicy';

/** Address of the administrator's list with a filter. */
export function assignmentsPath(filter: AssignmentFilter): string {
  const terms = [
    filter.accessPackageId === undefined ? [] : [`accessPackage/id eq ${literal(filter.accessPackageId)}`],
    filter.state === undefined ? [] : [`state eq ${literal(filter.state)}`],
    filter.targetObjectId === undefined ? [] : [`target/objectId eq ${literal(filter.targetObjectId)}`],
  ].flat();
  return `${EM}/assignments${query({ $filter: terms.length === 0 ? undefined : terms.join(' and '), $expand: EXPAND })}`;
}

/** One page for an administrator. Contract §4.6, scope R. A filter Graph ignored is applied again here (contract §1.6). */
export async function assignments(graph: Graph, filter: AssignmentFilter, next?: string): Promise<Page<Assignment>> {
  const page = await pageAt(graph, next, () => graph.page(assignmentsPath(filter)));
  return { rows: parseRows(wireAssignment, page.rows).filter((row) => fits(row, filter)), next: page.next };
}

/** One by id for an administrator. Contract §4.6, scope R. */
export async function assignment(graph: Graph, id: string): Promise<Assignment | null> {
  try {
    return wireAssignment.parse(await graph.get(`${EM}/assignments/${segment(id)}${query({ $expand: EXPAND })}`));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Whether an assignment is one that was asked for, as far as it tells. */
export function fits(row: Assignment, filter: AssignmentFilter): boolean {
  return (
    same(row.accessPackage?.id, filter.accessPackageId) &&
    same(row.target?.objectId, filter.targetObjectId) &&
    (filter.state === undefined || row.state === filter.state)
  );
}

function same(found: string | null | undefined, wanted: string | undefined): boolean {
  return wanted === undefined || found == null || found.toLowerCase() === wanted.toLowerCase();
}
