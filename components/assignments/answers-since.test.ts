import { expect, it } from 'vitest';
import type { Question } from '@/lib/entitlement/questions';
import { answersSince } from './answers-since';
import { rowOf } from './testing/requests';
import { requirementsOf } from './testing/rows';

const words = (text: string) => ({ text, translations: {} });
const text = (id: string, isAnswerEditable: boolean, regexPattern: string | null = null): Question => {
  return { id, kind: 'text', text: words(`Question ${id}`), isRequired: true, isAnswerEditable, isSingleLine: true, regexPattern };
};
const answer = (questionId: string, value: string) => ({
  questionId,
  questionText: `Question ${questionId}`,
  values: [value],
  displayValues: [value],
});
const request = rowOf({ id: '1', answers: [answer('a', 'old'), answer('b', 'Paris'), answer('c', 'gone')], state: 'delivered' });
const matches = (pattern: string, value: string) => (new RegExp(`^(?:${pattern})$`).test(value) ? 'matched' : 'notMatched');

it('tells which present answers no longer fit, of questions that may be changed', () => {
  const policy = { ...requirementsOf(), questions: [text('a', true, '[0-9]+'), text('b', false, '[0-9]+'), text('new', true)] };
  expect(answersSince([request], request.assignmentId ?? '', policy, 'en', matches)).toEqual([
    { kind: 'rule', question: 'Question a', written: ['old'] },
    { kind: 'gone', question: 'Question c', written: ['gone'] },
  ]);
  expect(answersSince([], 'a-1', policy, 'en', matches)).toEqual([]);
});
