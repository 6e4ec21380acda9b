import type { Graph } from '@/lib/graph/graph';
import { segment } from '@/lib/graph/odata';
import { outcomeOf, PortalFault, type Result } from '@/lib/portal-error';
import { wholeOf } from './expansion';
import type { Question } from './questions';
import { EM } from './wire/paths';
import { wireRequirements } from './wire/requirements';
import { parseRows } from './wire/values';

/** How long access lasts: wire expirationPattern in closed form (contract §3). */
export type Expiration =
  | { kind: 'never' }
  | { kind: 'until'; endDateTime: string }
  /** ISO 8601 duration from the grant. */
  | { kind: 'for'; duration: string }
  | { kind: 'unspecified' };

/** One way to ask: what a policy that admits me wants (contract §4.3). */
export interface PolicyRequirements {
  policyId: string;
  policyDisplayName: string;
  policyDescription: string;
  isApprovalRequiredForAdd: boolean;
  isApprovalRequiredForUpdate: boolean;
  isRequestorJustificationRequired: boolean;
  allowCustomAssignmentSchedule: boolean;
  expiration: Expiration;
  /** In order of sequence; unknown kinds that are not required are left out. */
  questions: Question[];
  /** A required question of a kind the portal does not know: hand over to My Access. */
  hasUnknownRequiredQuestion: boolean;
}

const MOST_IN_BATCH = 20;

function requirementsPath(packageId: string): string {
  return `${EM}/accessPackages/${segment(packageId)}/getApplicablePolicyRequirements`;
}

/** The policies that admit the caller; empty when none does. Throws notFound for a package that is gone. Contract §4.3, scope S. */
export async function policyRequirements(graph: Graph, packageId: string): Promise<PolicyRequirements[]> {
  return parseRows(wireRequirements, await wholeOf(graph, await graph.ask(requirementsPath(packageId))));
}

/** The same for up to 20 packages in one $batch, each with its own outcome. */
export async function policyRequirementsEach(
  graph: Graph,
  packageIds: readonly string[],
): Promise<Map<string, Result<PolicyRequirements[]>>> {
  const ids = [...new Set(packageIds)].slice(0, MOST_IN_BATCH);
  const answers = await graph.batch(ids.map((id) => ({ method: 'POST', path: requirementsPath(id) })));
  const read = async (answer: unknown) => {
    if (answer instanceof Error) throw answer;
    return parseRows(wireRequirements, await wholeOf(graph, answer));
  };
  const found = await Promise.all(ids.map((_, index) => outcomeOf(read(answers[index] ?? new PortalFault({ kind: 'unavailable' })))));
  return new Map(ids.map((id, index) => [id, found[index] ?? { ok: false, error: { kind: 'unavailable' } }]));
}

/** The same, only what could be read; null for a package whose answer failed. */
export async function policyRequirementsOf(graph: Graph, packageIds: readonly string[]): Promise<Map<string, PolicyRequirements[] | null>> {
  const each = await policyRequirementsEach(graph, packageIds);
  return new Map([...each].map(([id, result]) => [id, result.ok ? result.value : null]));
}
