import { randomUUID } from 'node:crypto';

export interface OAuthErrorDetails {
  /** Entra's finer word, read by MSAL: `consent_required`, `basic_action`, … */
  suberror?: string;
  /** JSON of a claims request the client must pass on. */
  claims?: string;
  /** HTTP status at the token endpoint. */
  status?: number;
}

/** A refusal in OAuth's words with Entra's number (AADSTS…). The message is for developers. */
export class OAuthError extends Error {
  readonly error: string;
  readonly aadsts: number;
  readonly details: OAuthErrorDetails;
  constructor(error: string, aadsts: number, message: string, details: OAuthErrorDetails = {}) {
    super(message);
    this.error = error;
    this.aadsts = aadsts;
    this.details = details;
  }
}

/** The members that Entra puts into an error answer; `timestamp` is real time, UTC. */
export function errorBody(refusal: OAuthError, correlationId: string = randomUUID()): Record<string, unknown> {
  const traceId = randomUUID();
  const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return {
    error: refusal.error,
    error_description: `AADSTS${refusal.aadsts}: ${refusal.message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [refusal.aadsts],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    ...(refusal.details.suberror === undefined ? {} : { suberror: refusal.details.suberror }),
    ...(refusal.details.claims === undefined ? {} : { claims: refusal.details.claims }),
  };
}

/** The HTTP status of the token endpoint for this refusal (RFC 6749 §5.2). */
export function errorStatus(refusal: OAuthError): number {
  if (refusal.details.status !== undefined) return refusal.details.status;
  if (refusal.error === 'invalid_client') return 401;
  return refusal.error === 'temporarily_unavailable' ? 503 : 400;
}
