import { readFileSync } from 'node:fs';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { locales } from './locales';
import { namespaces } from './namespaces';

type Tree = { [key: string]: string | Tree };

const read = (locale: string, namespace: string): Tree =>
  JSON.parse(readFileSync(new URL(`./messages/${locale}/${namespace}.json`, import.meta.url), 'utf8'));

const flat = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`)));

const tags = (message: string) => new Set([...message.matchAll(/<(\w+)>/g)].map((match) => match[1] ?? ''));
/** Names in braces: arguments, and words of branches, which do no harm here. */
const names = (message: string) => [...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map((match) => match[1] ?? '');

describe.each(namespaces)('%s', (namespace) => {
  const english = new Map(flat(read('en', namespace)));

  it.each(locales)('is whole and well formed in %s', (locale) => {
    const messages = read(locale, namespace);
    const translated = new Map(flat(messages));
    expect([...translated.keys()].sort()).toEqual([...english.keys()].sort());
    const t = createTranslator({
      locale,
      messages,
      onError: (error) => {
        throw error;
      },
    });
    for (const [key, message] of translated) {
      expect(tags(message), key).toEqual(tags(english.get(key) ?? ''));
      const values = Object.fromEntries([
        ...names(message).map((name) => [name, 2] as const),
        ...[...tags(message)].map((tag) => [tag, (chunks: unknown) => chunks] as const),
      ]);
      // A message that says nothing says so in every language.
      expect(String(t.rich(key as never, values as never)) === '', key).toBe(english.get(key) === '');
    }
  });
});
