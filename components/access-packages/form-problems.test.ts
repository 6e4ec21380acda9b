import { describe, expect, it } from 'vitest';
import { draftContentSchema } from '@/lib/drafts/content';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import type { Question } from '@/lib/entitlement/questions';
import { flatErrors, toProblems } from './form-problems';
import { nestedErrors } from './rules-resolver';
import { startValues, toDraftContent } from './request-values';

const text = (words: string) => ({ text: words, translations: {} });
const questions: Question[] = [
  { id: 'q-2', kind: 'text', text: text('Why?'), isRequired: true, isAnswerEditable: true, isSingleLine: true, regexPattern: null },
  {
    id: 'q-1',
    kind: 'choice',
    text: text('Which?'),
    isRequired: true,
    isAnswerEditable: true,
    isMultiple: true,
    choices: [
      { value: 'a', text: text('A') },
      { value: 'b', text: text('B') },
    ],
  },
];
const policy: PolicyRequirements = {
  policyId: 'p-1',
  policyDisplayName: 'Employees',
  policyDescription: '',
  isApprovalRequiredForAdd: true,
  isApprovalRequiredForUpdate: false,
  isRequestorJustificationRequired: true,
  allowCustomAssignmentSchedule: true,
  expiration: { kind: 'for', duration: 'P90D' },
  questions,
  hasUnknownRequiredQuestion: false,
};

describe('toProblems', () => {
  it('lists faults in the order of the form, unknown ones last', () => {
    const fields = {
      other: 'other',
      'period.endDay': 'endBeyond',
      justification: 'justification',
      'answers.q-1': 'choose',
      'answers.q-2': 'required',
    };
    expect(toProblems(fields, policy).map((problem) => problem.path)).toEqual([
      'answers.q-2',
      'answers.q-1',
      'justification',
      'period.endDay',
      'other',
    ]);
    expect(toProblems({ 'answers.q-1': 'choose' }, policy)[0]).toMatchObject({ fieldId: 'question-q-1', questionId: 'q-1' });
  });

  it('names react-hook-form’s nested errors as the server does', () => {
    const errors = {
      answers: { 'q-1': { message: 'choose' } },
      justification: { message: 'justification' },
      period: { endDay: { message: 'date' } },
    };
    expect(flatErrors(errors)).toEqual({ 'answers.q-1': 'choose', justification: 'justification', 'period.endDay': 'date' });
  });
});

describe('nestedErrors', () => {
  it('nests issues as the form’s values are, the first of each path', () => {
    const issues = [
      { path: ['answers', 'q-1'], message: 'choose' },
      { path: ['answers', 'q-1'], message: 'later' },
      { path: ['answers', 'q-2'], message: 'required' },
      { path: ['justification'], message: 'justification' },
      { path: ['period', 'endDay'], message: 'date' },
    ];
    expect(flatErrors(nestedErrors(issues))).toEqual({
      'answers.q-1': 'choose',
      'answers.q-2': 'required',
      justification: 'justification',
      'period.endDay': 'date',
    });
  });
});

describe('startValues', () => {
  const saved = {
    policyId: 'p-1',
    answers: { 'q-1': ['b', 'gone'], 'q-9': ['x'] },
    justification: 'Because',
    period: { startDay: null, endDay: null },
    timeZone: 'UTC',
  };

  it('keeps what still fits, and says that something did not', () => {
    expect(startValues(policy, saved)).toEqual({
      values: { answers: { 'q-2': [], 'q-1': ['b'] }, justification: 'Because', period: { startDay: null, endDay: null } },
      dropped: true,
      taken: {},
    });
  });

  it('leaves another policy’s answers without a word', () => {
    expect(startValues(policy, { ...saved, policyId: 'p-2' }).dropped).toBe(false);
  });

  it('drops a period the policy does not allow any more', () => {
    const { values, dropped } = startValues({ ...policy, allowCustomAssignmentSchedule: false }, { ...saved, answers: {} });
    expect([values.period, dropped]).toEqual([null, true]);
  });

  it('comes back from its draft as it was', () => {
    const { values } = startValues(policy, saved);
    const taken = { 'q-2': { kind: 'request' as const, at: null, from: '' } };
    const draft = toDraftContent(policy, values, 'UTC', taken);
    expect(draft.asked?.['q-1']).toEqual({ text: 'Which?', needed: true, rule: null, chosen: ['B'] });
    expect(draftContentSchema.parse(draft)).toEqual(draft);
    expect(startValues(policy, draft)).toEqual({ values, dropped: false, taken });
  });
});
