import { describe, expect, it } from 'vitest';
import { loadPatternMatcher } from './pattern-match';
import type { Question } from './questions';
import { toAdminAdd, toAdminRemove, toAdminUpdate, toUserAdd, toUserRemove, toUserUpdate } from './request-bodies';
import { requestFormSchema, updateFormSchema, type FormContext, type FormRequirements, type RequestFormValues } from './request-form';

const words = (text: string) => ({ text, translations: {} });
const site: Question = {
  kind: 'choice',
  id: 'q-1',
  text: words('Site?'),
  isRequired: true,
  isAnswerEditable: true,
  isMultiple: false,
  choices: [
    { value: 'BER', text: words('Berlin') },
    { value: 'MUC', text: words('Munich') },
  ],
};
const centre: Question = {
  kind: 'text',
  id: 'q-2',
  text: words('Cost centre'),
  isRequired: false,
  isAnswerEditable: false,
  isSingleLine: true,
  regexPattern: '[0-9]{4}',
};
const tools: Question = { ...site, id: 'q-3', isMultiple: true, isRequired: false };
const requirements: FormRequirements = {
  questions: [site, centre, tools],
  isRequestorJustificationRequired: true,
  allowCustomAssignmentSchedule: true,
  expiration: { kind: 'for', duration: 'P90D' },
};
const context: FormContext = { now: new Date('2026-09-01T10:00:00Z'), timeZone: 'UTC' };
const good: RequestFormValues = { answers: { 'q-1': ['BER'] }, justification: 'Audit week', period: null };

function issues(values: RequestFormValues, of: Partial<FormRequirements> = {}, more: Partial<FormContext> = {}): Record<string, string> {
  const parsed = requestFormSchema({ ...requirements, ...of }, { ...context, ...more }).safeParse(values);
  return Object.fromEntries((parsed.error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]));
}

describe('the form’s rules', () => {
  it('let a good one through unchanged', () => {
    expect(requestFormSchema(requirements, context).parse(good)).toEqual(good);
  });

  it('want answers and a reason', () => {
    expect(issues({ ...good, answers: {}, justification: ' ' })).toEqual({ 'answers.q-1': 'choose', justification: 'justification' });
    expect(issues({ ...good, answers: { 'q-1': ['  '] } }, { questions: [{ ...centre, id: 'q-1', isRequired: true }] })).toEqual({
      'answers.q-1': 'required',
    });
    expect(issues({ ...good, answers: {} }, { questions: [{ ...tools, isRequired: true }] })).toEqual({ 'answers.q-3': 'chooseAny' });
  });

  it('know the choices', () => {
    expect(issues({ ...good, answers: { 'q-1': ['ROM'] } })).toEqual({ 'answers.q-1': 'choose' });
    expect(issues({ ...good, answers: { 'q-1': ['BER', 'MUC'] } })).toEqual({ 'answers.q-1': 'choose' });
    expect(issues({ ...good, answers: { 'q-1': ['BER'], 'q-3': ['BER', 'ROM'] } })).toEqual({ 'answers.q-3': 'chooseAny' });
    expect(issues({ ...good, answers: { 'q-1': ['BER'], 'q-3': ['MUC', 'BER'] } })).toEqual({});
  });

  it('match patterns as a whole once the matcher is there', async () => {
    const matches = await loadPatternMatcher();
    const typed = (text: string) => ({ ...good, answers: { 'q-1': ['BER'], 'q-2': [text] } });
    expect(issues(typed('41'))).toEqual({});
    expect(issues(typed('41'), {}, { matches })).toEqual({ 'answers.q-2': 'pattern' });
    expect(issues(typed(' 4120 '), {}, { matches })).toEqual({});
  });

  it('have limits', () => {
    const long = 'x'.repeat(4_001);
    expect(issues({ ...good, justification: long, answers: { 'q-1': ['BER'], 'q-2': [long] } })).toEqual({
      'answers.q-2': 'tooLong',
      justification: 'tooLong',
    });
  });

  it.each([
    [null, '2026-11-29', {}],
    [null, '2026-11-30', { 'period.endDay': 'endBeyond' }],
    ['2026-08-31', null, { 'period.startDay': 'startPast' }],
    ['2026-09-10', '2026-09-09', { 'period.endDay': 'endBeforeStart' }],
    ['2026-09-10', '2026-09-10', {}],
    ['2026-09-10', null, {}],
    ['2026-02-30', null, { 'period.startDay': 'date' }],
    ['nonsense', null, { 'period.startDay': 'date' }],
  ])('period %s to %s', (startDay, endDay, found) => {
    expect(issues({ ...good, period: { startDay, endDay } })).toEqual(found);
  });

  it('allow a period only where the policy does, or to an administrator', () => {
    const period = { startDay: null, endDay: '2026-09-10' };
    expect(issues({ ...good, period }, { allowCustomAssignmentSchedule: false })).toEqual({ period: 'other' });
    expect(issues({ ...good, period, justification: '' }, { allowCustomAssignmentSchedule: false }, { asAdministrator: true })).toEqual({});
  });

  it('refuse a start after the policy’s last day', () => {
    const expiration = { kind: 'until', endDateTime: '2026-12-24T12:00:00.000Z' } as const;
    expect(issues({ ...good, period: { startDay: '2026-12-25', endDay: null } }, { expiration })).toEqual({
      'period.startDay': 'endBeyond',
    });
    expect(issues({ ...good, period: { startDay: '2026-12-24', endDay: null } }, { expiration })).toEqual({});
  });

  it('of an update look at editable answers and the end only', () => {
    const schema = updateFormSchema(requirements, context);
    const paths = (values: unknown) => schema.safeParse(values).error?.issues.map((issue) => [issue.path.join('.'), issue.message]);
    expect(paths({ answers: null, justification: 'x', endDay: '2026-11-29' })).toBeUndefined();
    expect(paths({ answers: { 'q-2': ['no'] }, justification: '', endDay: '2027-11-29' })).toEqual([
      ['answers.q-1', 'choose'],
      ['justification', 'justification'],
      ['endDay', 'endBeyond'],
    ]);
  });
});

