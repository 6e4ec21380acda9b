import { describe, expect, it } from 'vitest';
import { localized } from '../questions';
import { wireRequirements } from './requirements';

/** The contract's own example (§4.3). */
const v1 = {
  policyId: '5f0c0d5e-0000-4000-8000-000000000101',
  policyDisplayName: 'Staff, 90 days',
  policyDescription: '',
  isApprovalRequiredForAdd: true,
  isApprovalRequiredForUpdate: false,
  isRequestorJustificationRequired: true,
  allowCustomAssignmentSchedule: true,
  schedule: { startDateTime: null, recurrence: null, expiration: { type: 'afterDuration', duration: 'P90D', endDateTime: null } },
  questions: [
    {
      '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion',
      id: 'q-2',
      sequence: 1,
      isRequired: false,
      isAnswerEditable: true,
      text: 'Cost centre',
      localizations: [],
      isSingleLineQuestion: true,
      regexPattern: '[0-9]{4}',
    },
    {
      '@odata.type': '#microsoft.graph.accessPackageMultipleChoiceQuestion',
      id: 'q-1',
      sequence: 0,
      isRequired: true,
      isAnswerEditable: true,
      text: 'Site?',
      localizations: [{ languageCode: 'de', text: 'Standort?' }],
      isMultipleSelectionAllowed: false,
      choices: [{ actualValue: 'BER', text: 'Berlin', localizations: [] }],
    },
  ],
};
const beta = {
  ...v1,
  questions: [
    {
      '@odata.type': '#microsoft.graph.multipleChoiceQuestion',
      id: 'q-1',
      sequence: 0,
      isRequired: true,
      isAnswerEditable: true,
      text: { defaultText: 'Site?', localizedTexts: [{ languageCode: 'de', text: 'Standort?' }] },
      allowsMultipleSelection: false,
      choices: [{ actualValue: 'BER', displayValue: { defaultText: 'Berlin', localizedTexts: [] } }],
    },
    {
      '@odata.type': '#microsoft.graph.textInputQuestion',
      id: 'q-2',
      sequence: 1,
      isRequired: false,
      isAnswerEditable: true,
      text: { defaultText: 'Cost centre', localizedTexts: [] },
      isSingleLineQuestion: true,
      regexPattern: '[0-9]{4}',
    },
  ],
};

describe('requirements', () => {
  it('are read in order of sequence', () => {
    expect(wireRequirements.parse(v1)).toEqual({
      policyId: v1.policyId,
      policyDisplayName: 'Staff, 90 days',
      policyDescription: '',
      isApprovalRequiredForAdd: true,
      isApprovalRequiredForUpdate: false,
      isRequestorJustificationRequired: true,
      allowCustomAssignmentSchedule: true,
      expiration: { kind: 'for', duration: 'P90D' },
      hasUnknownRequiredQuestion: false,
      questions: [
        {
          kind: 'choice',
          id: 'q-1',
          text: { text: 'Site?', translations: { de: 'Standort?' } },
          isRequired: true,
          isAnswerEditable: true,
          isMultiple: false,
          choices: [{ value: 'BER', text: { text: 'Berlin', translations: {} } }],
        },
        {
          kind: 'text',
          id: 'q-2',
          text: { text: 'Cost centre', translations: {} },
          isRequired: false,
          isAnswerEditable: true,
          isSingleLine: true,
          regexPattern: '[0-9]{4}',
        },
      ],
    });
  });

  it('are the same in beta’s shape', () => {
    expect(wireRequirements.parse(beta)).toEqual(wireRequirements.parse(v1));
  });

  it('skip an unknown question, and say so where it is required', () => {
    const unknown = { '@odata.type': '#microsoft.graph.attachmentQuestion', id: 'q-9', isRequired: false };
    const optional = wireRequirements.parse({ ...v1, questions: [...v1.questions, unknown] });
    expect(optional).toEqual(wireRequirements.parse(v1));
    const required = wireRequirements.parse({ ...v1, questions: [{ ...unknown, isRequired: 'true' }] });
    expect(required).toMatchObject({ questions: [], hasUnknownRequiredQuestion: true });
  });

  it('are empty where a policy asks nothing', () => {
    expect(wireRequirements.parse({ policyId: 'p-1', questions: null, schedule: null, policyDescription: null })).toMatchObject({
      questions: [],
      expiration: { kind: 'unspecified' },
      policyDescription: '',
      isRequestorJustificationRequired: false,
    });
    expect(wireRequirements.parse({ policyDisplayName: 'no id' })).toBeNull();
  });
});

describe('localized', () => {
  const text = { text: 'Site?', translations: { de: 'Standort?', 'pt-BR': 'Local?', 'zh-Hans': '地点？' } };
  it.each([
    ['de', 'Standort?'],
    ['de-AT', 'Standort?'],
    ['DE', 'Standort?'],
    ['pt-br', 'Local?'],
    ['pt', 'Local?'],
    ['fr', 'Site?'],
  ])('in %s', (locale, words) => {
    expect(localized(text, locale)).toBe(words);
  });
});
