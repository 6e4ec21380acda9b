import type { Question } from '@/lib/entitlement/questions';

/** What a form that holds answers looks like to QuestionFields: question id → chosen values (one entry for text and single choice). */
export interface AnswerValues {
  answers: Record<string, string[]>;
}

/** The element a link in an error summary or a review row leads to. */
export function questionFieldId(questionId: string): string {
  return `question-${questionId}`;
}

/** Saved answers that still fit these questions, and whether some did not (the policy changed while the form was open). */
export function fittingAnswers(questions: readonly Question[], saved: Readonly<Record<string, string[]>>) {
  const answers: Record<string, string[]> = {};
  for (const question of questions) answers[question.id] = fitting(question, saved[question.id] ?? []);
  const kept = Object.values(answers).reduce((count, values) => count + values.length, 0);
  const had = Object.values(saved).reduce((count, values) => count + values.filter(Boolean).length, 0);
  return { answers, dropped: had > kept };
}

function fitting(question: Question, values: readonly string[]): string[] {
  if (question.kind === 'text') return values.filter(Boolean).slice(0, 1);
  const offered = new Set(question.choices.map((choice) => choice.value));
  const still = values.filter((value) => offered.has(value));
  return question.isMultiple ? still : still.slice(0, 1);
}
