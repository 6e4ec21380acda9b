import { expect, it } from 'vitest';
import { isoDuration } from './iso-duration';

it('reads every part of a duration', () => {
  expect(isoDuration('P1Y2M3W4DT5H6M7.5S')).toEqual({ years: 1, months: 2, weeks: 3, days: 4, hours: 5, minutes: 6, seconds: 7 });
  expect(isoDuration('PT1M')).toMatchObject({ months: 0, minutes: 1 });
  expect(isoDuration('P0D')).toMatchObject({ days: 0 });
});

it('takes nothing else for one', () => {
  for (const text of ['', 'P', 'PT', 'P1DT', '1D', 'P1H', 'PT1D', 'P-1D', 'P1.5D', 'P1D2Y', 'P9999999999D', 'P1D ago'])
    expect(isoDuration(text)).toBeNull();
});
