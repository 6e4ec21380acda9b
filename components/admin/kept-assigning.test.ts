import { expect, it } from 'vitest';
import { keptAssigning, type KeptAssigning } from './kept-assigning';

const kept: KeptAssigning = {
  people: [{ objectId: 'u-1', name: 'Ana Ruiz', email: 'ana@contoso.example', isGuest: false }],
  accessPackage: { id: 'c2', name: 'Audit tools' },
  policyId: 'p-1',
  values: { answers: { 'q-1': ['BER'] }, justification: 'Audit week', period: { startDay: '', endDay: '2026-12-31' } },
};

it('brings back what was typed before a sign-in came between', () => {
  expect(keptAssigning(JSON.stringify(kept))).toEqual(kept);
});

it.each([null, '', '{', '[]', '7', JSON.stringify({ ...kept, people: 'everybody' })])('takes nothing else for it: %s', (text) => {
  expect(keptAssigning(text)).toBeNull();
});
