import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Result } from '@/lib/portal-error';
import type { SubmissionOutcome } from '@/lib/submissions/submit';
import { keepAsking } from './keep-asking';

type Answer = Result<SubmissionOutcome | null>;
const unread: Answer = { ok: false, error: { kind: 'unavailable', retryAt: null } as never };

describe('keepAsking', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('outlasts reads that fail for minutes', async () => {
    const answers: Answer[] = [...Array<Answer>(8).fill(unread), { ok: true, value: { state: 'sent', requestId: 'r-1' } }];
    const tell = vi.fn();
    const asking = keepAsking(async () => answers.shift() ?? unread, tell);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    await asking;
    expect(tell.mock.calls).toEqual([[{ state: 'sent', requestId: 'r-1' }]]);
    expect(answers).toEqual([]);
  });

  it('ends with what was never sent', async () => {
    const ask = vi.fn(async (): Promise<Answer> => ({ ok: true, value: null }));
    const tell = vi.fn();
    const asking = keepAsking(ask, tell);
    await vi.advanceTimersByTimeAsync(60_000);
    await asking;
    expect([ask.mock.calls.length, tell.mock.calls]).toEqual([1, [[null]]]);
  });

  it('ends with its page', async () => {
    const stop = new AbortController();
    const ask = vi.fn(async (): Promise<Answer> => unread);
    const asking = keepAsking(ask, vi.fn(), stop.signal);
    await vi.advanceTimersByTimeAsync(4_000);
    stop.abort();
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    await asking;
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
