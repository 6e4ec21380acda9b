import { requestablePackages } from './engine/policies.ts';
import { createSandboxServer } from './server.ts';
import { SEEDS } from './seed/seeds.ts';
import { World } from './tenant/world.ts';

/** A number from the environment, or its default. Ends the process when it is none. */
function setting(name: string, usual: number): number {
  const text = process.env[name] ?? '';
  if (text === '') return usual;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  console.error(`${name} must be a whole number of 0 or more, not "${text}".`);
  return process.exit(1);
}

const port = setting('SANDBOX_PORT', 4010);
const world = new World({
  dataDir: process.env.DATA_DIR || '.data',
  port,
  portalOrigin: process.env.PORTAL_ORIGIN || 'http://localhost:3000',
  seeds: SEEDS,
  sizes: { packages: setting('SANDBOX_PACKAGES', 0), assignments: setting('SANDBOX_ASSIGNMENTS', 0) },
  latencyMs: setting('SANDBOX_LATENCY_MS', 0),
  say: (line) => console.log(`[sandbox] ${line}`),
});
const server = createSandboxServer(world);

server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${port} is taken: set SANDBOX_PORT to another one.` : error);
  process.exit(1);
});
server.listen(port, '127.0.0.1', () => {
  const { people, packages, assignments } = world.defaultTenant;
  console.log(
    `[sandbox] Entra and Graph for ${people.size} people, ${packages.size} access packages and ${assignments.size} assignments at ${world.origin}`,
  );
  warmUp();
});

/** Works out who may request what before somebody asks: at 20,000 packages the first time is the long one. */
function warmUp(): void {
  const [someone] = world.defaultTenant.people.values();
  if (someone) requestablePackages(world.defaultTenant, someone);
}

let ending = false;
function end(): void {
  if (ending) return;
  ending = true;
  server.close();
  server.closeAllConnections();
  world.close().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
