import { RE2JS } from 're2js';
import type { Answer, Question } from '../tenant/model.ts';
import { invalidModel } from './refusals.ts';
import type { AnswerInput } from './request-input.ts';

const MULTIPLE_CHOICE = '#microsoft.graph.accessPackageMultipleChoiceQuestion';

/** The answers of a first request, checked and completed with their display values (contract §4.3, §4.8). Refusal 400 InvalidModel. */
export function checkFirstAnswers(questions: readonly Question[], sent: readonly AnswerInput[]): Answer[] {
  const grouped = group(questions, sent);
  return questions.flatMap((question) => checkQuestion(question, grouped.get(question.id) ?? []));
}

/**
 * The answers of an update. Only questions with isAnswerEditable may change (contract §6.4); an answer that repeats what is stored is
 * no change. Questions left out keep their answer. Refusal 400 InvalidModel.
 */
export function checkChangedAnswers(questions: readonly Question[], sent: readonly AnswerInput[], stored: readonly Answer[]): Answer[] {
  const grouped = group(questions, sent);
  return questions.flatMap((question) => {
    const answers = grouped.get(question.id);
    if (!answers) return [];
    const checked = checkQuestion(question, answers);
    const before = stored.filter((answer) => answer.answeredQuestion.id === question.id);
    if (!question.isAnswerEditable && values(checked) !== values(before)) {
      throw invalidModel(`The answer to question ${question.id} cannot be changed.`);
    }
    return checked;
  });
}

function values(answers: readonly Answer[]): string {
  return JSON.stringify(answers.map((answer) => answer.value).sort());
}

function group(questions: readonly Question[], sent: readonly AnswerInput[]): Map<string, AnswerInput[]> {
  const known = new Set(questions.map((question) => question.id));
  const grouped = new Map<string, AnswerInput[]>();
  for (const answer of sent) {
    const { id } = answer.answeredQuestion;
    if (!known.has(id)) throw invalidModel(`Question ${id} is not one of the policy's.`);
    grouped.set(id, [...(grouped.get(id) ?? []), answer]);
  }
  return grouped;
}

function checkQuestion(question: Question, sent: readonly AnswerInput[]): Answer[] {
  const given = sent.filter((answer) => answer.value.trim() !== '');
  if (given.length === 0) {
    if (question.isRequired) throw invalidModel(`Question ${question.id} needs an answer.`);
    return [];
  }
  return question['@odata.type'] === MULTIPLE_CHOICE ? checkChoices(question, given) : checkText(question, given);
}

/** Several choices come as one answer each, or as one answer that joins them with `;` (contract §4.3). Kept as one each. */
function checkChoices(question: Question, given: readonly AnswerInput[]): Answer[] {
  const choices = new Map((question.choices ?? []).map((choice) => [choice.actualValue, choice]));
  const split = (value: string): string[] => (choices.has(value) ? [value] : value.split(';').map((part) => part.trim()));
  const chosen = [...new Set(given.flatMap((answer) => split(answer.value)))];
  if (chosen.length > 1 && question.isMultipleSelectionAllowed !== true) throw invalidModel(`Question ${question.id} takes one choice.`);
  return chosen.map((value) => {
    const choice = choices.get(value);
    if (!choice) throw invalidModel(`'${value}' is not a choice of question ${question.id}.`);
    const shown = given.length === chosen.length ? given.find((answer) => answer.value === value)?.displayValue : null;
    return answerOf(question, value, shown ?? choice.text);
  });
}

function checkText(question: Question, given: readonly AnswerInput[]): Answer[] {
  const [only, ...more] = given;
  if (!only || more.length > 0) throw invalidModel(`Question ${question.id} takes one answer.`);
  if (question.regexPattern && !matchesWhole(question.regexPattern, only.value)) {
    throw invalidModel(`The answer to question ${question.id} does not match ${question.regexPattern}.`);
  }
  return [answerOf(question, only.value, only.displayValue ?? only.value)];
}

function answerOf(question: Question, value: string, displayValue: string): Answer {
  return {
    '@odata.type': '#microsoft.graph.accessPackageAnswerString',
    value,
    displayValue,
    answeredQuestion: { '@odata.type': question['@odata.type'], id: question.id },
  };
}

const patterns = new Map<string, RE2JS | null>();

/** Whole-string match in linear time [choice]; a pattern that the engine cannot read matches everything. */
function matchesWhole(pattern: string, text: string): boolean {
  let compiled = patterns.get(pattern);
  if (compiled === undefined) {
    compiled = compile(pattern);
    if (patterns.size > 1000) patterns.clear();
    patterns.set(pattern, compiled);
  }
  return compiled === null || compiled.matcher(text).matches();
}

function compile(pattern: string): RE2JS | null {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return null;
  }
}
