import type { Answer, Policy, Question } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { questionId } from './questions.ts';
import type { QuestionKey } from './questions.ts';

export type SeededAnswers = Partial<Record<QuestionKey, string | readonly string[]>>;

/** What people answer when the seed says nothing else. Questions that are not here stay unanswered, so only optional ones may be missing. */
const USUAL: SeededAnswers = {
  costCentre: '4120-EU',
  recordUse: 'update',
  systems: ['gateway', 'routes'],
  customerData: 'no',
  payrollReports: 'hours',
  shiftSite: 'rotterdam',
  supervisor: 'Amara Diallo',
  changeTicket: 'CHG-104882',
  partnerProject: 'PRT-0412',
};

/** Answers to a policy's questions in wire shape: what `given` says, else the usual. One entry for each selected choice (contract §4.3). */
export function answersFor(tenant: Tenant, policyKey: string, policy: Policy, given: SeededAnswers): Answer[] {
  const keys = Object.keys({ ...USUAL, ...given }) as QuestionKey[];
  return policy.questions.flatMap((question) => {
    const key = keys.find((one) => questionId(tenant, policyKey, one) === question.id);
    const values = key === undefined ? undefined : (given[key] ?? USUAL[key]);
    if (values === undefined) return [];
    return (typeof values === 'string' ? [values] : values).map((value) => toAnswer(question, value));
  });
}

function toAnswer(question: Question, value: string): Answer {
  return {
    '@odata.type': '#microsoft.graph.accessPackageAnswerString',
    value,
    displayValue: question.choices?.find((choice) => choice.actualValue === value)?.text ?? value,
    answeredQuestion: { '@odata.type': question['@odata.type'], id: question.id },
  };
}
