import { describe, expect, it } from 'vitest';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import { requirementFacts } from './requirement-facts';

const policy = (over: Partial<PolicyRequirements>): PolicyRequirements => ({
  policyId: 'p',
  policyDisplayName: '',
  policyDescription: '',
  isApprovalRequiredForAdd: true,
  isApprovalRequiredForUpdate: false,
  isRequestorJustificationRequired: false,
  allowCustomAssignmentSchedule: false,
  expiration: { kind: 'for', duration: 'P90D' },
  questions: [],
  hasUnknownRequiredQuestion: false,
  ...over,
});

describe('requirementFacts', () => {
  it('says the same term once, and that approval depends on the way', () => {
    expect(requirementFacts([policy({}), policy({ isApprovalRequiredForAdd: false })])).toEqual({
      ways: 2,
      approval: 'depends',
      asksNothing: true,
      terms: [{ expiration: { kind: 'for', duration: 'P90D' }, chosen: false }],
    });
  });
  it('asks something where a reason is wanted or a question is not known', () => {
    expect(requirementFacts([policy({ isRequestorJustificationRequired: true })]).asksNothing).toBe(false);
    expect(requirementFacts([policy({ hasUnknownRequiredQuestion: true })]).asksNothing).toBe(false);
  });
  it('knows when no policy admits me any more', () => {
    expect(requirementFacts([])).toEqual({ ways: 0, approval: 'notNeeded', asksNothing: false, terms: [] });
  });
});
