import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sources = ['app', 'components', 'lib'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|(^|[\\/])testing[\\/]/.test(file))
    .map((file) => ({
      file: relative(root, join(root, folder, file)).replaceAll('\\', '/'),
      text: readFileSync(join(root, folder, file), 'utf8'),
    })),
);

/** Handlers that stand outside the guard, and why. */
const OPEN = new Set([
  'app/api/session/route.ts', // checks origin and token itself
  'app/api/health/route.ts', // says ready or not, nothing else
  'app/api/metrics/route.ts', // asks for METRICS_TOKEN
  'app/auth/settings/route.ts', // public settings of the sign-in
  'app/auth/redirect/route.ts', // a static page
  'app/auth/bridge.js/route.ts', // a static script
]);

describe('every door has the guard', () => {
  const actions = sources.filter(({ text }) => /^['"]use server['"]/m.test(text));
  const handlers = sources.filter(({ file }) => file.endsWith('/route.ts'));

  it('finds the doors', () => {
    expect(actions.length).toBeGreaterThan(0);
    expect(handlers.length).toBeGreaterThan(OPEN.size);
  });

  it.each(actions)('actions of $file are made by action()', ({ text }) => {
    const exported = text.match(/^export .*$/gm) ?? [];
    const bare = exported.filter((line) => !/^export (const \w+ = action\(|type |interface )/.test(line));
    expect(bare).toEqual([]);
  });

  it.each(handlers.filter(({ file }) => !OPEN.has(file)))('handlers of $file are made by handler()', ({ text }) => {
    const exported = text.match(/^export (?:const|async function|function) (?:GET|HEAD|POST|PUT|PATCH|DELETE)\b.*$/gm) ?? [];
    expect(exported.length).toBeGreaterThan(0);
    expect(exported.filter((line) => !/= handler\(/.test(line))).toEqual([]);
  });

  it('what follows somebody’s typing is counted as a search', () => {
    const typed = handlers.filter(({ text }) => /\.get\('q'\)/.test(text));
    expect(typed.length).toBeGreaterThan(0);
    expect(typed.filter(({ text }) => !text.includes('isSearch: true')).map(({ file }) => file)).toEqual([]);
  });

  it('every page behind the sign-in asks who is there before it draws', () => {
    const pages = sources.filter(({ file }) => file.startsWith('app/(portal)/') && file.endsWith('/page.tsx'));
    const unguarded = pages.filter(({ text }) => !reaches(text, 'requireViewer(') && !/{\n  redirect\(paths\.\w+\);\n}\n$/.test(text));
    expect(pages.length).toBeGreaterThan(0);
    expect(unguarded.map(({ file }) => file)).toEqual([]);
  });

  it('no module but the settings reads the environment, and none but the door makes a Graph client', () => {
    const holding = (word: RegExp) => sources.filter(({ text }) => word.test(text)).map(({ file }) => file);
    expect(holding(/process\.env/)).toEqual(['lib/config.ts']);
    expect(holding(/\bcreateGraph\(/).toSorted()).toEqual(['lib/auth/graph-for.ts', 'lib/graph/client.ts']);
  });
});

/** Whether this module or one that it imports from the project (two steps down) contains the word. */
function reaches(text: string, word: string, steps = 2): boolean {
  if (text.includes(word)) return true;
  if (steps === 0) return false;
  const imports = [...text.matchAll(/from '@\/([^']+)'/g)].map(([, path]) => path);
  return imports.some((path) =>
    sources.some((source) => [`${path}.ts`, `${path}.tsx`].includes(source.file) && reaches(source.text, word, steps - 1)),
  );
}
