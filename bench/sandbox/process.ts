import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { healthy } from '../../scripts/healthy.ts';

export interface RunningSandbox {
  origin: string;
  /** From the start of the process to the first good /health. */
  startMs: number;
  /** Processor time used until then, where the system tells it: on a busy machine the start itself says little. */
  startCpuMs: number | null;
  /** Resident memory, MB. */
  residentMb(): number;
  stop(): Promise<void>;
}

/** Starts the sandbox of this checkout as its own process, with these generated rows, and waits until it answers. */
export async function startSandbox(options: {
  port: number;
  dataDir: string;
  packages: number;
  assignments: number;
}): Promise<RunningSandbox> {
  const origin = `http://127.0.0.1:${options.port}`;
  const began = performance.now();
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../sandbox/main.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      SANDBOX_PORT: String(options.port),
      DATA_DIR: options.dataDir,
      SANDBOX_PACKAGES: String(options.packages),
      SANDBOX_ASSIGNMENTS: String(options.assignments),
    },
  });
  while (!(await healthy(`${origin}/health`))) {
    if (child.exitCode !== null) throw new Error('The sandbox did not start.');
    await new Promise((ok) => setTimeout(ok, 20));
  }
  const startMs = performance.now() - began;
  return { origin, startMs, startCpuMs: cpuMs(child), residentMb: () => residentMb(child), stop: () => stop(child) };
}

/** User and system time of the process so far; Linux counts it in hundredths of a second. */
function cpuMs(child: ChildProcess): number | null {
  try {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

function residentMb(child: ChildProcess): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
