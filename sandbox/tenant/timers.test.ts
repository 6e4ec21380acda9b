import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TimerQueue } from './timers.ts';

it('gives what is due, earliest first, ties in the order they came', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.integer({ min: 0, max: 20 }), (times, now) => {
      const queue = new TimerQueue();
      times.forEach((at, index) => queue.add({ at, table: index % 2 ? 'requests' : 'assignments', id: String(index) }));
      const taken = [];
      for (let timer = queue.take(now); timer; timer = queue.take(now)) taken.push(timer);
      const expected = times
        .map((at, index) => ({ at, table: index % 2 ? 'requests' : 'assignments', id: String(index) }))
        .filter((timer) => timer.at <= now)
        .sort((one, two) => one.at - two.at || Number(one.id) - Number(two.id));
      expect(taken).toEqual(expected);
      expect(queue.size).toBe(times.length - expected.length);
    }),
  );
});
