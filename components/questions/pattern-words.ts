import { useLocale, useTranslations } from 'next-intl';
import { describePattern, type PatternDescription, type PatternPart } from '@/lib/entitlement/patterns';

/** Translates one message of `questions.pattern`. */
type Words = (key: string, values?: Record<string, string | number>) => string;

export interface PatternWords {
  /** Our reading of the pattern, for under the question; null for a pattern that is not simple. */
  hint: string | null;
  /** What to write instead, for an answer that does not fit. */
  complaint: string;
}

/** The words for a policy's pattern. Null pattern: there is nothing to say. Needs the namespace `questions`. */
export function usePatternWords(pattern: string | null): PatternWords {
  const t = useTranslations('questions.pattern');
  return patternWords(pattern === null ? null : describePattern(pattern), t, useLocale());
}

/** Words from a pattern's parts; where it could not be read, only that the policy asks for a form. */
export function patternWords(described: PatternDescription | null, t: Words, locale: string): PatternWords {
  if (!described) return { hint: null, complaint: t('unread') };
  const list = new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' });
  const parts = list.format(described.parts.map((part) => partWords(part, t, locale)));
  // The example keeps its own direction inside a sentence of another one.
  const example = `\u2066${described.example}\u2069`;
  return { hint: capital(t('hint', { parts, example }), locale), complaint: t('complaint', { parts, example }) };
}

const NAMED: Readonly<Record<string, string>> = {
  '-': 'dash',
  ' ': 'space',
  '.': 'dot',
  '/': 'slash',
  _: 'underscore',
  ',': 'comma',
  ':': 'colon',
};

function partWords(part: PatternPart, t: Words, locale: string): string {
  const { min, max } = part.count;
  if (part.kind === 'literal') {
    const name = NAMED[part.text];
    const what = name ? t(`literal.${name}`) : t('literal.text', { text: `\u2068${part.text}\u2069` });
    if (min === 1 && max === 1) return what;
    return min === 0 && max === 1 ? t('perhaps', { what }) : t('repeated', { what, amount: amountWords(min, max, t) });
  }
  const isOne = min === 1 && max === 1;
  const values = { how: isOne ? 'one' : 'many', n: max ?? (min || 2), amount: amountWords(min, max, t) };
  const or = (characters: readonly string[]) => {
    const named = characters.map((character) => (NAMED[character] ? t(`literal.${NAMED[character]}`) : `\u2068${character}\u2069`));
    return new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'disjunction' }).format(named);
  };
  if (part.kind === 'oneOf') return t('kind.oneOf', { ...values, list: or(part.characters) });
  const what = t(`kind.${part.kind}`, values);
  return part.also.length === 0 ? what : t('also', { what, list: or(part.also) });
}

function amountWords(min: number, max: number | null, t: Words): string {
  if (max === null) return min === 0 ? t('amount.any') : t('amount.atLeast', { min: t('number', { n: min }) });
  if (min === max) return t('number', { n: min });
  return min === 0 ? t('amount.atMost', { max: t('number', { n: max }) }) : t('amount.range', { min, max });
}

function capital(text: string, locale: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(locale) + rest.join('');
}
