import { readFileSync } from 'node:fs';
import type { Locale } from '../locales';
import type { Namespace } from '../namespaces';

export type Tree = { [key: string]: string | Tree };

/** One file of `messages/`, as it stands. */
export function messagesOf(locale: Locale, namespace: Namespace): Tree {
  return JSON.parse(readFileSync(new URL(`../messages/${locale}/${namespace}.json`, import.meta.url), 'utf8'));
}

/** Every message of a file by its whole key, `a.b.c`. */
export function flat(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}
