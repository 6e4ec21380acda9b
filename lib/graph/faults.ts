import { PortalFault, type PortalError } from '@/lib/portal-error';
import { errorCode, requestIdOf, retryAfterMs, type Answer } from './answer';
import { claimsChallenge } from './challenge';

/**
 * HTTP status → PortalFault (contract §1.4, §1.8, §9; design §5). The status decides; the code only chooses a sentence; Graph's
 * message goes nowhere.
 */

/** What a read that did not answer 2xx and JSON means. `now` is Graph's clock. */
export function readFault(answer: Answer, now: Date): PortalFault {
  const error = refusal(answer, now) ?? (answer.status === 403 ? { kind: 'forbidden' } : undefined) ?? clientError(answer);
  return withId(error ?? { kind: 'unavailable' }, answer);
}

/** What a write that did not answer 2xx means: 4xx was certainly not taken, everything else may have been. */
export function writeFault(answer: Answer, now: Date): PortalFault {
  return withId(refusal(answer, now) ?? clientError(answer) ?? { kind: 'unknownOutcome' }, answer);
}

/** No whole answer arrived: a read is unavailable, a write's outcome unknown. */
export function noAnswerFault(write: boolean, cause: unknown): PortalFault {
  return new PortalFault({ kind: write ? 'unknownOutcome' : 'unavailable' }, { cause });
}

/** A 2xx answer that cannot be read. */
export function unreadableFault(write: boolean, answer: Answer): PortalFault {
  return withId({ kind: write ? 'unknownOutcome' : 'unavailable' }, answer);
}

function refusal(answer: Answer, now: Date): PortalError | undefined {
  switch (answer.status) {
    case 401: {
      const claims = claimsChallenge(answer.headers);
      return claims === null ? { kind: 'signedOut' } : { kind: 'stepUp', claims };
    }
    case 404:
    case 410:
      return { kind: 'notFound' };
    case 409:
      return { kind: 'conflict' };
    case 429: {
      const wait = retryAfterMs(answer.headers, now);
      return { kind: 'throttled', retryAt: wait === null ? null : now.getTime() + wait };
    }
    default:
      return undefined;
  }
}

function clientError(answer: Answer): PortalError | undefined {
  const { status } = answer;
  // 405 is our own mistake; 408 says nothing about what became of the call; 424 was never sent (contract §1.7).
  if (status === 405) return { kind: 'unexpected' };
  if (status === 408) return undefined;
  return status >= 400 && status < 500 ? { kind: 'refused', status, code: errorCode(answer) } : undefined;
}

function withId(error: PortalError, answer: Answer): PortalFault {
  const graphRequestId = requestIdOf(answer);
  return new PortalFault(graphRequestId === undefined ? error : { ...error, graphRequestId });
}
