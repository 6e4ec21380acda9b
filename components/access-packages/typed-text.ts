import { shownValues } from '@/components/questions/shown-values';
import { localized, type Question } from '@/lib/entitlement/questions';

interface Typed {
  answers: Readonly<Record<string, readonly string[]>>;
  justification: string;
}

/** What was typed, as text to take elsewhere: a line for each answered question, in the reader's language, then why. Empty where nothing was. */
export function typedText(questions: readonly Question[], { answers, justification }: Typed, why: string, locale: string): string {
  const lines = questions.flatMap((question) => {
    const values = [...(answers[question.id] ?? [])].filter((value) => value.trim() !== '');
    if (values.length === 0) return [];
    const shown = shownValues({ values, displayValues: [] }, question, locale);
    return [line(localized(question.text, locale), shown.join(', '))];
  });
  return [...lines, ...(justification.trim() === '' ? [] : [line(why, justification.trim())])].join('\n');
}

function line(name: string, value: string): string {
  return `${name.replace(/\s*[:：]\s*$/u, '')}: ${value}`;
}
