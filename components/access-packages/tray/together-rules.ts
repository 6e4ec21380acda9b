import type { FieldErrors, Resolver } from 'react-hook-form';
import { requestIssues } from '@/lib/entitlement/form-issues';
import { loadPatternMatcher } from '@/lib/entitlement/pattern-match';
import type { FormContext } from '@/lib/entitlement/request-form';
import { allQuestions, fieldsOf, planQuestions, type QuestionPlan } from './question-plan';
import { chosenWays, packageField, type TogetherPackage } from './together-package';
import { requestValues, type TogetherValues } from './together-values';

/** Dotted path of a field of the page → key of `errors.fields`. */
export type TogetherFaults = Record<string, string>;

/** What the rules of all packages find wrong with the page, each field once, in the page's order. */
export function togetherFaults(packages: readonly TogetherPackage[], values: TogetherValues, context: FormContext): TogetherFaults {
  const chosen = chosenWays(packages, values.policies);
  const plan = planQuestions(chosen);
  const found: TogetherFaults = {};
  for (const { id } of packages) if (!chosen.some(({ packageId }) => packageId === id)) found[`policies.${packageField(id)}`] = 'choose';
  for (const way of chosen) {
    for (const { path, message } of requestIssues(way.policy, requestValues(way, plan, values), context)) {
      const name = pageField(path, way.packageId, plan, values.separate);
      if (name !== null) found[name] ??= message;
    }
  }
  return inPageOrder(found, packages, plan);
}

/** Where a package's fault stands on the page; null for one that the page has no field for. `path`: as `requestIssues` names it. */
export function pageField(
  path: readonly string[],
  packageId: string,
  plan: QuestionPlan,
  separate: TogetherValues['separate'],
): string | null {
  const [first, second] = path;
  if (first === 'answers' && second !== undefined) {
    const field = fieldsOf(plan, packageId).get(second);
    return field === undefined ? null : `answers.${field}`;
  }
  if (first === 'justification') return separate === 'each' ? `justifications.${packageField(packageId)}` : 'justification';
  if (first === 'period') return [`periods.${packageField(packageId)}`, ...(second === undefined ? [] : [second])].join('.');
  return first === 'policyId' ? `policies.${packageField(packageId)}` : null;
}

/** The faults as one meets their fields on the page. */
export function inPageOrder(found: TogetherFaults, packages: readonly TogetherPackage[], plan: QuestionPlan): TogetherFaults {
  const questions = (of: readonly { question: { id: string } }[]) => of.map(({ question }) => `answers.${question.id}`);
  const order = [
    ...questions(plan.shared),
    'justification',
    ...packages.flatMap(({ id }) => {
      const field = packageField(id);
      const period = `periods.${field}`;
      const own = questions(plan.own.get(id) ?? []);
      return [`policies.${field}`, ...own, `justifications.${field}`, period, `${period}.startDay`, `${period}.endDay`];
    }),
  ];
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.fromEntries(Object.entries(found).toSorted(([a], [b]) => place(a) - place(b)));
}

/** The rules as react-hook-form asks for them. `packages`: those that are still to be sent. */
export function togetherResolver(
  packages: () => readonly TogetherPackage[],
  context: () => Omit<FormContext, 'matches'>,
): Resolver<TogetherValues> {
  return async (values) => {
    const open = packages();
    const questions = allQuestions(planQuestions(chosenWays(open, values.policies)));
    const hasPattern = questions.some(({ question }) => question.kind === 'text' && question.regexPattern !== null);
    // Without the matcher's chunk the server judges patterns.
    const matches = hasPattern ? await loadPatternMatcher().catch(() => undefined) : undefined;
    const faults = togetherFaults(open, values, { ...context(), ...(matches ? { matches } : {}) });
    return Object.keys(faults).length === 0 ? { values, errors: {} } : { values: {}, errors: nested(faults) };
  };
}

function nested(faults: TogetherFaults): FieldErrors<TogetherValues> {
  const errors: Record<string, unknown> = {};
  for (const [name, message] of Object.entries(faults)) {
    const parts = name.split('.');
    const last = parts.pop() ?? name;
    let at = errors;
    for (const part of parts) at = (at[part] ??= {}) as Record<string, unknown>;
    at[last] = { ...(at[last] as object | undefined), type: 'rule', message };
  }
  return errors as FieldErrors<TogetherValues>;
}
