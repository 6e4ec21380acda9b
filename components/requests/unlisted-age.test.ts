import { describe, expect, it } from 'vitest';
import { unlistedAge } from './unlisted-age';

describe('unlistedAge', () => {
  const now = Date.parse('2026-11-24T10:00:00Z');
  it('knows what was sent just now, a while ago, days ago, and what the service no longer keeps', () => {
    const times = [
      null,
      '2026-11-24T10:00:01Z',
      '2026-11-24T09:56:00Z',
      '2026-11-24T08:00:00Z',
      '2026-11-20T10:00:00Z',
      '2026-08-30T10:00:00Z',
      '2026-08-20T10:00:00Z',
    ];
    expect(times.map((sentAt) => unlistedAge(sentAt, now))).toEqual([
      'justNow',
      'justNow',
      'justNow',
      'earlier',
      'long',
      'long',
      'dropped',
    ]);
  });
});
