import { describe, expect, it } from 'vitest';
import { carried } from '@/lib/drafts/carried';
import type { DraftContent } from '@/lib/drafts/drafts';
import type { PolicyRequirements } from '@/lib/entitlement/policies';
import type { Question } from '@/lib/entitlement/questions';
import { answerChanges } from '@/components/questions/answer-changes';
import { startValues, toDraftContent } from './request-values';

const words = (text: string) => ({ text, translations: { de: `${text} (de)` } });
const base = { isRequired: true, isAnswerEditable: true };
const costs = (id: string, regexPattern: string | null = '[0-9]{4}', text = 'Cost centre?'): Question => {
  return { ...base, id, kind: 'text', text: words(text), isSingleLine: true, regexPattern };
};
const site = (id: string, values: string[], isMultiple = false): Question => {
  return {
    ...base,
    id,
    kind: 'choice',
    text: words('Site?'),
    isMultiple,
    choices: values.map((value) => ({ value, text: words(`In ${value}`) })),
  };
};
const policyOf = (...questions: Question[]): PolicyRequirements => ({
  policyId: 'p-1',
  policyDisplayName: 'Staff',
  policyDescription: '',
  isApprovalRequiredForAdd: true,
  isApprovalRequiredForUpdate: false,
  isRequestorJustificationRequired: true,
  allowCustomAssignmentSchedule: true,
  expiration: { kind: 'never' },
  questions,
  hasUnknownRequiredQuestion: false,
});
const matches = (pattern: string, text: string) => (new RegExp(`^(?:${pattern})$`).test(text) ? 'matched' : 'notMatched');
const written = (policy: PolicyRequirements, answers: Record<string, string[]>): DraftContent =>
  toDraftContent(policy, { answers, justification: 'why', period: null }, 'UTC');
const changes = (saved: DraftContent | null, policy: PolicyRequirements, open = [policy.policyId]) =>
  answerChanges(saved, { policy, open, locale: 'en', matches });

const before = policyOf(costs('c'), site('s', ['ber', 'ham']));
const draft = written(before, { c: ['4310'], s: ['ham'] });

describe('answerChanges', () => {
  it('is silent where nothing has changed, or nothing was written', () => {
    expect(changes(draft, before)).toEqual([]);
    expect(changes(null, before)).toEqual([]);
    expect(changes(written(before, { c: ['43'] }), before)).toEqual([]);
  });

  it('tells a question that is gone with what was answered, and one that is new', () => {
    const after = policyOf(site('s', ['ber', 'ham']), costs('n', null, 'Project?'));
    expect(changes(draft, after)).toEqual([
      { kind: 'gone', question: 'Cost centre?', written: ['4310'] },
      { kind: 'added', question: 'Project?' },
    ]);
    expect(changes(written(before, { s: ['ham'] }), after)).toEqual([{ kind: 'added', question: 'Project?' }]);
  });

  it('tells a choice that is gone in the words it had, and a rule that is new', () => {
    const after = policyOf(costs('c', '[A-Z]{2}'), site('s', ['ber']));
    expect(changes(draft, after)).toEqual([
      { kind: 'rule', question: 'Cost centre?', written: ['4310'] },
      { kind: 'choice', question: 'Site?', written: ['In ham'] },
    ]);
    expect(startValues(after, draft).values.answers).toEqual({ c: ['4310'], s: [] });
  });

  it('tells what is worded anew, and what is asked in another way', () => {
    expect(changes(draft, policyOf(costs('c', '[0-9]{4}', 'Who pays?'), site('s', ['ber', 'ham'])))).toEqual([
      { kind: 'worded', question: 'Who pays?', before: 'Cost centre?' },
    ]);
    const asText = policyOf(costs('c'), { ...costs('s', null, 'Site?') });
    expect(changes(draft, asText)).toEqual([{ kind: 'otherwise', question: 'Site?', written: ['In ham'] }]);
    expect(startValues(asText, draft).values.answers).toEqual({ c: ['4310'], s: [] });
  });

  it('tells dates that may not be chosen any more', () => {
    const dated = { ...draft, period: { startDay: null, endDay: '2027-01-01' } };
    expect(changes(dated, { ...before, allowCustomAssignmentSchedule: false })).toEqual([{ kind: 'dates' }]);
  });

  it('carries an answer on to the same question under another id, also when the policy itself was replaced', () => {
    const after = { ...policyOf(costs('c2', '[0-9]{4}', ' cost  centre?'), site('s2', ['ham'])), policyId: 'p-2' };
    expect(changes(draft, after)).toEqual([{ kind: 'policy' }]);
    expect(startValues(after, draft).values.answers).toEqual({ c2: ['4310'], s2: ['ham'] });
  });

  it('says nothing of a policy that was left on purpose', () => {
    expect(changes(draft, { ...policyOf(costs('x', null, 'Else?')), policyId: 'p-2' }, ['p-1', 'p-2'])).toEqual([]);
  });

  it('of an earlier request tells only what no longer fits, by its words or without them', () => {
    const again = { ...draft, policyId: null, asked: {} };
    expect(changes(again, policyOf(costs('n', null, 'Project?'), site('s', ['ber'])))).toEqual([
      { kind: 'gone', question: null, written: ['4310'] },
      { kind: 'choice', question: 'Site?', written: ['ham'] },
    ]);
    expect(changes(again, policyOf(costs('c', '[A-Z]'), site('s', ['ham'])))).toMatchObject([{ kind: 'rule', question: 'Cost centre?' }]);
  });

  it('takes one choice of several where only one may be chosen now', () => {
    const several = policyOf(site('s', ['ber', 'ham'], true));
    expect(changes(written(several, { s: ['ber', 'ham'] }), policyOf(site('s', ['ber', 'ham'])))).toEqual([
      { kind: 'choice', question: 'Site?', written: ['In ham'] },
    ]);
  });
});

describe('carried', () => {
  it('never gives one answer to two questions, nor takes over one that has its own', () => {
    const twice = [costs('a'), costs('b')];
    const kept = { answers: { old: ['4310'] }, asked: { old: { text: 'Cost centre?', needed: true, rule: null } } };
    expect(carried(twice, kept).answers).toEqual({ a: ['4310'] });
    const own = { ...kept, answers: { old: ['4310'], a: ['1111'] }, taken: { old: { kind: 'request' as const, at: null, from: '' } } };
    expect(carried(twice, own)).toMatchObject({ answers: { a: ['1111'], b: ['4310'] }, taken: { b: { kind: 'request' } } });
  });
});
