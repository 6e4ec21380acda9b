import { count } from '@/lib/metrics/registry';
import { PortalFault, type PortalError, type Result } from '@/lib/portal-error';

/** The part of a pino logger that is used here. */
interface Log {
  error(fields: object, message: string): void;
}

/** A failure as data. What is not a PortalFault is logged and becomes `unexpected`. */
export function failed(error: unknown, log: Log): Result<never> {
  count('latchkey_failures_total', { kind: error instanceof PortalFault ? error.error.kind : 'unexpected' });
  if (error instanceof PortalFault) {
    if (error.error.kind === 'unexpected') log.error({ err: error.cause ?? error }, 'unexpected');
    return { ok: false, error: error.error };
  }
  log.error({ err: error }, 'unexpected');
  return { ok: false, error: { kind: 'unexpected' } };
}

const STATUS: Record<PortalError['kind'], number> = {
  signedOut: 401,
  otherViewer: 409,
  stepUp: 401,
  consentRequired: 403,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  invalid: 400,
  alreadyRequested: 409,
  throttled: 429,
  unavailable: 503,
  unknownOutcome: 502,
  refused: 422,
  unexpected: 500,
};

/** HTTP status of a route handler's failure. */
export function statusOf(error: PortalError): number {
  return STATUS[error.kind];
}
