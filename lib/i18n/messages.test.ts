import { readdirSync } from 'node:fs';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { type Locale, locales } from './locales';
import { namespaces } from './namespaces';
import { cognates } from './testing/cognates';
import { flat, messagesOf } from './testing/message-files';
import { deadBranches, missingBranches, shapeOf } from './testing/message-shape';

/** Every message of a language beside its English one: `requests.empty.title`. */
function* beside(locale: Locale) {
  for (const namespace of namespaces) {
    const translated = flat(messagesOf(locale, namespace));
    for (const [key, english] of flat(messagesOf('en', namespace))) {
      yield { name: `${namespace}.${key}`, english, translated: translated.get(key) };
    }
  }
}

it('has one file for every namespace and no other', () => {
  for (const locale of locales) {
    const files = readdirSync(new URL(`./messages/${locale}`, import.meta.url)).sort();
    expect(files, locale).toEqual(namespaces.map((namespace) => `${namespace}.json`).sort());
  }
});

describe.each(locales.filter((locale) => locale !== 'en'))('%s', (locale) => {
  it('says everything English says', () => {
    expect([...beside(locale)].filter(({ translated }) => translated === undefined).map(({ name }) => name)).toEqual([]);
  });

  it('says nothing English does not say', () => {
    const left = namespaces.flatMap((namespace) => {
      const english = flat(messagesOf('en', namespace));
      return [...flat(messagesOf(locale, namespace)).keys()].filter((key) => !english.has(key)).map((key) => `${namespace}.${key}`);
    });
    expect(left).toEqual([]);
  });

  it('fills in the same and marks up the same', () => {
    const faults = [...beside(locale)].flatMap(({ name, english, translated }) => {
      if (translated === undefined) return [];
      const [from, to] = [shapeOf(english), shapeOf(translated)];
      // A language may do without the number that only chose between one and many; what is shown is shown in all.
      const same =
        from.shown.every((hole) => to.shown.includes(hole)) &&
        to.holes.every((hole) => from.holes.includes(hole)) &&
        from.tags.join() === to.tags.join();
      return same ? [] : [`${name}: {${from.holes}} <${from.tags}> became {${to.holes}} <${to.tags}>`];
    });
    expect(faults).toEqual([]);
  });

  it('counts as the language counts', () => {
    const faults = [...beside(locale)].flatMap(({ name, english, translated }) => {
      if (translated === undefined) return [];
      const [from, to] = [shapeOf(english), shapeOf(translated)];
      return [
        ...missingBranches(from, to, locale).map((branch) => `${name} lacks ${branch}`),
        ...deadBranches(to, locale).map((branch) => `${name} never reaches ${branch}`),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('leaves nothing in English', () => {
    const same = [...beside(locale)].filter(
      ({ english, translated }) => english === translated && /\p{L}/u.test(shapeOf(english).words) && !cognates[locale].includes(english),
    );
    expect(same.map(({ name, english }) => `${name}: ${english}`)).toEqual([]);
  });

  it('keeps no cognate that is none', () => {
    const same = new Set([...beside(locale)].filter(({ english, translated }) => english === translated).map(({ english }) => english));
    expect(cognates[locale].filter((word) => !same.has(word))).toEqual([]);
  });
});

describe.each(namespaces)('%s', (namespace) => {
  const english = flat(messagesOf('en', namespace));

  it.each(locales)('is said without a fault in %s', (locale) => {
    const messages = messagesOf(locale, namespace);
    const t = createTranslator({
      locale,
      messages,
      onError: (error) => {
        throw error;
      },
    });
    for (const [key, message] of flat(messages)) {
      const { holes, tags } = shapeOf(message);
      const values = Object.fromEntries([
        ...holes.map((name) => [name, 2] as const),
        ...tags.map((tag) => [tag, (chunks: unknown) => chunks] as const),
      ]);
      // A message that says nothing says so in every language.
      expect(String(t.rich(key as never, values as never)) === '', key).toBe(english.get(key) === '');
    }
  });
});
