import type { Expiration, PolicyRequirements } from '@/lib/entitlement/policies';

/** What a row says about asking for a package, in short: from the policies that admit me (contract §4.3). */
export interface RequirementFacts {
  /** How many ways to ask. 0: no policy admits me any more. */
  ways: number;
  approval: 'needed' | 'notNeeded' | 'depends';
  /** One way at least asks no question and no reason. */
  asksNothing: boolean;
  /** How long access lasts, one entry per way, the same said once. */
  terms: { expiration: Expiration; chosen: boolean }[];
}

/** Package id → facts; null where they could not be read. */
export type RequirementFactsById = Record<string, RequirementFacts | null>;

export function requirementFacts(policies: readonly PolicyRequirements[]): RequirementFacts {
  const needed = policies.filter((policy) => policy.isApprovalRequiredForAdd).length;
  const terms = policies.map((policy) => ({ expiration: policy.expiration, chosen: policy.allowCustomAssignmentSchedule }));
  const seen = new Set<string>();
  return {
    ways: policies.length,
    approval: needed === 0 ? 'notNeeded' : needed === policies.length ? 'needed' : 'depends',
    asksNothing: policies.some(asksNothing),
    terms: terms.filter((term) => !seen.has(JSON.stringify(term)) && seen.add(JSON.stringify(term))),
  };
}

function asksNothing(policy: PolicyRequirements): boolean {
  return policy.questions.length === 0 && !policy.isRequestorJustificationRequired && !policy.hasUnknownRequiredQuestion;
}
