import type { Graph } from '@/lib/graph/graph';
import { literal, query, segment } from '@/lib/graph/odata';
import type { AccessPackage, Page } from './access-packages';
import type { Expiration, PolicyRequirements } from './policies';
import { wholeOf } from './expansion';
import { pageAt } from './walk';
import { wirePackage } from './wire/package';
import { EM } from './wire/paths';
import { wirePolicy } from './wire/policy';
import { parseRows } from './wire/values';

export { keptAdminReach, type AdminReach } from './admin-reach';
export { adminRequest, adminRequestsById } from './admin-requests';
export { holdingsOf, type Holdings } from './holdings';

/** Packages the administrator may read. Contract §4.2; `name` filters by contains, whatever the case, and again here (contract §1.6). */
export async function administeredPackages(graph: Graph, options: { name?: string; next?: string } = {}): Promise<Page<AccessPackage>> {
  const name = options.name?.trim().toLowerCase() ?? '';
  const $filter = name === '' ? undefined : `contains(tolower(displayName),${literal(name)})`;
  const page = await pageAt(graph, options.next, () => graph.page(`${EM}/accessPackages${query({ $filter })}`));
  const rows = parseRows(wirePackage, page.rows);
  return { rows: name === '' ? rows : rows.filter((row) => row.displayName.toLowerCase().includes(name)), next: page.next };
}

/** A policy as an administrator reads it (contract §4.12), with its questions. */
export interface AssignmentPolicy extends Pick<
  PolicyRequirements,
  'questions' | 'hasUnknownRequiredQuestion' | 'allowCustomAssignmentSchedule'
> {
  id: string;
  displayName: string;
  description: string;
  /** Nobody can ask with it: administrators only (allowedTargetScope notSpecified and no targets). */
  isDirectOnly: boolean;
  isApprovalRequiredForAdd: boolean;
  isApprovalRequiredForUpdate: boolean;
  isRequestorJustificationRequired: boolean;
  expiration: Expiration;
}

const MOST_IN_BATCH = 20;

/** Policies of a package, direct ones first, automatic ones left out. Contract §4.2, §4.12, scope R. */
export async function policiesOfPackage(graph: Graph, packageId: string): Promise<AssignmentPolicy[]> {
  const body = await graph.get(`${EM}/accessPackages/${segment(packageId)}${query({ $expand: 'assignmentPolicies' })}`);
  const found = parseRows(wirePolicy, await wholeOf(graph, body, 'assignmentPolicies'));
  const policies: AssignmentPolicy[] = [];
  for (let from = 0; from < found.length; from += MOST_IN_BATCH) {
    const slice = found.slice(from, from + MOST_IN_BATCH);
    // Questions hang on the policy itself and are not expanded through the package (contract §4.12).
    const answers = await graph.batch(
      slice.map(({ id }) => ({ method: 'GET', path: `${EM}/assignmentPolicies/${segment(id)}${query({ $expand: 'questions' })}` })),
    );
    for (const answer of answers) {
      if (answer instanceof Error) throw answer;
      policies.push(...parseRows(wirePolicy, [await withQuestions(graph, answer)]));
    }
  }
  return policies.toSorted((one, other) => Number(other.isDirectOnly) - Number(one.isDirectOnly));
}

/** A policy as it was read, with all its questions: a question that is missing would never be answered. */
export async function withQuestions(graph: Graph, policy: unknown): Promise<object> {
  return { ...(policy as object), questions: await wholeOf(graph, policy, 'questions') };
}
