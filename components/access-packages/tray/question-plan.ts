import type { Question } from '@/lib/entitlement/questions';
import type { ChosenWay } from './together-package';

/** One field of the page: a question that one package asks, or several ask alike. */
export interface PlannedQuestion {
  /** The question as it is shown: `id` names the field, needed where one of them needs it. */
  question: Question;
  /** Who asks it, by which id. */
  askedBy: { packageId: string; questionId: string }[];
}

export interface QuestionPlan {
  /** Asked by more than one package, answered once. */
  shared: PlannedQuestion[];
  /** Package id → what it asks alone. */
  own: ReadonlyMap<string, PlannedQuestion[]>;
}

/**
 * Questions with the same text, kind, choices and rule are one field, whatever their ids; two alike of one policy stay two. A field's name
 * follows from what is asked, so that what was typed stays when a package leaves or another policy is chosen.
 */
export function planQuestions(chosen: readonly ChosenWay[]): QuestionPlan {
  const fields = new Map<string, PlannedQuestion>();
  for (const { packageId, policy } of chosen) {
    const times = new Map<string, number>();
    for (const question of policy.questions) {
      const shape = shapeOf(question);
      const time = times.get(shape) ?? 0;
      times.set(shape, time + 1);
      const id = `q_${hash(`${time} ${shape}`)}`;
      const known = fields.get(id);
      const isRequired = question.isRequired || known?.question.isRequired === true;
      const askedBy = [...(known?.askedBy ?? []), { packageId, questionId: question.id }];
      fields.set(id, { question: { ...(known?.question ?? question), id, isRequired }, askedBy });
    }
  }
  const all = [...fields.values()];
  const own = new Map(chosen.map(({ packageId }) => [packageId, all.filter((field) => isOnlyBy(field, packageId))]));
  return { shared: all.filter(({ askedBy }) => askedBy.length > 1), own };
}

/** Every field of the page, shared ones first, then in the packages' order. */
export function allQuestions({ shared, own }: QuestionPlan): PlannedQuestion[] {
  return [...shared, ...[...own.values()].flat()];
}

/** A package's question id → the name of the field that answers it. */
export function fieldsOf(plan: QuestionPlan, packageId: string): Map<string, string> {
  return new Map(
    allQuestions(plan).flatMap(({ question, askedBy }) =>
      askedBy.filter((each) => each.packageId === packageId).map(({ questionId }) => [questionId, question.id] as const),
    ),
  );
}

function isOnlyBy({ askedBy }: PlannedQuestion, packageId: string): boolean {
  return askedBy.length === 1 && askedBy[0]?.packageId === packageId;
}

function shapeOf(question: Question): string {
  const text = question.text.text.trim().replaceAll(/\s+/g, ' ');
  if (question.kind === 'text') return JSON.stringify([text, question.isSingleLine, question.regexPattern]);
  return JSON.stringify([text, question.isMultiple, question.choices.map((choice) => [choice.value, choice.text.text])]);
}

/** FNV-1a over 32 bits, twice with different beginnings: a name, not a seal. */
function hash(text: string): string {
  const half = (begin: number) => {
    let value = begin;
    for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0;
    return value.toString(36);
  };
  return `${half(2166136261)}_${half(3339675911)}`;
}
