import { describe, expect, it } from 'vitest';
import type { Draft } from '@/lib/drafts/drafts';
import type { Answer, Question } from '@/lib/entitlement/questions';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import { answerOffers, reasonOffers } from './offers';
import { answersOfDrafts, answersOfRequests, ownRequests } from './own-answers';

const words = (text: string) => ({ text, translations: {} });
const base = { isRequired: true, isAnswerEditable: true };
const costs: Question = { ...base, id: 'c', kind: 'text', text: words('Cost centre?'), isSingleLine: true, regexPattern: '[0-9]{4}' };
const site: Question = {
  ...base,
  id: 's',
  kind: 'choice',
  text: words('Site?'),
  isMultiple: false,
  choices: [
    { value: 'ber', text: words('Berlin') },
    { value: 'ham', text: words('Hamburg') },
  ],
};
const regions: Question = { ...site, id: 'r', text: words('Regions?'), isMultiple: true };
const matches = (pattern: string, text: string) => (new RegExp(`^(?:${pattern})$`).test(text) ? 'matched' : 'notMatched');

const me = { objectId: 'u-1', displayName: 'Ana Ruiz', email: '' };
const other = { objectId: 'u-2', displayName: 'Léa Moreau', email: '' };
const answer = (questionId: string, values: string[], displayValues = values): Answer => ({
  questionId,
  questionText: null,
  values,
  displayValues,
});
let made = 0;
const request = (day: string, packageId: string, answers: Answer[], over: Partial<AssignmentRequest> = {}): AssignmentRequest => ({
  id: `r-${(made += 1)}`,
  requestType: 'userAdd',
  state: 'denied',
  rawState: 'denied',
  rawStatus: 'Denied',
  justification: null,
  answers,
  schedule: null,
  createdDateTime: `${day}T08:00:00Z`,
  completedDateTime: null,
  accessPackage: { id: packageId, displayName: `Package ${packageId}`, description: '', isHidden: false },
  requestor: me,
  assignmentId: null,
  target: me,
  waitingForCallback: false,
  ...over,
});
const texts = new Map([
  ['c-elsewhere', 'cost  centre?'],
  ['s-elsewhere', 'Site?'],
]);
const offers = (requests: AssignmentRequest[], questions = [costs, site, regions], sent: string[] = []) =>
  answerOffers(questions, answersOfRequests(ownRequests(requests, 'u-1', new Set(sent)), 'p', texts), matches);

describe('what I answered before', () => {
  it('is offered for the same question first, then for the same words, newest first, two at most', () => {
    const found = offers([
      request('2026-01-01', 'p', [answer('c', ['1111'])]),
      request('2026-03-03', 'other', [answer('c-elsewhere', ['3333'])]),
      request('2026-02-02', 'p', [answer('c', ['2222'])]),
      request('2026-02-03', 'p', [answer('c', ['2222'])]),
    ]);
    expect(found).toEqual({
      c: [
        { values: ['2222'], from: { kind: 'request', at: '2026-02-03T08:00:00Z', from: '' } },
        { values: ['1111'], from: { kind: 'request', at: '2026-01-01T08:00:00Z', from: '' } },
      ],
    });
    expect(offers([request('2026-03-03', 'other', [answer('c-elsewhere', ['3333'])])])).toEqual({
      c: [{ values: ['3333'], from: { kind: 'request', at: '2026-03-03T08:00:00Z', from: 'Package other' } }],
    });
  });

  it('is never what somebody else wrote, nor what I wrote for somebody else', () => {
    const given = [answer('c', ['1111'])];
    expect(offers([request('2026-01-01', 'p', given, { requestor: other })])).toEqual({});
    expect(offers([request('2026-01-01', 'p', given, { target: other })])).toEqual({});
    expect(offers([request('2026-01-01', 'p', given, { requestor: null })])).toEqual({});
    expect(offers([request('2026-01-01', 'p', given, { target: null })])).toEqual({});
    expect(offers([request('2026-01-01', 'p', given, { requestType: 'adminAdd' })])).toEqual({});
    const silent = request('2026-01-01', 'p', given, { requestor: null, target: null });
    expect(Object.keys(offers([silent], [costs], [silent.id]))).toEqual(['c']);
  });

  it('is left out where the question takes it no more', () => {
    expect(offers([request('2026-01-01', 'p', [answer('c', ['EU-1']), answer('s', ['muc'], ['Munich'])])])).toEqual({});
    expect(offers([request('2026-01-01', 'p', [answer('s', ['ber', 'ham'], ['Berlin', 'Hamburg'])])])).toEqual({});
    expect(offers([request('2026-01-01', 'p', [answer('r', ['ber', 'muc'], ['Berlin', 'Munich'])])])).toEqual({});
    expect(offers([request('2026-01-01', 'p', [answer('c', ['1111', '2222'])])])).toEqual({});
    expect(offers([request('2026-01-01', 'p', [answer('c', ['1234'], ['Berlin'])])])).toEqual({});
    expect(offers([request('2026-01-01', 'p', [answer('r', ['ham', 'ber'], ['Hamburg', 'Berlin'])])])).toMatchObject({
      r: [{ values: ['ham', 'ber'] }],
    });
  });

  it('finds a choice by its words where another policy calls it otherwise', () => {
    expect(offers([request('2026-01-01', 'other', [answer('s-elsewhere', ['x1'], ['Hamburg'])])])).toMatchObject({
      s: [{ values: ['ham'] }],
    });
  });

  it('is offered as a reason only for the same package', () => {
    const own = [
      request('2026-02-02', 'other', [], { justification: 'Other' }),
      request('2026-01-01', 'P', [], { justification: 'Audit week' }),
    ];
    expect(reasonOffers(own, 'p')).toEqual([{ values: ['Audit week'], from: { kind: 'request', at: '2026-01-01T08:00:00Z', from: '' } }]);
  });

  it('may stand in a draft of another package', () => {
    const draft = (accessPackageId: string): Draft => ({
      key: 'k',
      accessPackageId,
      accessPackageName: 'Price books',
      intent: 'userAdd',
      assignmentId: null,
      updatedAt: 0,
      content: {
        policyId: 'x',
        answers: { a: ['4310'], b: ['x1'], empty: [''] },
        justification: '',
        period: null,
        timeZone: null,
        asked: {
          a: { text: 'Cost centre?', needed: true, rule: null },
          b: { text: 'Site?', needed: true, rule: null, chosen: ['Berlin'] },
          empty: { text: 'Regions?', needed: false, rule: null },
        },
      },
    });
    const from = { kind: 'draft', at: null, from: 'Price books' };
    expect(answerOffers([costs, site, regions], answersOfDrafts([draft('other')], 'p'), matches)).toEqual({
      c: [{ values: ['4310'], from }],
      s: [{ values: ['ber'], from }],
    });
    expect(answersOfDrafts([draft('P')], 'p')).toEqual([]);
  });
});
