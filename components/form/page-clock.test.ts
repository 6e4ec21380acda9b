import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cameAt, graphTime } from './page-clock';

describe('graphTime', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('counts from when the page came, also for a dialog that opens late', () => {
    const now = Date.parse('2026-11-24T09:00:00Z');
    cameAt(now);
    vi.advanceTimersByTime(600_000);
    expect(graphTime(now)).toBe(now + 600_000);
    vi.advanceTimersByTime(1_000);
    expect(graphTime(now)).toBe(now + 601_000);
  });

  it('starts anew with the now of a page that was read again', () => {
    const now = Date.parse('2026-11-24T10:00:00Z');
    cameAt(now);
    vi.advanceTimersByTime(60_000);
    const next = now + 60_000;
    cameAt(next);
    vi.advanceTimersByTime(5_000);
    expect([graphTime(now), graphTime(next)]).toEqual([now + 65_000, next + 5_000]);
  });
});
