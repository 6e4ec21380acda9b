import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const port = Number(process.env.E2E_PORT || 3900);
const sandboxPort = Number(process.env.E2E_SANDBOX_PORT || 4900);
process.env.E2E_SANDBOX = `http://localhost:${sandboxPort}`;
// The spec of the layouts writes this file; the portal reads it only for its own language cookie.
process.env.E2E_MESSAGES ??= join(tmpdir(), `latchkey-messages-${port}.json`);

const executablePath = process.env.CHROMIUM_PATH || undefined;
const root = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath,
      args: [
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        ...(root ? ['--no-sandbox'] : []),
      ],
    },
  },
  webServer: {
    command: 'node scripts/start.mjs',
    url: `http://localhost:${port}/api/health`,
    timeout: 240_000,
    reuseExistingServer: !process.env.CI && Boolean(process.env.E2E_REUSE),
    stdout: 'pipe',
    env: {
      PORT: String(port),
      SANDBOX_PORT: String(sandboxPort),
      PORTAL_ORIGIN: `http://localhost:${port}`,
      DATA_DIR: join(tmpdir(), `latchkey-e2e-${process.pid}`),
      LOG_LEVEL: 'warn',
      SANDBOX_MESSAGES: process.env.E2E_MESSAGES,
    },
  },
});
