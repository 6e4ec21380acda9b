import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { portalArguments, portalEnvironment } from '../../scripts/portal-process.mjs';
import { healthy } from '../../scripts/healthy.ts';

const root = join(import.meta.dirname, '../..');

export interface RunningPortal {
  origin: string;
  /** Resident memory of the server and whatever it started, MB. */
  residentMb(): number;
  stop(): Promise<void>;
}

/** Starts the built portal of this checkout as its own process against a running sandbox, and waits until it answers. */
export async function startPortal(options: { port: number; sandboxPort: number; dataDir: string }): Promise<RunningPortal> {
  if (!existsSync(join(root, '.next/BUILD_ID'))) throw new Error('There is no build yet: npm run build, then again.');
  const origin = `http://localhost:${options.port}`;
  const child = spawn(process.execPath, portalArguments(options.port, true), {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      ...portalEnvironment,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(options.port),
      PORTAL_ORIGIN: origin,
      SANDBOX_PORT: String(options.sandboxPort),
      DATA_DIR: options.dataDir,
      LOG_LEVEL: 'warn',
    },
  });
  while (!(await healthy(`${origin}/api/health`))) {
    if (child.exitCode !== null) throw new Error('The portal did not start.');
    await new Promise((ok) => setTimeout(ok, 50));
  }
  return {
    origin,
    residentMb: () => residentKb(child.pid ?? 0) / 1024,
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** A process and all below it. */
function residentKb(pid: number): number {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const of = (id: number): number =>
    rows.reduce((sum, [own, parent, rss]) => sum + (own === id ? (rss ?? 0) : 0) + (parent === id && own !== undefined ? of(own) : 0), 0);
  return of(pid);
}
