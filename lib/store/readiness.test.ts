import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { GET } from '@/app/api/health/route';
import { replaceDatabase } from './database';
import { forgetReadiness } from './readiness';
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
    const answer = await GET();
    expect([answer.status, await answer.json(), answer.headers.get('cache-control')]).toEqual([200, { ready: true }, 'no-store']);
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
    const answer = await GET();
    expect([answer.status, await answer.json()]).toEqual([503, { ready: false }]);
    replaceDatabase(engine.db());
    expect((await GET()).status).toBe(503);
    vi.advanceTimersByTime(3_000);
    expect((await GET()).status).toBe(200);
  });
});
