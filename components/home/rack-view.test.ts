import { describe, expect, it } from 'vitest';
import type { Ending } from './home-view';
import { packRack, rackMonths } from './rack-view';

const ending = (key: string, daysLeft: number): Ending => ({
  key,
  of: { id: key, name: key },
  endDay: '2026-12-03',
  daysLeft,
  endDateTime: '',
});
const places = (days: number[]) =>
  packRack(
    days.map((d, i) => ending(`k${i}`, d)),
    () => 20,
  );

describe('packRack', () => {
  it('hangs what is far apart on the upper level', () => {
    expect(places([9, 40]).hung).toMatchObject([{ at: 10, level: 0, before: false }, { level: 0 }]);
  });
  it('hangs lower before a near neighbour and leaves over what finds no place', () => {
    const { hung, over } = places([9, 12, 13]);
    expect(hung.map(({ level }) => level)).toEqual([1, 0]);
    expect(over.map(({ key }) => key)).toEqual(['k2']);
  });
  it('turns the label round at the end of the line', () => {
    expect(places([88]).hung).toMatchObject([{ before: true, level: 0 }]);
  });
});

describe('rackMonths', () => {
  it('marks the months within 90 days', () => {
    expect(rackMonths('2026-11-24').map(({ day }) => day)).toEqual(['2026-12-01', '2027-01-01', '2027-02-01']);
    expect(rackMonths('2026-12-31')[0]?.at).toBeCloseTo(1.11, 1);
  });
});
