import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const globalSetup = ['lib/store/testing/postgres.ts'].filter((path) => existsSync(path));

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname, 'server-only': `${import.meta.dirname}/lib/store/testing/server-only.ts` } },
  test: {
    include: ['{app,components,lib,sandbox,scripts}/**/*.test.{ts,tsx}'],
    globalSetup,
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
