import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { replaceDatabase } from './database';
import { forgetReadiness, isReady } from './readiness';
import { withBothEngines } from './testing/engines';

withBothEngines('readiness', (engine) => {
  beforeEach(() => {
    forgetReadiness();
    vi.useFakeTimers({ toFake: ['performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
    replaceDatabase(engine.db());
  });

  it('is there while the store takes writes', async () => {
    expect(await isReady()).toBe(true);
  });

  it('is gone where it only reads', async () => {
    const readOnly = engine.db().withPlugin({
      transformQuery({ node }) {
        if (node.kind === 'InsertQueryNode') throw new Error('disk full');
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    replaceDatabase(readOnly);
    expect(await isReady()).toBe(false);
    replaceDatabase(engine.db());
    expect(await isReady()).toBe(false);
    vi.advanceTimersByTime(3_000);
    expect(await isReady()).toBe(true);
  });
});
