import { describe, expect, it } from 'vitest';
import { checkChangedAnswers, checkFirstAnswers } from './answers.ts';
import { choiceQuestion, refusalOf, textQuestion } from './testing/scene.ts';

const answer = (id: string, value: string, displayValue?: string) => ({
  value,
  answeredQuestion: { '@odata.type': '', id },
  ...(displayValue === undefined ? {} : { displayValue }),
});

describe('answers', () => {
  it('takes a choice by its actual value and fills in what is read', () => {
    const kept = checkFirstAnswers([choiceQuestion('site', ['BER', 'MUC'])], [answer('site', 'BER')]);
    expect(kept).toEqual([
      {
        '@odata.type': '#microsoft.graph.accessPackageAnswerString',
        value: 'BER',
        displayValue: 'BER in words',
        answeredQuestion: { '@odata.type': '#microsoft.graph.accessPackageMultipleChoiceQuestion', id: 'site' },
      },
    ]);
  });

  it.each([
    ['one answer each', [answer('site', 'BER'), answer('site', 'MUC')]],
    ['one joined answer', [answer('site', 'BER;MUC')]],
    ['a joined answer with spaces', [answer('site', 'BER; MUC')]],
  ])('takes several choices as %s', (_, sent) => {
    const several = choiceQuestion('site', ['BER', 'MUC', 'HAM'], { isMultipleSelectionAllowed: true });
    expect(checkFirstAnswers([several], sent).map((row) => [row.value, row.displayValue])).toEqual([
      ['BER', 'BER in words'],
      ['MUC', 'MUC in words'],
    ]);
  });

  it('keeps a choice whose value holds a semicolon', () => {
    expect(checkFirstAnswers([choiceQuestion('site', ['a;b'])], [answer('site', 'a;b')])).toHaveLength(1);
  });

  it.each([
    ['a required one that is missing', [textQuestion('q', { isRequired: true })], []],
    ['a required one that is blank', [textQuestion('q', { isRequired: true })], [answer('q', '  ')]],
    ['an unknown question', [textQuestion('q')], [answer('x', '1')]],
    ['an unknown choice', [choiceQuestion('q', ['a'])], [answer('q', 'b')]],
    ['two choices where one is allowed', [choiceQuestion('q', ['a', 'b'])], [answer('q', 'a'), answer('q', 'b')]],
    ['two texts', [textQuestion('q')], [answer('q', 'a'), answer('q', 'b')]],
    ['a part that matches only', [textQuestion('q', { regexPattern: '[0-9]{4}' })], [answer('q', '12345')]],
  ])('refuses %s', (_, questions, sent) => {
    expect(refusalOf(() => checkFirstAnswers(questions, sent))).toBe('400 InvalidModel');
  });

  it('matches the whole text, in linear time, and takes what the engine cannot read', () => {
    expect(
      checkFirstAnswers([textQuestion('q', { regexPattern: '[0-9]{4}' })], [answer('q', '4120', 'Cost centre')])[0]?.displayValue,
    ).toBe('Cost centre');
    expect(refusalOf(() => checkFirstAnswers([textQuestion('q', { regexPattern: '(a+)+b' })], [answer('q', 'a'.repeat(5000))]))).toBe(
      '400 InvalidModel',
    );
    expect(checkFirstAnswers([textQuestion('q', { regexPattern: '(?=x)' })], [answer('q', 'anything')])).toHaveLength(1);
  });

  it('lets go an optional blank', () => {
    expect(checkFirstAnswers([textQuestion('q', { regexPattern: '[0-9]+' })], [answer('q', '')])).toEqual([]);
  });

  it('changes what may be changed and accepts the rest as it stands', () => {
    const questions = [textQuestion('free'), textQuestion('fixed', { isAnswerEditable: false })];
    const stored = checkFirstAnswers(questions, [answer('free', '1'), answer('fixed', '2')]);
    expect(checkChangedAnswers(questions, [answer('free', '3'), answer('fixed', '2')], stored).map((row) => row.value)).toEqual(['3', '2']);
    expect(refusalOf(() => checkChangedAnswers(questions, [answer('fixed', '3')], stored))).toBe('400 InvalidModel');
  });
});
