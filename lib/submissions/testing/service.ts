import { fakeGraph, fault } from '@/lib/entitlement/testing/fake-graph';
import { PortalFault } from '@/lib/portal-error';
import type { Pace } from '../pace';

export const NOW = new Date('2026-09-01T10:00:00Z');
export const PACE: Pace = { lookUps: [20, 400, 800], deadline: 900, patience: 400 };
export const lost = () => fault({ kind: 'unknownOutcome' });
export const kindOf = (promise: Promise<unknown>) =>
  promise.then(
    (value) => value,
    (error: unknown) => (error instanceof PortalFault ? error.error : error),
  );

/** A service that keeps what it was sent; `onWrite` decides what the sender hears. */
export function service(
  onWrite: (made: Record<string, unknown>, times: number) => unknown,
  lists: { isListed?: () => boolean; refuse?: Error; bare?: boolean } = {},
) {
  const made: Record<string, unknown>[] = [];
  const fake = fakeGraph((path, method, body) => {
    if (method === 'POST' && path.endsWith('/assignmentRequests')) {
      const id = `q-${made.length + 1}`;
      const sent = body as { requestType: string; assignment: Record<string, unknown> };
      const about = lists.bare ? {} : { accessPackage: { id: 'c2', displayName: 'Audit tools' }, requestor: { objectId: 'u-1' } };
      const request = { id, requestType: sent.requestType, state: 'submitted', createdDateTime: NOW.toISOString(), ...about };
      const answer = onWrite(request, made.length + 1);
      if (answer !== 'not taken') made.push(request);
      return answer === 'not taken' ? lost() : answer;
    }
    if (lists.refuse) return lists.refuse;
    return { value: lists.isListed?.() === false ? [] : made };
  }, NOW);
  return { ...fake, made };
}

export const taken = (request: Record<string, unknown>) => request;
