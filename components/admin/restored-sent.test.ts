import { describe, expect, it } from 'vitest';
import { restoredSent } from './restored-sent';

const kept = [
  { key: 'k-1', requestId: 'r-1' },
  { key: 'k-2', requestId: null },
];

describe('restoredSent', () => {
  it('goes on asking where the server could not be asked', () => {
    expect(restoredSent(kept, null).map(({ outcome }) => outcome)).toEqual([{ state: 'sent', requestId: 'r-1' }, { state: 'sending' }]);
  });

  it('takes what the server says, also that it was never sent', () => {
    const outcomes = (outcome: { state: 'unknown' } | null) => restoredSent(kept, { requests: [null], outcomes: { 'k-2': outcome } });
    expect(outcomes({ state: 'unknown' })[1]?.outcome).toEqual({ state: 'unknown' });
    expect(outcomes(null)[1]?.outcome).toBeNull();
  });
});
