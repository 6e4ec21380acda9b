import { describe, expect, it } from 'vitest';
import { rowOf as requestOf } from './testing/requests';
import { requirementsOf } from './testing/rows';
import { updateResolver } from './update-resolver';
import { changesAnything, presentAnswers, startOf, toDraft, toUpdate, type UpdateDraft, type UpdateFacts } from './update-view';

const now = Date.parse('2026-11-24T10:00:00Z');
const facts: UpdateFacts = { requirements: requirementsOf(), lastDay: '2027-02-21', canExtend: true, present: { 'q-1': ['Lyon'] } };
const answer = (questionId: string, value: string) => ({ questionId, questionText: null, values: [value], displayValues: [value] });

describe('presentAnswers', () => {
  it('takes the newest delivered answer to each question that may be changed', () => {
    const requests = [
      requestOf({ id: '1', answers: [answer('q-1', 'Paris'), answer('q-2', '4120')], createdDateTime: '2026-06-01T00:00:00Z' }),
      requestOf({ id: '2', answers: [answer('q-1', 'Lyon')], createdDateTime: '2026-09-01T00:00:00Z', requestType: 'userUpdate' }),
      requestOf({ id: '3', answers: [answer('q-1', 'Rome')], createdDateTime: '2026-10-01T00:00:00Z', state: 'denied' }),
      requestOf({ id: '4', answers: [answer('q-1', 'Oslo')], assignmentId: 'a-2' }),
    ];
    expect(presentAnswers(requests, 'a-1', facts.requirements.questions)).toEqual({ 'q-1': ['Lyon'] });
  });
});

describe('the update form', () => {
  it('opens with the longest allowed end and my present answers', () => {
    expect(startOf(facts, null, 'end')).toEqual({ end: 'longest', day: '', answers: { 'q-1': ['Lyon'] }, justification: '' });
    expect(startOf(facts, null, 'answers').end).toBe('keep');
    expect(startOf({ ...facts, canExtend: false }, null, 'end').end).toBe('keep');
    expect(startOf({ ...facts, lastDay: null }, null, 'end').end).toBe('day');
  });

  it.each<UpdateDraft>([
    { end: 'longest', day: '', answers: { 'q-1': ['Rome'] }, justification: 'Audit' },
    { end: 'day', day: '2027-01-10', answers: { 'q-1': ['Lyon'] }, justification: '' },
    { end: 'keep', day: '', answers: { 'q-1': [] }, justification: '' },
  ])('comes back from its draft as it was ($end)', (values) => {
    expect(startOf(facts, toDraft(values, facts, 'Europe/Paris'), 'end')).toEqual(values);
  });

  it('comes back only as far as it still fits', () => {
    const values: UpdateDraft = { end: 'day', day: '2027-01-10', answers: { 'q-7': ['x'] }, justification: 'Audit' };
    const draft = toDraft(values, facts, 'Europe/Paris');
    expect(startOf(facts, draft, 'end').answers).toEqual(facts.present);
    expect(startOf({ ...facts, canExtend: false }, draft, 'end').end).toBe('keep');
  });

  it('sends only what changed', () => {
    const values = startOf(facts, null, 'end');
    expect(toUpdate(values, facts)).toEqual({ answers: null, justification: '', endDay: '2027-02-21' });
    expect(toUpdate({ ...values, end: 'keep', answers: { 'q-1': ['Rome'] } }, facts)).toEqual({
      answers: { 'q-1': ['Rome'] },
      justification: '',
      endDay: null,
    });
    expect(changesAnything({ ...values, end: 'keep' }, facts)).toBe(false);
    expect(changesAnything({ ...values, end: 'keep', answers: { 'q-1': [] } }, facts)).toBe(true);
  });

  it('checks what would be sent, at the fields', async () => {
    const check = async (values: UpdateDraft) => {
      const { errors } = await updateResolver(facts, now, 'Europe/Paris')(values, undefined, {
        fields: {},
        shouldUseNativeValidation: false,
      });
      return errors;
    };
    const values = startOf(facts, null, 'end');
    expect(await check(values)).toEqual({});
    expect(await check({ ...values, end: 'day', day: '' })).toMatchObject({ day: { message: 'date' } });
    expect(await check({ ...values, end: 'day', day: '2028-01-01' })).toMatchObject({ day: { message: 'endBeyond' } });
    expect(await check({ ...values, answers: { 'q-1': [] } })).toMatchObject({ answers: { 'q-1': { message: 'required' } } });
  });
});
