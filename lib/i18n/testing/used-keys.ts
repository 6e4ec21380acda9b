import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import { type Keys, keysOf, textsIn } from './key-expressions';
import { Translators } from './translators';

/** Where messages are asked for, and what a key may look like there. */
export interface Uses {
  /** True when some code asks for the message of this whole key, `requests.empty.title`. */
  uses(key: string): boolean;
  /** Keys that are asked for in so many words, each with one place. */
  asked: Map<string, string>;
}

const rooms = ['app', 'components', 'lib'];

/**
 * Reads every call of a translator in the portal's code, tests left out. `root` is the folder of tsconfig.json. Where a key arrives as a plain
 * string, every text of the same room and of lib counts as a key: it may have come from there.
 */
export function readUses(root: string): Uses {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: ['next.config.js'] }, ts.sys, root);
  const names = rooms.flatMap((room) =>
    ts.sys.readDirectory(join(root, room), ['.ts', '.tsx'], ['**/*.test.ts', '**/*.test.tsx', '**/testing/**']),
  );
  const program = ts.createProgram(names, { ...options, incremental: false, plugins: [] });
  const checker = program.getTypeChecker();
  const known = new Set(names);
  const files = program.getSourceFiles().filter(({ fileName }) => known.has(fileName));
  const translators = new Translators(checker, files);

  const roomOf = (file: ts.SourceFile) => relative(root, file.fileName).split(sep).slice(0, 2).join('/');
  const texts = new Map<string, Keys[]>();
  const asked = new Map<string, string>();
  const perhaps = new Set<string>();
  const patterns = new Map<string, RegExp>();
  const textsFor = (room: string) => {
    const found =
      texts.get(room) ??
      files.filter((file) => [room, 'lib'].some((name) => roomOf(file).startsWith(name))).map((file) => textsIn(file, checker));
    texts.set(room, found);
    return found;
  };
  const shape = (namespace: string, text: string) => patterns.set(`${namespace} ${text}`, new RegExp(`^${escaped(namespace)}\\.${text}$`));

  for (const file of files) {
    const visit = (node: ts.Node): void => {
      ts.forEachChild(node, visit);
      if (!ts.isCallExpression(node) || !node.arguments[0]) return;
      for (const namespace of translators.namespacesOf(calledOn(node.expression))) {
        const found = keysOf(node.arguments[0], checker);
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        for (const key of found.keys) asked.set(`${namespace}.${key}`, `${relative(root, file.fileName)}:${line + 1}`);
        for (const text of found.shapes) shape(namespace, text);
        for (const { keys, shapes } of found.isPlain ? textsFor(roomOf(file)) : []) {
          for (const key of keys) perhaps.add(`${namespace}.${key}`);
          for (const text of shapes) shape(namespace, text);
        }
      }
    };
    visit(file);
  }
  const shapes = [...patterns.values()];
  return { asked, uses: (key) => asked.has(key) || perhaps.has(key) || shapes.some((pattern) => pattern.test(key)) };
}

/** What `t(…)`, `t.rich(…)`, `t.has(…)` is called on. */
function calledOn(callee: ts.Expression): ts.Expression {
  const isWay = ts.isPropertyAccessExpression(callee) && ['rich', 'markup', 'has', 'raw'].includes(callee.name.text);
  return isWay ? callee.expression : callee;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
