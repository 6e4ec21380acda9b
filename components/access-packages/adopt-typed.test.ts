import { describe, expect, it } from 'vitest';
import type { RequestFormValues } from '@/lib/entitlement/request-form';
import { typedBefore } from './adopt-typed';

const first: RequestFormValues = {
  answers: { centre: ['4310-DE'], reason: [], roles: ['read', 'write'] },
  justification: 'Team',
  period: null,
};

function data(fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe('typedBefore', () => {
  const asItCame: [string, string][] = [
    ['answers.centre', '4310-DE'],
    ['answers.reason', ''],
    ['answers.roles', 'read'],
    ['answers.roles', 'write'],
  ];

  it('tells nothing of a form nobody touched', () => {
    expect(typedBefore(data([...asItCame, ['justification', 'Team']]), first)).toEqual({});
  });

  it('tells only the answers that differ, so that others keep what the tab kept', () => {
    const typed = data([['answers.centre', '4310-DE'], ['answers.reason', 'Audit'], ...asItCame.slice(2), ['justification', 'New team']]);
    expect(typedBefore(typed, first)).toEqual({ answers: { reason: ['Audit'] }, justification: 'New team' });
  });

  it('tells what was taken out', () => {
    expect(typedBefore(data([['answers.reason', ''], ...asItCame.slice(2)]), first)).toEqual({ answers: { centre: [] } });
  });
});
