import { describe, expect, it } from 'vitest';
import type { DraftContent } from '@/lib/drafts/drafts';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import type { Question } from '@/lib/entitlement/questions';
import { planQuestions } from './question-plan';
import { chosenWays, packageField, type TogetherPackage } from './together-package';
import { togetherFaults } from './together-rules';
import { requestValues, startTogether, toTogetherContent } from './together-values';

const says = (text: string) => ({ text, translations: {} });
const costCentre = (id: string, more: Partial<Extract<Question, { kind: 'text' }>> = {}): Question => ({
  kind: 'text',
  id,
  text: says('Which cost centre pays?'),
  isRequired: true,
  isAnswerEditable: true,
  isSingleLine: true,
  regexPattern: '[0-9]{4}',
  ...more,
});
const site = (id: string, ...values: string[]): Question => ({
  kind: 'choice',
  id,
  text: says('Site?'),
  isRequired: true,
  isAnswerEditable: true,
  isMultiple: false,
  choices: values.map((value) => ({ value, text: says(value) })),
});
const policy = (policyId: string, questions: Question[], more: Partial<PolicyRequirements> = {}): PolicyRequirements => ({
  policyId,
  policyDisplayName: policyId,
  policyDescription: '',
  isApprovalRequiredForAdd: false,
  isApprovalRequiredForUpdate: false,
  isRequestorJustificationRequired: true,
  allowCustomAssignmentSchedule: false,
  expiration: { kind: 'never' },
  questions,
  hasUnknownRequiredQuestion: false,
  ...more,
});
const tray = (id: string, ...ways: PolicyRequirements[]): TogetherPackage => ({
  id,
  name: id,
  draftKey: `draft-${id}`,
  ways,
  closed: null,
  mine: null,
});
const context = { now: new Date('2026-11-24T12:00:00Z'), timeZone: 'UTC' };
const draft = (content: Partial<DraftContent>): DraftContent => ({
  policyId: null,
  answers: {},
  justification: '',
  period: null,
  timeZone: null,
  ...content,
});

describe('questions of several packages', () => {
  it('alike in text, kind, choices and rule are one field, needed where one of them needs it', () => {
    const a = tray('a', policy('pa', [costCentre('q1', { isRequired: false }), site('q2', 'BER', 'MUC')]));
    const b = tray('b', policy('pb', [costCentre('q9'), site('q8', 'BER')]));
    const plan = planQuestions(chosenWays([a, b], {}));
    expect(plan.shared).toHaveLength(1);
    expect(plan.shared[0]).toMatchObject({
      question: { isRequired: true },
      askedBy: [
        { packageId: 'a', questionId: 'q1' },
        { packageId: 'b', questionId: 'q9' },
      ],
    });
    expect(plan.own.get('a')).toHaveLength(1);
    expect(plan.own.get('b')).toHaveLength(1);
  });

  it('of another rule are another question', () => {
    const a = tray('a', policy('pa', [costCentre('q1')]));
    const b = tray('b', policy('pb', [costCentre('q2', { regexPattern: null })]));
    expect(planQuestions(chosenWays([a, b], {})).shared).toEqual([]);
  });

  it('twice in one policy stay two', () => {
    const plan = planQuestions(chosenWays([tray('a', policy('pa', [costCentre('q1'), costCentre('q2')]))], {}));
    expect(new Set(plan.own.get('a')?.map(({ question }) => question.id)).size).toBe(2);
  });

  it('keep their field when the package beside them leaves', () => {
    const a = tray('a', policy('pa', [costCentre('q1')]));
    const b = tray('b', policy('pb', [costCentre('q2')]));
    const both = planQuestions(chosenWays([a, b], {})).shared[0]?.question.id;
    expect(planQuestions(chosenWays([b], {})).own.get('b')?.[0]?.question.id).toBe(both);
  });
});

describe('the page', () => {
  const a = tray('a', policy('pa', [costCentre('q1')]));
  const b = tray('b', policy('pb', [costCentre('q2')], { isRequestorJustificationRequired: false }));
  const two = tray('c', policy('shift', []), policy('season', [site('q3', 'BER')], { allowCustomAssignmentSchedule: true }));

  it('asks each package what its own policy asks, out of shared answers', () => {
    const start = startTogether([a, b], null, {});
    const plan = planQuestions(chosenWays([a, b], start.policies));
    const field = plan.shared[0]?.question.id ?? '';
    const values = { ...start, answers: { [field]: ['4310'] }, justification: 'Audit week' };
    const [one, other] = chosenWays([a, b], values.policies).map((way) => requestValues(way, plan, values));
    expect(one).toEqual({ answers: { q1: ['4310'] }, justification: 'Audit week', period: null });
    expect(other).toEqual({ answers: { q2: ['4310'] }, justification: '', period: null });
    expect(togetherFaults([a, b], values, context)).toEqual({});
  });

  it('finds each fault once, in its order, and names a policy not chosen yet', () => {
    const start = startTogether([a, b, two], null, {});
    const names = Object.keys(togetherFaults([a, b, two], start, context));
    expect(names).toHaveLength(3);
    expect(names[0]).toMatch(/^answers\./);
    expect(names.slice(1)).toEqual(['justification', `policies.${packageField('c')}`]);
  });

  it('takes a justification for each where they differ', () => {
    const values = { ...startTogether([a], null, {}), separate: 'each' as const, justification: 'For all' };
    expect(Object.keys(togetherFaults([a], values, context))).toContain(`justifications.${packageField('a')}`);
  });

  it('comes back from its draft, and offers what the packages’ own forms hold', () => {
    const own = { a: draft({ answers: { q1: ['4120'] }, justification: 'From the form' }), c: draft({ policyId: 'season' }) };
    const first = startTogether([a, two], null, own);
    expect(first).toMatchObject({ justification: 'From the form', separate: 'same', policies: { [packageField('c')]: 'season' } });
    expect(Object.values(first.answers)).toContainEqual(['4120']);
    const typed = { ...first, justification: 'Typed here', separate: 'each' as const };
    const again = startTogether([a, two], toTogetherContent(typed, 'UTC'), own);
    expect(again).toMatchObject({ justification: 'Typed here', separate: 'each', answers: first.answers });
  });
});
