// node scripts/run.mjs <program> [arguments]: runs one of the project's programs on its own runtime.
// --types instead of a program: route types, then the type checker.
import { spawnSync } from 'node:child_process';
import { environment, packages, root, runtime } from './setup.mjs';

const node = runtime();
packages(node);
const [first, ...rest] = process.argv.slice(2);
const commands =
  first === '--types'
    ? [
        ['node_modules/next/dist/bin/next', 'typegen'],
        ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'],
      ]
    : [[first, ...rest]];
for (const command of commands) {
  const done = spawnSync(node, command, { cwd: root, stdio: 'inherit', env: environment(node) });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
