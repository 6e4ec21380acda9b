import { localized, type Answer, type Question } from '@/lib/entitlement/questions';

/** What to read for each value: the choice's text, else Graph's displayValue, else the value itself. */
export function shownValues(answer: Pick<Answer, 'values' | 'displayValues'>, question: Question | undefined, locale: string): string[] {
  return answer.values.map((value, index) => {
    const choice = question?.kind === 'choice' ? question.choices.find((offered) => offered.value === value) : undefined;
    return choice ? localized(choice.text, locale) : answer.displayValues[index] || value;
  });
}
