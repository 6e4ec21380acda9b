import type { Locale } from '../locales';

/** What a language writes exactly as English does: names, and words that are the same in both. */
export const cognates: Record<Exclude<Locale, 'en'>, readonly string[]> = {
  de: ['Latchkey', 'Sandbox', 'Person'],
  fr: ['Latchkey', 'Ctrl ⏎', 'Administration', 'E-mail', 'Justification', 'Package', 'Questions'],
  es: ['Latchkey', 'Ctrl ⏎'],
  ja: ['Latchkey', 'Ctrl ⏎'],
  ar: ['Latchkey', 'Ctrl ⏎'],
};
