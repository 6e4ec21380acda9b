import { describe, expect, it } from 'vitest';
import type { Assignment } from '@/lib/entitlement/assignments';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import { standingsOf } from './standing';

const crm = { id: 'p-1', displayName: 'CRM', description: '', isHidden: false };

function assignment(over: Partial<Assignment>): Assignment {
  return {
    id: 'a-1',
    state: 'delivered',
    rawState: 'delivered',
    rawStatus: 'Delivered',
    schedule: null,
    startDateTime: '2026-09-01T00:00:00Z',
    endDateTime: null,
    expiredDateTime: null,
    accessPackage: crm,
    policyId: null,
    policyDisplayName: null,
    target: null,
    ...over,
  };
}
function request(over: Partial<AssignmentRequest>): AssignmentRequest {
  return {
    id: 'r-1',
    requestType: 'userAdd',
    state: 'pendingApproval',
    rawState: '',
    rawStatus: '',
    justification: null,
    answers: [],
    schedule: null,
    createdDateTime: '2026-11-20T10:00:00Z',
    completedDateTime: null,
    accessPackage: crm,
    requestor: null,
    assignmentId: null,
    target: null,
    waitingForCallback: false,
    ...over,
  };
}

describe('standingsOf', () => {
  it('says held, and until when', () => {
    const { 'p-1': standing } = standingsOf([assignment({ endDateTime: '2026-12-03T09:00:00Z' })], [], 'me');
    expect(standing).toEqual({
      kind: 'held',
      assignmentId: 'a-1',
      endDateTime: '2026-12-03T09:00:00Z',
      partly: false,
      openRequestId: null,
    });
  });

  it('knows of the change that is on its way to held access', () => {
    const { 'p-1': standing } = standingsOf([assignment({})], [request({ requestType: 'userUpdate' })], 'me');
    expect(standing).toMatchObject({ kind: 'held', openRequestId: 'r-1', endDateTime: null });
  });

  it('says requested while a request is open', () => {
    expect(standingsOf([assignment({ state: 'expired' })], [request({})], 'me')['p-1']).toMatchObject({
      kind: 'onItsWay',
      requestId: 'r-1',
    });
  });

  it('leaves out what I asked for somebody else', () => {
    const other = { objectId: 'you', displayName: 'You', email: '' };
    expect(standingsOf([], [request({ target: other })], 'me')).toEqual({});
  });

  it('leaves out rows whose package Graph did not tell', () => {
    expect(standingsOf([assignment({ accessPackage: null })], [request({ accessPackage: null })], 'me')).toEqual({});
  });

  it('prefers a denial to an older end, and a later end to the denial', () => {
    const denied = request({ state: 'denied', completedDateTime: '2026-11-21T10:00:00Z' });
    const ended = (at: string) => assignment({ state: 'expired', expiredDateTime: at });
    expect(standingsOf([ended('2026-08-14T00:00:00Z')], [denied], 'me')['p-1']?.kind).toBe('denied');
    expect(standingsOf([ended('2026-11-23T00:00:00Z')], [denied], 'me')['p-1']?.kind).toBe('ended');
  });

  it('says on its way for access that somebody else is setting up', () => {
    expect(standingsOf([assignment({ state: 'delivering' })], [], 'me')['p-1']).toMatchObject({ kind: 'onItsWay', requestId: null });
  });
});
