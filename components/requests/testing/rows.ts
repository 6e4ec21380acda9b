import type { RequestRow } from '../request-row';

/** A request row for tests: mine, pending, of one package; `over` says what is different. */
export function rowOf(over: Partial<RequestRow> = {}): RequestRow {
  const me = { objectId: 'me', displayName: 'Ana Ruiz', email: 'ana@tidewater.example' };
  return {
    id: 'r-1',
    requestType: 'userAdd',
    state: 'pendingApproval',
    rawState: over.state ?? 'pendingApproval',
    rawStatus: '',
    justification: 'Audit week',
    answers: [],
    schedule: { startDateTime: '2026-12-07T08:00:00Z', expiration: { kind: 'for', duration: 'P30D' } },
    createdDateTime: '2026-11-20T08:00:00Z',
    completedDateTime: '2026-11-21T08:00:00Z',
    accessPackage: { id: 'p-1', displayName: 'Quality lab bookings', description: 'Benches and ovens', isHidden: false },
    requestor: me,
    assignmentId: 'a-1',
    target: me,
    waitingForCallback: false,
    endDateTime: null,
    held: null,
    slow: null,
    ...over,
  };
}
