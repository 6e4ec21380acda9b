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
  /** Ends it as a power cut would: nothing is finished, nothing is said. */
  kill(): Promise<void>;
  /** Starts it again after that, at the same place with the same store. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A portal of one's own over the built pages, with everything in its log, and Graph reached at `graphRoot`. */
export async function ownPortal(sandbox: string, graphRoot: string): Promise<OwnPortal> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'latchkey-own-'));
  let log = '';
  const begin = () => {
    const begun = spawn(process.execPath, portalArguments(port, true), {
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
    for (const stream of [begun.stdout, begun.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (log += text));
    return begun;
  };
  let child = begin();
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  const stop = async () => {
    await end('SIGTERM');
    await rm(dataDir, { recursive: true, force: true });
  };
  const isUp = async () => {
    for (let tries = 0; !(await healthy(`${origin}/api/health`)); tries += 1) {
      if (child.exitCode !== null || tries > 600) {
        await stop();
        throw new Error(`The portal did not start:\n${log}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await isUp();
  const start = async () => {
    child = begin();
    await isUp();
  };
  return { origin, dataDir, log: () => log, kill: () => end('SIGKILL'), start, stop };
}
