import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { describePattern } from '@/lib/entitlement/patterns';
import ar from '@/lib/i18n/messages/ar/questions.json';
import de from '@/lib/i18n/messages/de/questions.json';
import en from '@/lib/i18n/messages/en/questions.json';
import { patternWords } from './pattern-words';

const messages = { ar, de, en };
const words = (pattern: string, locale: keyof typeof messages = 'en') => {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'pattern' });
  const { hint, complaint } = patternWords(describePattern(pattern), t as (key: string) => string, locale);
  const plain = (text: string | null) => text?.replace(/[\u2066-\u2069]/g, '') ?? null;
  return { hint: plain(hint), complaint: plain(complaint) };
};

describe('patternWords', () => {
  it('reads a simple pattern aloud, with an example', () => {
    expect(words('^[0-9]{4}-[A-Z]{2}$')).toEqual({
      hint: 'Four digits, a dash and two capital letters, like 4120-AB.',
      complaint: 'Write it as four digits, a dash and two capital letters, like 4120-AB.',
    });
  });

  it.each([
    ['\\d{2,4}', '2 to 4 digits, like 412.'],
    ['[a-z]+', 'At least one small letter, like abc.'],
    ['CC \\d', '“CC ” and one digit, like CC 4.'],
    ['[A-Z]?', 'At most one capital letter, like A.'],
  ])('%s', (pattern, hint) => expect(words(pattern).hint).toBe(hint));

  it('says the same in German and Arabic', () => {
    expect(words('[0-9]{4}-[A-Z]{2}', 'de').hint).toBe('Vier Ziffern, ein Bindestrich und zwei Großbuchstaben, zum Beispiel 4120-AB.');
    expect(words('[0-9]{4}', 'ar').hint).toBe('4 أرقام، مثل 4120.');
  });

  it('says only that there is a form where the pattern is not simple', () => {
    expect(words('(a|b)+')).toEqual({ hint: null, complaint: 'This does not have the form the policy asks for.' });
  });
});
