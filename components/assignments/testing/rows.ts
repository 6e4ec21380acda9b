import type { PolicyRequirements } from '@/lib/entitlement/policies';
import type { AssignmentRow } from '../assignment-row';

/** An assignment row for tests: mine, active, with an end; `over` says what is different. */
export function assignmentOf(over: Partial<AssignmentRow> = {}): AssignmentRow {
  return {
    id: 'a-1',
    state: 'delivered',
    rawState: 'delivered',
    rawStatus: 'Delivered',
    schedule: null,
    startDateTime: '2026-06-06T08:00:00Z',
    endDateTime: '2026-12-03T23:00:00Z',
    expiredDateTime: null,
    accessPackage: { id: 'p-1', displayName: 'Quarter close workspace', description: '', isHidden: false },
    policyId: 'pol-1',
    policyDisplayName: 'Employees',
    target: null,
    openRequest: null,
    troubledRequestId: null,
    ...over,
  };
}

/** A policy that admits me, 90 days, one editable and one fixed question. */
export function requirementsOf(over: Partial<PolicyRequirements> = {}): PolicyRequirements {
  const text = (words: string) => ({ text: words, translations: {} });
  return {
    policyId: 'pol-1',
    policyDisplayName: 'Employees',
    policyDescription: '',
    isApprovalRequiredForAdd: true,
    isApprovalRequiredForUpdate: false,
    isRequestorJustificationRequired: false,
    allowCustomAssignmentSchedule: false,
    expiration: { kind: 'for', duration: 'P90D' },
    questions: [
      { id: 'q-1', text: text('Site?'), isRequired: true, isAnswerEditable: true, kind: 'text', isSingleLine: true, regexPattern: null },
      {
        id: 'q-2',
        text: text('Cost centre?'),
        isRequired: true,
        isAnswerEditable: false,
        kind: 'text',
        isSingleLine: true,
        regexPattern: null,
      },
    ],
    hasUnknownRequiredQuestion: false,
    ...over,
  };
}
