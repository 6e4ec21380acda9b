import { z } from '@/lib/zod';
import type { LocalizedText, Question } from '../questions';
import { flag, list, order, text, textOrNull } from './values';

const wireTranslation = z.object({ languageCode: text, text }).transform((found) => (found.languageCode && found.text ? found : null));
const wireTranslations = list(wireTranslation);

/** A text of v1.0 (a string beside `localizations`) or of beta (an object with both); contract §4.3, first trap. */
const wireText = z.union([z.string(), z.object({ defaultText: text, localizedTexts: wireTranslations })]).catch('');

function localizedText(found: z.infer<typeof wireText>, localizations: { languageCode: string; text: string }[]): LocalizedText {
  const own = typeof found === 'string' ? { defaultText: found, localizedTexts: [] } : found;
  const pairs = [...own.localizedTexts, ...localizations].map((each) => [each.languageCode, each.text] as const);
  return { text: own.defaultText || (pairs[0]?.[1] ?? ''), translations: Object.fromEntries(pairs) };
}

const wireChoice = z
  .object({ actualValue: text, text: wireText, displayValue: wireText, localizations: wireTranslations })
  .transform((found) => {
    const label = localizedText(found.text === '' ? found.displayValue : found.text, found.localizations);
    return found.actualValue === '' ? null : { value: found.actualValue, text: { ...label, text: label.text || found.actualValue } };
  });

const wireQuestionShape = z.object({
  '@odata.type': text,
  id: text,
  sequence: order,
  isRequired: flag,
  isAnswerEditable: flag,
  text: wireText,
  localizations: wireTranslations,
  isSingleLineQuestion: flag,
  regexPattern: textOrNull,
  isMultipleSelectionAllowed: flag,
  allowsMultipleSelection: flag,
  choices: z.array(z.unknown()).nullable().catch(null),
});

export type QuestionKind = 'text' | 'choice' | 'unknown';

/** A question's kind by the suffix of its type (contract §4.3), or by its members where the type is missing. */
export function questionKind(type: string, shape: { hasChoices: boolean; hasText: boolean }): QuestionKind {
  if (/TextInputQuestion$/i.test(type)) return 'text';
  if (/MultipleChoiceQuestion$/i.test(type)) return 'choice';
  if (type !== '' && !/accessPackageQuestion$/i.test(type)) return 'unknown';
  return shape.hasChoices ? 'choice' : shape.hasText ? 'text' : 'unknown';
}

interface Placed {
  sequence: number;
  isRequired: boolean;
  question: Question | null;
}

const wirePlaced: z.ZodType<Placed | null> = wireQuestionShape.transform((found): Placed => {
  const base = {
    id: found.id,
    text: localizedText(found.text, found.localizations),
    isRequired: found.isRequired,
    isAnswerEditable: found.isAnswerEditable,
  };
  return { sequence: found.sequence, isRequired: found.isRequired, question: found.id === '' ? null : typed(found, base) };
}) as z.ZodType<Placed | null>;

function typed(found: z.infer<typeof wireQuestionShape>, base: Omit<Question, 'kind' | 'isSingleLine' | 'regexPattern'>): Question | null {
  const shape = { hasChoices: found.choices !== null, hasText: found.isSingleLineQuestion || found.regexPattern !== null };
  const kind = questionKind(found['@odata.type'], shape);
  if (kind === 'text') return { ...base, kind, isSingleLine: found.isSingleLineQuestion, regexPattern: found.regexPattern };
  if (kind === 'unknown') return null;
  const choices = list(wireChoice).parse(found.choices);
  const isMultiple = found.isMultipleSelectionAllowed || found.allowsMultipleSelection;
  return choices.length === 0 ? null : { ...base, kind, isMultiple, choices };
}

/** The questions of a policy in order; a kind nobody knows is skipped, and said where it is required (contract §4.3). */
export const wireQuestions: z.ZodType<{ questions: Question[]; hasUnknownRequiredQuestion: boolean }> = list(wirePlaced).transform(
  (placed) => {
    const sorted = placed.toSorted((one, other) => one.sequence - other.sequence);
    return {
      questions: sorted.flatMap(({ question }) => (question ? [question] : [])),
      hasUnknownRequiredQuestion: sorted.some(({ question, isRequired }) => question === null && isRequired),
    };
  },
) as z.ZodType<{ questions: Question[]; hasUnknownRequiredQuestion: boolean }>;
