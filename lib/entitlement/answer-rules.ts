import type { PatternMatcher } from './pattern-match';
import { meantValues, type Question } from './questions';
import type { AddIssue } from './request-form';

/** Longest answer the portal takes; the service says nothing of its own limit. */
export const LONGEST_ANSWER = 4_000;

/** Required answers, patterns, known choices (contract §4.3); one issue a question at `answers.<question id>`. */
export function checkAnswers(
  questions: readonly Question[],
  answers: Readonly<Record<string, string[]>>,
  matches: PatternMatcher | undefined,
  add: AddIssue,
): void {
  for (const question of questions) {
    const issue = answerIssue(question, answers[question.id], matches);
    if (issue !== null) add(['answers', question.id], issue);
  }
}

function answerIssue(question: Question, given: readonly string[] | undefined, matches: PatternMatcher | undefined): string | null {
  const values = meantValues(question, given);
  const [value] = values;
  if (question.kind === 'choice') {
    const typed = (given ?? []).filter((each) => each.trim() !== '');
    // A choice that the policy no longer has, or more than it allows, is not quietly left out.
    if (typed.length > values.length) return question.isMultiple ? 'chooseAny' : 'choose';
    return value === undefined && question.isRequired ? (question.isMultiple ? 'chooseAny' : 'choose') : null;
  }
  if (value === undefined) return question.isRequired ? 'required' : null;
  if (value.length > LONGEST_ANSWER) return 'tooLong';
  return question.regexPattern !== null && matches?.(question.regexPattern, value) === 'notMatched' ? 'pattern' : null;
}
