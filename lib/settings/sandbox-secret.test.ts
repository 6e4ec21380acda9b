import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sandboxSecret } from './sandbox-secret';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'latchkey-secret-')), 'data');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('is made once, long enough, for the owner only', () => {
  const secret = sandboxSecret(folder);
  expect(Buffer.byteLength(secret)).toBeGreaterThanOrEqual(32);
  expect(sandboxSecret(folder)).toBe(secret);
  expect(readdirSync(folder)).toEqual(['session-secret']);
  if (process.platform !== 'win32') expect(statSync(join(folder, 'session-secret')).mode & 0o077).toBe(0);
});
