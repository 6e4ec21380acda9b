import { describe, expect, it } from 'vitest';
import { lookAgainAfter } from './use-poll';

describe('lookAgainAfter', () => {
  it('looks after 2, 5 and 15 seconds, then each minute', () => {
    expect([0, 1, 2, 3, 4, 40].map(lookAgainAfter)).toEqual([2_000, 5_000, 15_000, 60_000, 60_000, 60_000]);
  });
});