describe('bodies', () => {
  const answer = {
    '@odata.type': '#microsoft.graph.accessPackageAnswerString',
    value: 'BER',
    displayValue: 'Berlin',
    answeredQuestion: { '@odata.type': '#microsoft.graph.accessPackageMultipleChoiceQuestion', id: 'q-1' },
  };
  const target = { targetId: 'u-1', policyId: 'p-1', accessPackageId: 'c2' };

  it('of userAdd are the contract’s', () => {
    const values = { ...good, period: { startDay: '2026-09-05', endDay: '2026-09-11' } };
    expect(toUserAdd(target, values, requirements, context)).toEqual({
      requestType: 'userAdd',
      justification: 'Audit week',
      assignment: { targetId: 'u-1', assignmentPolicyId: 'p-1', accessPackageId: 'c2' },
      schedule: {
        startDateTime: '2026-09-05T00:00:00Z',
        recurrence: null,
        expiration: { type: 'afterDateTime', endDateTime: '2026-09-12T00:00:00Z', duration: null },
      },
      answers: [answer],
    });
  });

  it('say only what is said and allowed', () => {
    const bare = { ...requirements, questions: [], allowCustomAssignmentSchedule: false };
    const values = { answers: { 'q-1': ['BER'] }, justification: ' ', period: { startDay: null, endDay: '2026-09-11' } };
    expect(toUserAdd(target, values, bare, context)).toEqual({
      requestType: 'userAdd',
      assignment: { targetId: 'u-1', assignmentPolicyId: 'p-1', accessPackageId: 'c2' },
    });
    expect(toUserAdd(target, { ...good, period: { startDay: null, endDay: null } }, requirements, context)).not.toHaveProperty('schedule');
  });

  it('have one answer for each selected choice, text as typed', () => {
    const values = { ...good, answers: { 'q-1': ['BER'], 'q-2': [' 4120 '], 'q-3': ['MUC', 'BER'], 'q-0': ['x'] } };
    expect(toUserAdd(target, values, requirements, context).answers).toMatchObject([
      answer,
      {
        value: '4120',
        displayValue: '4120',
        answeredQuestion: { '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion', id: 'q-2' },
      },
      { value: 'BER', displayValue: 'Berlin', answeredQuestion: { id: 'q-3' } },
      { value: 'MUC', displayValue: 'Munich', answeredQuestion: { id: 'q-3' } },
    ]);
  });

  it('of updates carry the assignment’s id, a new end, editable answers', () => {
    const values = { answers: { 'q-1': ['BER'], 'q-2': ['4120'] }, justification: '', endDay: '2026-09-30' };
    const schedule = {
      startDateTime: null,
      recurrence: null,
      expiration: { type: 'afterDateTime', endDateTime: '2026-10-01T00:00:00Z', duration: null },
    };
    expect(toUserUpdate('a-9', values, requirements, context)).toEqual({
      requestType: 'userUpdate',
      assignment: { id: 'a-9' },
      schedule,
      answers: [answer],
    });
    expect(toAdminUpdate('a-9', { ...values, answers: null }, requirements, context)).toEqual({
      requestType: 'adminUpdate',
      assignment: { id: 'a-9' },
      schedule,
    });
    expect(toUserUpdate('a-9', { ...values, endDay: null, answers: null }, requirements, context)).toEqual({
      requestType: 'userUpdate',
      assignment: { id: 'a-9' },
    });
  });

  it('of removals carry nothing else', () => {
    expect(toUserRemove('a-9')).toEqual({ requestType: 'userRemove', assignment: { id: 'a-9' } });
    expect(toAdminRemove('a-9')).toEqual({ requestType: 'adminRemove', assignment: { id: 'a-9' } });
  });

  it('of adminAdd know people by id or by e-mail', () => {
    const values = { answers: {}, justification: '', period: null };
    expect(toAdminAdd(target, values, requirements, context)).toEqual({
      requestType: 'adminAdd',
      assignment: { targetId: 'u-1', assignmentPolicyId: 'p-1', accessPackageId: 'c2' },
    });
    expect(
      toAdminAdd({ email: 'new@partner.example', policyId: 'p-1', accessPackageId: 'c2' }, values, requirements, context).assignment,
    ).toEqual({
      target: { email: 'new@partner.example' },
      assignmentPolicyId: 'p-1',
      accessPackageId: 'c2',
    });
  });
});
