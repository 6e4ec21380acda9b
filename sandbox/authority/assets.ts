import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AuthorityReply } from './request.ts';

const require = createRequire(import.meta.url);
const own = (name: string): string => join(import.meta.dirname, 'assets', name);
const font = (family: string, name: string): string => require.resolve(`@fontsource-variable/${family}/files/${name}.woff2`);

/** The only files the pages may load, by name: no path of a request ever reaches the disk. */
const ASSETS: Record<string, { type: string; file: () => string }> = {
  'tokens.css': { type: 'text/css; charset=utf-8', file: () => own('tokens.css') },
  'text.css': { type: 'text/css; charset=utf-8', file: () => own('text.css') },
  'pages.css': { type: 'text/css; charset=utf-8', file: () => own('pages.css') },
  'mark.svg': { type: 'image/svg+xml', file: () => own('mark.svg') },
  ...fonts('atkinson-hyperlegible-next', [
    'atkinson-hyperlegible-next-latin-wght-normal',
    'atkinson-hyperlegible-next-latin-ext-wght-normal',
  ]),
  ...fonts('instrument-sans', ['instrument-sans-latin-standard-normal']),
  ...fonts('noto-sans-arabic', ['noto-sans-arabic-arabic-wght-normal']),
};

function fonts(family: string, names: readonly string[]): Record<string, { type: string; file: () => string }> {
  return Object.fromEntries(names.map((name) => [`fonts/${name}.woff2`, { type: 'font/woff2', file: () => font(family, name) }]));
}

/** A style sheet, font or drawing of the sign-in page, or undefined. */
export async function asset(name: string): Promise<AuthorityReply | undefined> {
  const known = Object.hasOwn(ASSETS, name) ? ASSETS[name] : undefined;
  if (!known) return undefined;
  const headers = { 'Content-Type': known.type, 'Cache-Control': 'max-age=3600', 'X-Content-Type-Options': 'nosniff' };
  return { status: 200, headers, body: await readFile(known.file()) };
}
