import { describe, expect, it } from 'vitest';
import type { Question } from '@/lib/entitlement/questions';
import { typedText } from './typed-text';

const base = { isRequired: true, isAnswerEditable: true };
const questions: Question[] = [
  { ...base, id: 'q-1', kind: 'text', text: { text: 'Cost centre:', translations: {} }, isSingleLine: true, regexPattern: null },
  {
    ...base,
    id: 'q-2',
    kind: 'choice',
    text: { text: 'Site?', translations: { de: 'Standort?' } },
    isMultiple: true,
    choices: [
      { value: 'BER', text: { text: 'Berlin', translations: {} } },
      { value: 'MUC', text: { text: 'Munich', translations: { de: 'München' } } },
    ],
  },
];

describe('typedText', () => {
  it('says each answer in words, and why', () => {
    const typed = { answers: { 'q-1': ['4310'], 'q-2': ['BER', 'MUC'] }, justification: ' First week ' };
    expect(typedText(questions, typed, 'Business justification', 'de')).toBe(
      'Cost centre: 4310\nStandort?: Berlin, München\nBusiness justification: First week',
    );
  });

  it('is empty where nothing was typed', () => {
    expect(typedText(questions, { answers: { 'q-1': ['  '], gone: ['x'] }, justification: '' }, 'Why', 'en')).toBe('');
  });
});
