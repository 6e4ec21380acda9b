import type { Graph } from '@/lib/graph/graph';
import type { Question } from './questions';

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

/** The policies that admit the caller; empty when none does. Contract §4.3, scope S. */
export declare function policyRequirements(graph: Graph, packageId: string): Promise<PolicyRequirements[]>;

/** The same for up to 20 packages in one $batch; null for a package whose answer failed. */
export declare function policyRequirementsOf(graph: Graph, packageIds: readonly string[]): Promise<Map<string, PolicyRequirements[] | null>>;
