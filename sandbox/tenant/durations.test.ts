import { describe, expect, it } from 'vitest';
import { addDuration, instant, isDuration, isoInstant } from './durations.ts';

const from = Date.UTC(2028, 0, 31, 12);

describe('durations', () => {
  it.each([
    ['P14D', '2028-02-14T12:00:00Z'],
    ['PT4H', '2028-01-31T16:00:00Z'],
    ['P1DT30M', '2028-02-01T12:30:00Z'],
    ['PT0S', '2028-01-31T12:00:00Z'],
    ['P2W', '2028-02-14T12:00:00Z'],
    ['P1M', '2028-02-29T12:00:00Z'],
    ['P1Y', '2029-01-31T12:00:00Z'],
    ['PT1.5S', '2028-01-31T12:00:01.500Z'],
  ])('%s later', (duration, expected) => {
    expect(isDuration(duration)).toBe(true);
    expect(isoInstant(addDuration(from, duration))).toBe(expected);
  });

  it.each(['', 'P', 'PT', 'P1', '14D', 'P1DT', 'P-1D', 'soon'])('"%s" is none', (text) => {
    expect(isDuration(text)).toBe(false);
    expect(addDuration(from, text)).toBe(from);
  });

  it('reads instants leniently', () => {
    expect(instant('2028-01-31T12:00:00.0000000Z')).toBe(from);
    expect([instant('null'), instant(null), instant(undefined)]).toEqual([null, null, null]);
  });
});
