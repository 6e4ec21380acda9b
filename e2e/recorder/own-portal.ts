import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { portalArguments } from '../../scripts/portal-process.mjs';
import { freePort } from '../../scripts/free-port.ts';
import { healthy } from '../../scripts/healthy.ts';

export interface OwnPortal {
  origin: string;
  dataDir: string;
  /** Everything it has written to its log so far. */
  log(): string;
  stop(): Promise<void>;
}

/** A portal of one's own over the built pages, with everything in its log, and Graph reached at `graphRoot`. */
export async function ownPortal(sandbox: string, graphRoot: string): Promise<OwnPortal> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'latchkey-own-'));
  const child = spawn(process.execPath, portalArguments(port, true), {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(port),
      PORTAL_ORIGIN: origin,
      SANDBOX_PORT: new URL(sandbox).port,
      GRAPH_ROOT: graphRoot,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'trace',
    },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (log += text));
  const stop = async () => {
    if (child.exitCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    await rm(dataDir, { recursive: true, force: true });
  };
  for (let tries = 0; !(await healthy(`${origin}/api/health`)); tries += 1) {
    if (child.exitCode !== null || tries > 600) {
      await stop();
      throw new Error(`The portal did not start:\n${log}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { origin, dataDir, log: () => log, stop };
}
