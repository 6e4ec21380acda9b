import { checkAnswers } from './answer-rules';
import { checkPeriod } from './period-rules';
import type { Question } from './questions';
import type { FormContext, FormRequirements, RequestFormValues, UpdateFormValues } from './request-form';

/** Longest justification the portal takes; the service says nothing of its own limit. */
export const LONGEST_JUSTIFICATION = 4_000;

/** What a rule finds wrong: where, and a key of `errors.fields`. */
export interface FormIssue {
  path: string[];
  message: string;
}

/** The rules of a first request or a direct assignment without any schema around them: what the browser checks as one types. */
export function requestIssues(requirements: FormRequirements, values: RequestFormValues, context: FormContext): FormIssue[] {
  const issues: FormIssue[] = [];
  const add = (path: string[], message: string) => void issues.push({ path, message });
  checkAnswers(requirements.questions, values.answers, context.matches, add);
  checkJustification(requirements, values.justification, context, add);
  if (values.period === null) return issues;
  if (requirements.allowCustomAssignmentSchedule || context.asAdministrator)
    checkPeriod(values.period, requirements.expiration, context, add);
  else add(['period'], 'other');
  return issues;
}

/** The questions whose answers may be changed later, by an update (contract §4.3, §6.4). */
export function editableQuestions(questions: readonly Question[]): Question[] {
  return questions.filter((question) => question.isAnswerEditable);
}

/** The rules of userUpdate and adminUpdate without any schema around them; the end at `endDay`. Contract §4.8, §6.4. */
export function updateIssues(requirements: FormRequirements, values: UpdateFormValues, context: FormContext): FormIssue[] {
  const issues: FormIssue[] = [];
  const add = (path: string[], message: string) => void issues.push({ path, message });
  if (values.answers) checkAnswers(editableQuestions(requirements.questions), values.answers, context.matches, add);
  checkJustification(requirements, values.justification, context, add);
  if (values.endDay === null) return issues;
  const endIssue = (path: string[], message: string) => add([path.at(-1) ?? 'endDay'], message);
  checkPeriod({ startDay: null, endDay: values.endDay }, requirements.expiration, context, endIssue);
  return issues;
}

/** Asked for and missing, or too long. */
function checkJustification(
  requirements: FormRequirements,
  justification: string,
  context: FormContext,
  add: (path: string[], message: string) => void,
): void {
  const isRequired = requirements.isRequestorJustificationRequired && !context.asAdministrator;
  if (isRequired && justification.trim() === '') add(['justification'], 'justification');
  else if (justification.length > LONGEST_JUSTIFICATION) add(['justification'], 'tooLong');
}
