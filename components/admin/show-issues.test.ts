import { describe, expect, it } from 'vitest';
import { serverIssues } from './show-issues';

describe('serverIssues', () => {
  const shown = { questions: [{ id: 'q-1' }], names: ['justification', 'endDay'] };

  it('marks the fields the form has', () => {
    expect(serverIssues({ 'answers.q-1': 'pattern', endDay: 'endBeyond' }, shown)).toEqual([
      { path: ['answers.q-1'], message: 'pattern' },
      { path: ['endDay'], message: 'endBeyond' },
    ]);
  });

  it('leaves out what has no field here, which would never go away', () => {
    expect(serverIssues({ 'answers.q-9': 'required', answers: 'other', policyId: 'policy' }, shown)).toEqual([]);
  });
});
