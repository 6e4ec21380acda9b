/** States and kinds of a request (contract §3). Apart from what reads requests, so that the browser gets only this. */
export type RequestState =
  | 'submitted'
  | 'pendingApproval'
  | 'scheduled'
  | 'delivering'
  | 'delivered'
  | 'partiallyDelivered'
  | 'deliveryFailed'
  | 'denied'
  | 'canceled'
  | 'other';

export type RequestType =
  | 'userAdd'
  | 'userUpdate'
  | 'userRemove'
  | 'adminAdd'
  | 'adminUpdate'
  | 'adminRemove'
  | 'systemAdd'
  | 'systemUpdate'
  | 'systemRemove'
  | 'approverRemove'
  | 'other';

const CANCELLABLE: readonly RequestState[] = ['submitted', 'pendingApproval', 'scheduled'];
const OPEN: readonly RequestState[] = [...CANCELLABLE, 'delivering'];

/** Whether it is one of mine that is still open (contract §6.3): submitted, pendingApproval, scheduled. */
export function isCancellable(request: { state: RequestState }): boolean {
  return CANCELLABLE.includes(request.state);
}

/** Still moving: anything that is not final. */
export function isOpen(request: { state: RequestState }): boolean {
  return OPEN.includes(request.state);
}
