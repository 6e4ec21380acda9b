import type { FieldErrors, Resolver } from 'react-hook-form';
import { requestIssues } from '@/lib/entitlement/form-issues';
import { loadPatternMatcher } from '@/lib/entitlement/pattern-match';
import type { FormContext } from '@/lib/entitlement/request-form';
import { ownField, personField, type ForWhom, type Scope } from './pairs';
import { allQuestions, fieldsOf, planQuestions, type QuestionPlan } from './question-plan';
import { chosenWays, packageField } from './together-package';
import { requestValues, type TogetherValues } from './together-values';

/** Dotted path of a field of the page → key of `errors.fields`. */
export type TogetherFaults = Record<string, string>;

/** What the rules of all packages find wrong with the page, each field once, in the page's order. */
export function togetherFaults({ packages, pairs }: Scope, values: TogetherValues, context: FormContext): TogetherFaults {
  const chosen = chosenWays(packages, values.policies);
  const plan = planQuestions(chosen);
  const found: TogetherFaults = {};
  if (values.people.length === 0) found.people = 'person';
  for (const { id } of packages) if (!chosen.some(({ packageId }) => packageId === id)) found[`policies.${packageField(id)}`] = 'choose';
  for (const { of, person } of pairs) {
    const way = chosen.find(({ packageId }) => packageId === of.id);
    if (!way) continue;
    for (const { path, message } of requestIssues(way.policy, requestValues(way, person.objectId, plan, values), context)) {
      const name = pageField(path, way.packageId, person.objectId, plan, values);
      if (name !== null) found[name] ??= message;
    }
  }
  return inPageOrder(found, packages, plan, values.people);
}

/** Where the fault of a package's request for a person stands on the page; null for one that the page has no field for. `path`: as `requestIssues` names it. */
export function pageField(
  path: readonly string[],
  packageId: string,
  objectId: string,
  plan: QuestionPlan,
  { differ, separate }: Pick<TogetherValues, 'differ' | 'separate'>,
): string | null {
  const [first, second] = path;
  const named = (field: string) => (differ.includes(field) ? ownField(field, objectId) : field);
  if (first === 'answers' && second !== undefined) {
    const field = fieldsOf(plan, packageId).get(second);
    return field === undefined ? null : `answers.${named(field)}`;
  }
  if (first === 'justification')
    return separate === 'same' ? first : `justifications.${separate === 'each' ? packageField(packageId) : personField(objectId)}`;
  if (first === 'period') return [`periods.${named(packageField(packageId))}`, ...(second === undefined ? [] : [second])].join('.');
  return first === 'policyId' ? `policies.${packageField(packageId)}` : null;
}

/** The faults as one meets their fields on the page. */
export function inPageOrder(
  found: TogetherFaults,
  packages: Scope['packages'],
  plan: QuestionPlan,
  people: readonly ForWhom[],
): TogetherFaults {
  const each = (field: string) => [field, ...people.map(({ objectId }) => ownField(field, objectId))];
  const questions = (of: readonly { question: { id: string } }[]) => of.flatMap(({ question }) => each(`answers.${question.id}`));
  const order = [
    'people',
    ...questions(plan.shared),
    'justification',
    ...people.map(({ objectId }) => `justifications.${personField(objectId)}`),
    ...packages.flatMap(({ id }) => {
      const field = packageField(id);
      const periods = each(`periods.${field}`).flatMap((period) => [period, `${period}.startDay`, `${period}.endDay`]);
      return [`policies.${field}`, ...questions(plan.own.get(id) ?? []), `justifications.${field}`, ...periods];
    }),
  ];
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.fromEntries(Object.entries(found).toSorted(([a], [b]) => place(a) - place(b)));
}

/** The rules as react-hook-form asks for them. `scope`: what is still to be sent, of these people. */
export function togetherResolver(
  scope: (people: readonly ForWhom[]) => Scope,
  context: () => Omit<FormContext, 'matches'>,
): Resolver<TogetherValues> {
  return async (values) => {
    const open = scope(values.people);
    const questions = allQuestions(planQuestions(chosenWays(open.packages, values.policies)));
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
