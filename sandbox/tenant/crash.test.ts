import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { catalogNames, worldFolder } from './testing/worlds.ts';

let folder: ReturnType<typeof worldFolder>;
beforeEach(() => {
  folder = worldFolder();
});
afterEach(() => folder.clear());

it('loses at most the last second to kill -9, and never half of what was done together', async () => {
  const program = fileURLToPath(new URL('./testing/busy-world.ts', import.meta.url));
  const child = spawn(process.execPath, [program, folder.dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const progress: { written: number; at: number }[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [written = 0, at = 0] = line.split(' ').map(Number);
    progress.push({ written, at });
  });
  await once(child.stdout, 'data');
  await new Promise((ok) => setTimeout(ok, 3500));
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  const last = progress.at(-1);
  const names = catalogNames(folder.open().defaultTenant);
  const left = names.filter((name) => name.startsWith('left'));
  const right = names.filter((name) => name.startsWith('right'));
  expect(left.map((name) => name.slice(5))).toEqual(right.map((name) => name.slice(6)));
  expect(left).toEqual(Array.from({ length: left.length }, (_, index) => `left ${index + 1}`));
  // A second between flushes, and what a loaded machine takes to write one.
  const kept = progress.find((row) => row.written >= left.length);
  expect((last?.at ?? 0) - (kept?.at ?? 0)).toBeLessThan(2000);
  expect(left.length).toBeGreaterThan(0);
});
