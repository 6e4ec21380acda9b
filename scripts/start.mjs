// npm start: from a fresh clone to a running portal. npm run dev: the same with the development server.
import { spawn } from 'node:child_process';
import { portalArguments, portalEnvironment } from './portal-process.mjs';
import { build, environment, packages, root, runtime, say, stop } from './setup.mjs';

const dev = process.argv.includes('--dev');
const node = runtime();
packages(node);
if (!dev) build(node);

const port = process.env.PORT || '3000';
const sandboxPort = process.env.SANDBOX_PORT || '4010';
const sandboxed = !process.env.ENTRA_TENANT_ID;
const origin = process.env.PORTAL_ORIGIN || `http://localhost:${port}`;
const env = environment(node, {
  PORT: port,
  PORTAL_ORIGIN: origin,
  // A sandbox setting beside a tenant is refused by the portal.
  ...(sandboxed ? { SANDBOX_PORT: sandboxPort } : {}),
  NODE_ENV: dev ? 'development' : 'production',
  ...(dev ? {} : portalEnvironment),
});

const children = [];
let ending = false;
function run(name, args) {
  const child = spawn(node, args, { cwd: root, stdio: 'inherit', env });
  children.push(child);
  child.on('exit', (code) => {
    if (ending) return;
    say(`${name} ended (${code ?? 'signal'}).`);
    end(code || 1);
  });
}
function end(code) {
  ending = true;
  for (const child of children) child.kill('SIGTERM');
  setTimeout(() => process.exit(code), 1500).unref();
  Promise.all(children.map((child) => (child.exitCode === null ? new Promise((ok) => child.once('exit', ok)) : null))).then(() =>
    process.exit(code),
  );
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));

async function ready(url, name) {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return answer;
    await new Promise((ok) => setTimeout(ok, 100));
  }
  return stop(`${name} did not come up at ${url}.`);
}

if (sandboxed) {
  say('Starting the sandbox, which plays Microsoft Entra and Graph …');
  run('The sandbox', ['sandbox/main.ts']);
  await ready(`http://127.0.0.1:${sandboxPort}/health`, 'The sandbox');
}
say('Starting the portal …');
run(
  'The portal',
  dev
    ? ['node_modules/next/dist/bin/next', 'dev', '-p', port, ...(sandboxed ? ['-H', '127.0.0.1'] : [])]
    : portalArguments(port, sandboxed),
);
await ready(`http://127.0.0.1:${port}/api/health`, 'The portal');

console.log(`\n  Latchkey is open at ${origin}\n`);
if (sandboxed) {
  const answer = await fetch(`http://127.0.0.1:${sandboxPort}/sandbox/people`);
  const people = await answer.json();
  const shown = people.filter((person) => person.about).slice(0, 10);
  const width = Math.max(...shown.map((person) => person.displayName.length));
  console.log('  Sandbox: nothing here is real, no password is asked. People to sign in as:');
  for (const person of shown) console.log(`    ${person.displayName.padEnd(width)}  ${person.about}`);
  console.log('\n  Ctrl-C ends both.\n');
}
