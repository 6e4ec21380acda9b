import type { Taken } from '@/lib/drafts/drafts';
import { LONGEST_ANSWER } from '@/lib/entitlement/answer-rules';
import type { PatternMatcher } from '@/lib/entitlement/pattern-match';
import { asksTheSame, type Question } from '@/lib/entitlement/questions';
import type { AssignmentRequest } from '@/lib/entitlement/requests';
import { isSameId } from '@/lib/request-link';
import { fromRequest, type OwnAnswer } from './own-answers';

/** What I answered before, fit for a question of today. */
export interface Offer {
  values: string[];
  from: Taken;
}

/** By question id, or `justification`. */
export type Offers = Record<string, Offer[]>;

/** More would be a list to read instead of a help. */
const MOST = 2;

/** Earlier answers that fit, for each question: those to the same question first, then to one that asks the same in words; newest first. */
export function answerOffers(questions: readonly Question[], earlier: readonly OwnAnswer[], matches?: PatternMatcher): Offers {
  const offers: Offers = {};
  for (const question of questions) {
    const same = earlier.filter(({ questionId }) => questionId === question.id);
    const alike = earlier.filter(({ questionId, text }) => questionId !== question.id && asksTheSame(text, question.text.text));
    const found = distinct(
      [...same, ...alike].flatMap(({ from, ...answer }) => {
        const values = fitting(question, answer, matches);
        return values ? [{ values, from }] : [];
      }),
    );
    if (found.length > 0) offers[question.id] = found;
  }
  return offers;
}

/** Reasons I gave for the same package before. */
export function reasonOffers(own: readonly AssignmentRequest[], packageId: string): Offer[] {
  return distinct(
    own
      .filter(({ accessPackage }) => accessPackage !== null && isSameId(accessPackage.id, packageId))
      .flatMap((request) =>
        request.justification?.trim() ? [{ values: [request.justification], from: fromRequest(request, packageId) }] : [],
      ),
  );
}

function distinct(offers: readonly Offer[]): Offer[] {
  const byValues = new Map<string, Offer>();
  for (const offer of offers) {
    const key = JSON.stringify(offer.values);
    if (!byValues.has(key)) byValues.set(key, offer);
  }
  return [...byValues.values()].slice(0, MOST);
}

/** The earlier values as this question takes them; null where it takes them no more. */
function fitting(
  question: Question,
  { values, inWords }: Pick<OwnAnswer, 'values' | 'inWords'>,
  matches?: PatternMatcher,
): string[] | null {
  const [first, ...more] = values;
  if (first === undefined || first.trim() === '') return null;
  if (question.kind === 'text') {
    // A choice says something else to people than to Graph: it is no text.
    if (more.length > 0 || first.length > LONGEST_ANSWER || inWords[0] !== first) return null;
    return question.regexPattern !== null && matches?.(question.regexPattern, first.trim()) === 'notMatched' ? null : [first];
  }
  if (more.length > 0 && !question.isMultiple) return null;
  const chosen = values.map((value, at) => {
    const byValue = question.choices.find((choice) => choice.value === value);
    return (byValue ?? question.choices.find((choice) => asksTheSame(choice.text.text, inWords[at] ?? '')))?.value;
  });
  return chosen.every((value) => value !== undefined) ? [...new Set(chosen)] : null;
}
