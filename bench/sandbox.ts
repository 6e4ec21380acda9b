// npm run bench:sandbox: starts the sandbox at Microsoft's own limits and measures start, memory and every documented Graph call over HTTP.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { percentile, send } from './sandbox/client.ts';
import type { Sent } from './sandbox/client.ts';
import { freePort } from '../scripts/free-port.ts';
import { startSandbox } from './sandbox/process.ts';
import type { RunningSandbox } from './sandbox/process.ts';
import { reads } from './sandbox/reads.ts';
import { setStage } from './sandbox/stage.ts';
import { writes } from './sandbox/writes.ts';

const SIZE = { packages: 20_000, assignments: 300_000 };
const BARS = { startMs: 5_000, residentMb: 600, callMs: 50 };
const TURNS = 50;

const missed: string[] = [];

function report(name: string, value: string, good: boolean): void {
  console.log(`  ${good ? ' ' : '✗'} ${name.padEnd(58)} ${value}`);
  if (!good) missed.push(name);
}

function reportStart(name: string, sandbox: RunningSandbox): void {
  report(
    `${name}: start`,
    `${sandbox.startMs.toFixed(0)} ms${sandbox.startCpuMs === null ? '' : `, ${sandbox.startCpuMs} ms of them on a processor`}`,
    sandbox.startMs < BARS.startMs,
  );
  report(`${name}: memory`, `${sandbox.residentMb().toFixed(0)} MB`, sandbox.residentMb() < BARS.residentMb);
}

async function time(name: string, origin: string, prepare: (turn: number) => Promise<Sent>): Promise<void> {
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const sent = await prepare(turn);
    const answer = await send(origin, sent);
    if (answer.status >= 300) throw new Error(`${name} answered ${answer.status}: ${answer.text.slice(0, 300)}`);
    times.push(answer.ms);
  }
  const [p50, p99, first] = [percentile(times, 0.5), percentile(times, 0.98), times[0] ?? 0];
  report(
    name,
    [`p50 ${p50.toFixed(1)}`, `p99 ${p99.toFixed(1)}`, `first ${first.toFixed(1)} ms`].map((part) => part.padStart(12)).join(' '),
    p99 < BARS.callMs,
  );
}

const dataDir = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
const options = { port: await freePort(), dataDir, ...SIZE };
let sandbox: RunningSandbox | undefined;
try {
  console.log(
    `${SIZE.packages} access packages, ${SIZE.assignments} assignments. Bars: start ${BARS.startMs} ms, ${BARS.residentMb} MB, p99 ${BARS.callMs} ms.`,
  );
  sandbox = await startSandbox(options);
  reportStart('first start', sandbox);
  await sandbox.stop();
  sandbox = await startSandbox(options);
  reportStart('restart', sandbox);
  const { origin } = sandbox;
  const stage = await setStage(origin);
  await time('GET /health (what the machine itself takes)', origin, async () => ({ method: 'GET', path: '/health' }));
  for (const [name, sent] of Object.entries(reads(stage))) await time(name, origin, async () => sent);
  for (const [name, prepare] of Object.entries(writes(stage))) await time(name, origin, prepare);
  report('after all calls: memory', `${sandbox.residentMb().toFixed(0)} MB`, sandbox.residentMb() < BARS.residentMb);
} finally {
  await sandbox?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
if (missed.length > 0) {
  console.error(`\nMissed: ${missed.join('; ')}.`);
  process.exit(1);
}
console.log('\nEvery bar is met.');
