import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';

let dataDir = '';
let port = 0;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'latchkey-main-'));
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  port = (probe.address() as AddressInfo).port;
  probe.close();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Starts the sandbox and waits for the line that says what it serves. */
async function start(): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      SANDBOX_PORT: String(port),
      DATA_DIR: dataDir,
      SANDBOX_PACKAGES: '',
      SANDBOX_ASSIGNMENTS: '',
      SANDBOX_LATENCY_MS: '5',
    },
  });
  const [said] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, said };
}

async function stop(child: ChildProcess): Promise<number | null> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  return ((await ended) as [number | null])[0];
}

async function control<T>(path: string, body?: unknown): Promise<T> {
  const answer = await fetch(
    `http://localhost:${port}/sandbox${path}`,
    body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
  );
  return (await answer.json()) as T;
}

it('says what it serves, answers on localhost, and takes everything up again after a stop', async () => {
  const first = await start();
  expect(first.said).toMatch(new RegExp(`Entra and Graph for \\d+ people, .* at http://localhost:${port}$`));
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
  expect((await control<{ latencyMs: number }>('/behaviour')).latencyMs).toBe(5);
  const { partition, people } = await control<{ partition: string; people: unknown[] }>('/partitions', { seed: 'company' });
  await control(`/clock?partition=${partition}`, { now: '2031-01-01T00:00:00Z', frozen: true });
  expect(await stop(first.child)).toBe(0);
  const second = await start();
  expect(await control(`/clock?partition=${partition}`)).toEqual({ now: '2031-01-01T00:00:00Z', frozen: true });
  expect(await control(`/people?partition=${partition}`)).toEqual(people);
  expect(await stop(second.child)).toBe(0);
});
