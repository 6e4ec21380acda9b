import { describe, expect, it } from 'vitest';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import { createFormats } from '@/lib/i18n/formats';
import en from '@/lib/i18n/messages/en/status.json';
import { endingWords } from './ending-words';
import { requestWords } from './request-words';
import { stateLooks } from './state-looks';

const now = Date.parse('2026-11-24T10:42:00Z');
const formats = createFormats('en', 'UTC');
const request = (over: Partial<AssignmentRequest>): AssignmentRequest => ({
  id: 'r1',
  requestType: 'userAdd',
  state: 'submitted',
  rawState: '',
  rawStatus: '',
  justification: null,
  answers: [],
  schedule: null,
  createdDateTime: '2026-11-23T16:20:00Z',
  completedDateTime: null,
  accessPackage: null,
  requestor: null,
  assignmentId: null,
  target: null,
  waitingForCallback: false,
  ...over,
});
const until = (endDateTime: string) => ({ startDateTime: null, expiration: { kind: 'until' as const, endDateTime } });
const said = (over: Partial<AssignmentRequest>) => requestWords(request(over), now, formats);

describe('requestWords', () => {
  it('says what happens next', () => {
    expect(said({ state: 'pendingApproval' })).toMatchObject({
      word: 'pendingApproval',
      tone: 'wait',
      sentence: { key: 'pendingApproval', values: { kind: 'yesterday' } },
      isOpen: true,
    });
    expect(
      said({ state: 'scheduled', schedule: { startDateTime: '2026-12-07T00:00:00Z', expiration: { kind: 'unspecified' } } }).sentence,
    ).toEqual({ key: 'scheduled', values: { kind: 'date', day: '7 December' } });
    expect(said({ state: 'scheduled' }).sentence.key).toBe('scheduledLater');
  });
  it('says what came of it', () => {
    expect(said({ state: 'delivered', schedule: until('2027-02-16T00:00:00Z') }).sentence).toEqual({
      key: 'haveUntil',
      values: { until: '15 February' },
    });
    expect(said({ state: 'delivered', schedule: until('2026-10-02T00:00:00Z') }).sentence.key).toBe('hadUntil');
    expect(said({ state: 'delivered', requestType: 'userUpdate', schedule: until('2027-02-16T00:00:00Z') })).toMatchObject({
      word: 'extended',
      sentence: { key: 'nowUntil' },
    });
    expect(said({ state: 'delivered', requestType: 'userUpdate' })).toMatchObject({ word: 'answersChanged', sentence: { key: 'changed' } });
    expect(said({ state: 'delivered', requestType: 'userRemove' }).sentence.key).toBe('givenBack');
  });
  it('says of nobody that they asked where the service acts by itself', () => {
    expect(said({ state: 'delivering', requestType: 'systemAdd' }).sentence.key).toBe('unknownDate');
    expect(said({ state: 'submitted', requestType: 'systemAdd' }).sentence.key).toBe('unknownDate');
    expect(said({ state: 'delivering' }).sentence.key).toBe('delivering');
  });
  it('guesses no date', () => {
    expect(said({ state: 'pendingApproval', createdDateTime: null }).sentence.key).toBe('unknownDate');
    expect(said({ state: 'denied' }).sentence).toEqual({ key: 'denied', values: { kind: 'unknown', day: '' } });
  });
  it('has a message for every word and sentence', () => {
    expect(Object.keys(en.word).sort()).toEqual(Object.keys(stateLooks).sort());
    const states = [
      'submitted',
      'pendingApproval',
      'scheduled',
      'delivering',
      'delivered',
      'partiallyDelivered',
      'deliveryFailed',
      'denied',
      'canceled',
      'other',
    ] as const;
    const types = ['userAdd', 'userUpdate', 'userRemove', 'adminRemove', 'systemAdd', 'systemRemove', 'approverRemove', 'other'] as const;
    for (const state of states)
      for (const requestType of types) expect(en.sentence).toHaveProperty(said({ state, requestType }).sentence.key);
  });
});

describe('endingWords', () => {
  const of = (over: Partial<Parameters<typeof endingWords>[0]>) =>
    endingWords({ state: 'delivered', endDateTime: '2026-12-04T00:00:00Z', expiredDateTime: null, schedule: null, ...over }, now, formats);
  it('turns warm within 14 days', () => {
    expect(of({})).toMatchObject({ word: 'endsSoon', values: { days: 9 }, tone: 'ask', endDay: '2026-12-03' });
    expect(of({ endDateTime: '2026-12-08T23:59:00Z' })).toMatchObject({ word: 'endsSoon', daysLeft: 14 });
    expect(of({ endDateTime: '2026-12-09T12:00:00Z' })).toMatchObject({ word: 'active', daysLeft: 15 });
  });
  it('tells no end from an unknown one', () => {
    expect(of({ endDateTime: null }).end).toBe('unknown');
    expect(of({ endDateTime: null, schedule: { startDateTime: null, expiration: { kind: 'never' } } }).end).toBe('never');
  });
  it('says ended, also before Graph has noticed', () => {
    expect(of({ state: 'expired', expiredDateTime: '2026-11-20T10:00:00Z' })).toMatchObject({ word: 'ended', tone: 'over', daysLeft: -4 });
    expect(of({ endDateTime: '2026-11-20T10:00:00Z' })).toMatchObject({ word: 'active', daysLeft: -4 });
  });
});
