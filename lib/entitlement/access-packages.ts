import { outcomeOf, PortalFault, type Result } from '@/lib/portal-error';
import type { Graph } from '@/lib/graph/graph';
import { query, segment } from '@/lib/graph/odata';
import { isBadRequest, isMissing, wholeOf } from './expansion';
import { findInPages, pageAt } from './walk';
import { EM } from './wire/paths';
import { wirePackage } from './wire/package';
import { wireResourceRole } from './wire/resource-role';
import { parseRows } from './wire/values';

/** A package in the browse list (contract §3, §4.2.1). */
export interface AccessPackage {
  id: string;
  displayName: string;
  description: string;
  isHidden: boolean;
}

export interface Page<T> {
  rows: T[];
  /** Sealed link to the next page, null at the end. */
  next: string | null;
}

/** What a package gives: one resource role (contract §4.5). `kind` follows from originSystem. */
export interface ResourceRole {
  id: string;
  resourceName: string;
  roleName: string;
  kind: 'group' | 'application' | 'site' | 'other';
  /** originSystem as Graph wrote it. */
  originSystem: string;
  /** originId of the scope, for an address where one follows from the kind. */
  originId: string;
}

/** One page of what I may request, hidden ones included (the screen leaves them out). Contract §4.2.1, scope S. */
export async function requestablePackages(graph: Graph, next?: string): Promise<Page<AccessPackage>> {
  const page = await pageAt(graph, next, () => graph.page(`${EM}/accessPackages/filterByCurrentUser(on='allowedRequestor')`));
  return { rows: parseRows(wirePackage, page.rows), next: page.next };
}

/** Walks the browse list until the id is found: null when the list ends without it. Contract §4.2 (a requestor cannot GET by id). */
export async function findRequestablePackage(graph: Graph, id: string): Promise<AccessPackage | null> {
  return findInPages(
    (next) => requestablePackages(graph, next),
    (found) => found.id.toLowerCase() === id.toLowerCase(),
  );
}

/** A root scope is called "Root": its resource's name comes with the role's resource only. */
const NESTED = 'role($expand=resource),scope';

function contentsPath(id: string, expand: string): string {
  return `${EM}/availableAccessPackages/${segment(id)}/resourceRoleScopes${query({ $expand: expand })}`;
}

/** Contents as the end user may see them; null where the cloud or the tenant does not offer them. Contract §4.5, scope S. */
export async function packageContents(graph: Graph, id: string): Promise<ResourceRole[] | null> {
  try {
    // Where nesting is refused, without it.
    const { rows } = await graph.all(contentsPath(id, NESTED)).catch((error: unknown) => {
      if (!isBadRequest(error)) throw error;
      return graph.all(contentsPath(id, 'role,scope'));
    });
    return parseRows(wireResourceRole, rows);
  } catch (error) {
    if (isNotOffered(error)) return null;
    throw error;
  }
}

/** Contents of up to 20 packages in one $batch, each with its own outcome; null where they are not offered. Contract §1.7, §4.5, scope S. */
export async function packageContentsEach(
  graph: Graph,
  packageIds: readonly string[],
): Promise<Map<string, Result<ResourceRole[] | null>>> {
  const ids = [...new Set(packageIds)].slice(0, 20);
  const answers = await graph.batch(ids.map((id) => ({ method: 'GET', path: contentsPath(id, NESTED) })));
  const read = async (id: string, answer: unknown): Promise<ResourceRole[] | null> => {
    // Where nesting is refused a single read goes without it.
    if (isBadRequest(answer)) return packageContents(graph, id);
    if (isNotOffered(answer)) return null;
    if (answer instanceof Error) throw answer;
    return parseRows(wireResourceRole, await wholeOf(graph, answer));
  };
  const lost = new PortalFault({ kind: 'unavailable' });
  const found = await Promise.all(ids.map((id, index) => outcomeOf(read(id, answers[index] ?? lost))));
  return new Map(ids.map((id, index) => [id, found[index] ?? { ok: false, error: lost.error }]));
}

/** The same, those that could be read whole. */
export async function packageContentsOf(graph: Graph, packageIds: readonly string[]): Promise<Map<string, ResourceRole[]>> {
  const each = await packageContentsEach(graph, packageIds);
  return new Map([...each].flatMap(([id, result]) => (result.ok && result.value ? [[id, result.value]] : [])));
}

/** The cloud or the tenant does not offer it (contract §1.1, §4.5). */
function isNotOffered(error: unknown): boolean {
  return isMissing(error) || (error instanceof PortalFault && error.error.kind === 'forbidden');
}
