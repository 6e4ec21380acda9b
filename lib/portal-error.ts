/**
 * The closed union of what can go wrong, as the screens know it (design: errors are made only in lib/graph/faults.ts and lib/auth).
 * `requestId` is Graph's request-id where there was an answer; it is there to copy. Graph's own message is for logs only.
 */
export type PortalError = (
  | { kind: 'signedOut' }
  | { kind: 'otherViewer'; name: string }
  /** Claims challenge (contract §1.8): the JSON to hand to the sign-in, as text. */
  | { kind: 'stepUp'; claims: string }
  /** A Graph scope nobody has consented to. */
  | { kind: 'consentRequired'; scope: string }
  | { kind: 'forbidden' }
  | { kind: 'notFound' }
  | { kind: 'conflict' }
  /** Field name → message key of the namespace `errors`. */
  | { kind: 'invalid'; fields: Record<string, string> }
  /** An open request (or active assignment) for the same person and package is in the way. */
  | { kind: 'alreadyRequested'; requestId: string | null; assignmentId: string | null }
  /** Not taken. `retryAt` is UTC ms on Graph's clock, null when the service did not say. */
  | { kind: 'throttled'; retryAt: number | null }
  | { kind: 'unavailable' }
  /** The write may or may not have happened; it is never sent again by the machine. */
  | { kind: 'unknownOutcome' }
  /** Graph refused the write: nothing was changed. `status` is the HTTP status, `code` only chooses a sentence (contract §9). */
  | { kind: 'refused'; status: number; code: string }
  | { kind: 'unexpected' }
) & { graphRequestId?: string };

/** Carries a PortalError through server code. Never crosses the wire itself. */
export class PortalFault extends Error {
  readonly error: PortalError;
  constructor(error: PortalError, options?: ErrorOptions) {
    super(error.kind, options);
    this.error = error;
  }
}

/** What every action answers: never throws across the wire, never wire data. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: PortalError };

/** A query's outcome as data, so that one failed part does not take the page with it. Anything but a PortalFault is thrown on (redirects, bugs). */
export async function outcomeOf<T>(promise: Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await promise };
  } catch (error) {
    if (error instanceof PortalFault) return { ok: false, error: error.error };
    throw error;
  }
}
