import { describe, expect, it } from 'vitest';
import type { DraftContent } from '@/lib/drafts/drafts';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import type { Question } from '@/lib/entitlement/questions';
import { openFields } from './open-fields';
import { ownField, personField, scopeOf, type ForWhom } from './pairs';
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
  nonce: `nonce-${id}`,
  ways,
  closed: null,
  mine: null,
});
const person = (objectId: string): ForWhom => ({ objectId, displayName: objectId, email: '', isGuest: false });
const [me, nadia, hugo] = [person('me'), person('nadia'), person('hugo')];
const open = (packages: TogetherPackage[], people: ForWhom[] = [me], over: string[] = []) => scopeOf(packages, people, 'ME', new Set(over));
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
    const start = startTogether([a, b], null, {}, [me]);
    const plan = planQuestions(chosenWays([a, b], start.policies));
    const field = plan.shared[0]?.question.id ?? '';
    const values = { ...start, answers: { [field]: ['4310'] }, justification: 'Audit week' };
    const [one, other] = chosenWays([a, b], values.policies).map((way) => requestValues(way, 'me', plan, values));
    expect(one).toEqual({ answers: { q1: ['4310'] }, justification: 'Audit week', period: null });
    expect(other).toEqual({ answers: { q2: ['4310'] }, justification: '', period: null });
    expect(togetherFaults(open([a, b]), values, context)).toEqual({});
  });

  it('finds each fault once, in its order, and names a policy not chosen yet', () => {
    const start = startTogether([a, b, two], null, {}, [me]);
    const names = Object.keys(togetherFaults(open([a, b, two]), start, context));
    expect(names).toHaveLength(3);
    expect(names[0]).toMatch(/^answers\./);
    expect(names.slice(1)).toEqual(['justification', `policies.${packageField('c')}`]);
  });

  it('takes a justification for each where they differ', () => {
    const values = { ...startTogether([a], null, {}, [me]), separate: 'each' as const, justification: 'For all' };
    expect(Object.keys(togetherFaults(open([a]), values, context))).toContain(`justifications.${packageField('a')}`);
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

describe('several people', () => {
  const a = tray('a', policy('pa', [costCentre('q1')], { allowCustomAssignmentSchedule: true }));
  const held = { ...tray('b', policy('pb', [costCentre('q2')])), mine: { kind: 'held' as const, tone: undefined, tag: null, to: '/' } };
  const closed = { ...tray('c'), closed: 'notOpen' as const };

  it('are a request each, but for what is in the reader’s own way, closed, or over', () => {
    const pairs = open([a, held, closed], [me, nadia], ['a nadia']).pairs.map(({ of, person: whom }) => `${of.id} ${whom.objectId}`);
    expect(pairs).toEqual(['a me', 'b nadia']);
    expect(open([a, closed], []).packages).toEqual([a]);
  });

  it('share what is typed, until they answer for themselves', () => {
    const start = startTogether([a, held], null, {}, [nadia, hugo]);
    const ways = chosenWays([a, held], {});
    const plan = planQuestions(ways);
    const field = plan.shared[0]?.question.id ?? '';
    const own = ownField(field, 'hugo');
    const period = { startDay: '2026-12-01', endDay: '2026-12-24' };
    const values = {
      ...start,
      differ: [field, packageField('a')],
      separate: 'person' as const,
      answers: { [field]: ['4310'], [ownField(field, 'nadia')]: ['4310'], [own]: ['4120'] },
      justifications: { [personField('nadia')]: 'Routes', [personField('hugo')]: 'Stock' },
      periods: { [ownField(packageField('a'), 'hugo')]: period },
    };
    const [way] = ways;
    if (!way) throw new Error('no way');
    expect(requestValues(way, 'nadia', plan, values)).toEqual({ answers: { q1: ['4310'] }, justification: 'Routes', period: null });
    expect(requestValues(way, 'hugo', plan, values)).toEqual({ answers: { q1: ['4120'] }, justification: 'Stock', period });
    expect(openFields(open([a, held], [nadia, hugo]), ways, plan, values)).toEqual([]);
    const saved = toTogetherContent(values, 'UTC');
    expect(startTogether([a, held], saved, {})).toMatchObject({
      people: [nadia, hugo],
      differ: values.differ,
      separate: 'person',
      periods: values.periods,
    });
    const wrong = { ...values, answers: { ...values.answers, [own]: [] }, justifications: {} };
    expect(togetherFaults(open([a, held], [nadia, hugo]), wrong, context)).toEqual({
      [`answers.${own}`]: 'required',
      [`justifications.${personField('nadia')}`]: 'justification',
      [`justifications.${personField('hugo')}`]: 'justification',
    });
  });

  it('are asked for first where nobody is chosen', () => {
    const start = startTogether([a], null, {});
    expect(Object.entries(togetherFaults(open([a], []), start, context))).toEqual([['people', 'person']]);
  });
});
