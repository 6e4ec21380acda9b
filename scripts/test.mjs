// npm test: everything that must hold, from a fresh clone. Ends with "N passed, N failed".
// npm test -- unit e2e …  runs only the named steps.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { browser, build, environment, packages, postgres, root, runtime, say } from './setup.mjs';

const node = runtime();
packages(node);
postgres(node);
const only = process.argv.slice(2).filter((name) => !name.startsWith('-'));
const results = join(root, 'test-results');
mkdirSync(results, { recursive: true });

let passed = 0;
let failed = 0;
const lost = [];

function step(name, commands, { count, env = {} } = {}) {
  if (only.length && !only.includes(name)) return;
  say(`${name} …`);
  const begun = process.hrtime.bigint();
  const ok = commands.every(
    (command) => spawnSync(node, command, { cwd: root, stdio: 'inherit', env: environment(node, env) }).status === 0,
  );
  const counted = count?.() ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  // A runner that failed without a failed test (a crash, an empty run) still fails.
  if (!ok && counted.failed === 0) counted.failed = 1;
  passed += counted.passed;
  failed += counted.failed;
  if (!ok) lost.push(name);
  say(
    `${name}: ${ok ? 'good' : 'FAILED'} (${counted.passed} passed, ${counted.failed} failed, ${Number((process.hrtime.bigint() - begun) / 1_000_000_000n)} s)`,
  );
}

function report(file, read) {
  const path = join(results, file);
  rmSync(path, { force: true });
  return () => (existsSync(path) ? read(JSON.parse(readFileSync(path, 'utf8'))) : { passed: 0, failed: 1 });
}

const bin = (path) => join('node_modules', path);
step('lockfile', [['scripts/check-lockfile.mjs']]);
step('types', [
  [bin('next/dist/bin/next'), 'typegen'],
  [bin('typescript/bin/tsc'), '--noEmit', '-p', '.'],
]);
step('lint', [[bin('eslint/bin/eslint.js'), '.', '--max-warnings=0']]);
step('structure', [
  [bin('dependency-cruiser/bin/dependency-cruiser.mjs'), 'app', 'components', 'lib', 'sandbox', '--config', '.dependency-cruiser.cjs'],
  [bin('knip/bin/knip.js')],
]);
step('audit', [['scripts/audit.mjs']]);
step('unit', [[bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json']], {
  count: report('unit.json', (json) => ({ passed: json.numPassedTests, failed: json.numFailedTests })),
});
if (!only.length || only.some((name) => name === 'e2e')) build(node);
step('e2e', [[bin('@playwright/test/cli.js'), 'test']], {
  env: { CHROMIUM_PATH: !only.length || only.includes('e2e') ? browser(node) : '' },
  count: report('e2e.json', (json) => ({ passed: json.stats.expected + json.stats.flaky, failed: json.stats.unexpected })),
});

if (lost.length) say(`Failed: ${lost.join(', ')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
