import type { AssignmentRequest } from '@/lib/entitlement/requests';

/** A request for tests that shaped the assignment a-1; `over` says what is different. */
export function rowOf(over: Partial<AssignmentRequest> = {}): AssignmentRequest {
  return {
    id: 'r-1',
    requestType: 'userAdd',
    state: 'delivered',
    rawState: over.state ?? 'delivered',
    rawStatus: '',
    justification: null,
    answers: [],
    schedule: null,
    createdDateTime: '2026-06-05T08:00:00Z',
    completedDateTime: '2026-06-06T08:00:00Z',
    accessPackage: null,
    requestor: null,
    assignmentId: 'a-1',
    target: null,
    waitingForCallback: false,
    ...over,
  };
}
