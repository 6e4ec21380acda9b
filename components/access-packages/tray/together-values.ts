import type { DraftContent } from '@/lib/drafts/drafts';
import type { RequestFormValues } from '@/lib/entitlement/request-form';
import { ownField, personField, type ForWhom } from './pairs';
import { fieldsOf, planQuestions, type QuestionPlan } from './question-plan';
import { chosenWays, packageField, type ChosenWay, type TogetherPackage } from './together-package';

/** The page's fields. Names: `packageField`, `personField` and those of `planQuestions`; `ownField` where people differ. */
export interface TogetherValues {
  people: ForWhom[];
  /** Package field → policy id, '' until chosen. */
  policies: Record<string, string>;
  answers: Record<string, string[]>;
  /** Question and package fields that each person answers for themselves. */
  differ: string[];
  /** The same justification for all, or one for each package or each person. */
  separate: 'same' | 'each' | 'person';
  justification: string;
  justifications: Record<string, string>;
  periods: Record<string, RequestFormValues['period']>;
}

/** What a package's own form has kept, offered where this page holds nothing yet. */
export type OwnDrafts = Readonly<Record<string, DraftContent | null>>;

/** What the page starts with: its own draft, and where that is silent what was typed in the packages' own forms, and `people`. */
export function startTogether(
  packages: readonly TogetherPackage[],
  saved: DraftContent | null,
  drafts: OwnDrafts,
  people: readonly ForWhom[] = [],
): TogetherValues {
  const kept = saved?.together;
  const own = packages.map(({ id }) => ({ field: packageField(id), draft: drafts[id] ?? null }));
  const pick = <T>(from: Readonly<Record<string, T>> | undefined, none: T, other: (draft: DraftContent) => T): Record<string, T> =>
    Object.fromEntries(own.map(({ field, draft }) => [field, from?.[field] ?? (draft ? other(draft) : none)]));
  const policies = pick(kept?.policies, '', (draft) => draft.policyId ?? '');
  const chosen = chosenWays(packages, policies);
  const words = new Set(own.map(({ draft }) => draft?.justification.trim() ?? '').filter(Boolean));
  const differ = kept?.differ ?? [];
  const isEach = kept?.separate ?? words.size > 1;
  return {
    people: kept?.people ?? [...people],
    policies,
    answers: { ...answersOf(chosen, drafts), ...kept?.answers },
    differ: differ.filter((field) => field !== 'justification'),
    separate: differ.includes('justification') ? 'person' : isEach ? 'each' : 'same',
    justification: saved?.justification || ([...words][0] ?? ''),
    justifications: { ...kept?.justifications, ...pick(kept?.justifications, '', (draft) => draft.justification) },
    periods: { ...kept?.periods, ...pick<DraftContent['period']>(kept?.periods, null, (draft) => draft.period) },
  };
}

/** The first answer that a package's own form holds, for each field; the empty ones too, for a field needs a value. */
function answersOf(chosen: readonly ChosenWay[], drafts: OwnDrafts): Record<string, string[]> {
  const plan = planQuestions(chosen);
  const answers: Record<string, string[]> = {};
  for (const { packageId } of chosen) {
    for (const [questionId, field] of fieldsOf(plan, packageId)) {
      const typed = drafts[packageId]?.answers[questionId]?.filter(Boolean) ?? [];
      if (!answers[field]?.length) answers[field] = typed;
    }
  }
  return answers;
}

/** What the page's draft keeps. */
export function toTogetherContent(values: TogetherValues, timeZone: string): DraftContent {
  const { people, policies, answers, separate, justification, justifications, periods } = values;
  const differ = [...values.differ, ...(separate === 'person' ? ['justification'] : [])];
  const together = { people, policies, answers: filled(answers), separate: separate === 'each', differ, justifications, periods };
  return { policyId: null, answers: {}, justification, period: null, timeZone, together };
}

function filled(answers: Readonly<Record<string, string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(answers).filter(([, values]) => values?.some(Boolean)));
}

/** What one package's request for one person says, out of the page. */
export function requestValues(way: ChosenWay, objectId: string, plan: QuestionPlan, values: TogetherValues): RequestFormValues {
  const named = (field: string) => (values.differ.includes(field) ? ownField(field, objectId) : field);
  const answers = [...fieldsOf(plan, way.packageId)].map(([questionId, name]) => [questionId, values.answers[named(name)] ?? []] as const);
  const { isRequestorJustificationRequired: isAsked, allowCustomAssignmentSchedule: ownDates } = way.policy;
  const why = {
    same: values.justification,
    each: values.justifications[packageField(way.packageId)],
    person: values.justifications[personField(objectId)],
  };
  return {
    answers: Object.fromEntries(answers),
    justification: isAsked ? (why[values.separate] ?? '') : '',
    period: ownDates ? (values.periods[named(packageField(way.packageId))] ?? null) : null,
  };
}
