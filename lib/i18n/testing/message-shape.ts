import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

export interface MessageShape {
  /** Names of what is filled in or chosen by, sorted, each once. */
  holes: string[];
  /** Those of them that a reader sees; the others only choose between words. */
  shown: string[];
  /** Names of rich tags, sorted, each once. */
  tags: string[];
  plurals: { argument: string; branches: string[] }[];
  /** Everything that is written, without what is filled in. */
  words: string;
}

/** What a message is made of. Throws where its syntax is wrong. */
export function shapeOf(message: string): MessageShape {
  const holes = new Set<string>();
  const shown = new Set<string>();
  const tags = new Set<string>();
  const plurals: MessageShape['plurals'] = [];
  let words = '';
  const walk = (elements: readonly MessageFormatElement[], counted?: string) => {
    for (const element of elements) {
      if (element.type === TYPE.pound) {
        if (counted) shown.add(counted);
        continue;
      }
      if (element.type === TYPE.literal) {
        words += element.value;
        continue;
      }
      if (element.type === TYPE.tag) {
        tags.add(element.value);
        walk(element.children, counted);
        continue;
      }
      holes.add(element.value);
      if (element.type === TYPE.plural) plurals.push({ argument: element.value, branches: Object.keys(element.options) });
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const option of Object.values(element.options)) walk(option.value, element.type === TYPE.plural ? element.value : counted);
      } else shown.add(element.value);
    }
  };
  walk(parse(message));
  return { holes: [...holes].sort(), shown: [...shown].sort(), tags: [...tags].sort(), plurals, words };
}

const exact: Readonly<Record<string, string>> = { one: '=1', two: '=2' };

/**
 * The plural branches a language needs and a message lacks. Asked only of a number that is shown and for which English knows one and many;
 * nothing is ever said of none unless English says it, and then by =0.
 */
export function missingBranches(english: MessageShape, translated: MessageShape, locale: string): string[] {
  const counted = new Set(
    english.plurals.filter(({ branches }) => branches.includes('one') || branches.includes('=1')).map((p) => p.argument),
  );
  const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  return translated.plurals
    .filter(({ argument }) => counted.has(argument) && translated.shown.includes(argument))
    .flatMap(({ argument, branches }) =>
      needed
        .filter((branch) => branch !== 'zero' && !branches.includes(branch) && !branches.includes(exact[branch] ?? ''))
        .map((branch) => `${argument} ${branch}`),
    );
}

/** Plural branches that a language never takes. */
export function deadBranches(translated: MessageShape, locale: string): string[] {
  const known: string[] = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  return translated.plurals.flatMap(({ argument, branches }) =>
    branches.filter((branch) => !branch.startsWith('=') && !known.includes(branch)).map((branch) => `${argument} ${branch}`),
  );
}
