import type { Ending } from './home-view';
import { rackDays } from './home-view';

export interface Hanger {
  ending: Ending;
  /** Percent of the axis from today. */
  at: number;
  level: 0 | 1;
  /** The label stands before the line instead of after it: there is no room at the end. */
  before: boolean;
}

/** Room of a label in percent of the axis: about seven pixels a letter on a leaf of 1,064. */
const roomOf = (letters: number) => letters * 0.7 + 2;

/** Hangs labels on two levels, soonest first, each where it touches nothing; what finds no place is left over, to be said below. */
export function packRack(endings: readonly Ending[], labelLength: (ending: Ending) => number): { hung: Hanger[]; over: Ending[] } {
  const taken: [number, number][][] = [[], []];
  const hung: Hanger[] = [];
  const over: Ending[] = [];
  for (const [index, ending] of endings.entries()) {
    const at = (ending.daysLeft / rackDays) * 100;
    const room = roomOf(labelLength(ending));
    const before = at + room > 100;
    const [from, to] = before ? [at - room, at + 0.5] : [at - 0.5, at + room];
    // Where the next line would run through this label, the label hangs below and leaves the upper level to the next.
    const next = endings[index + 1];
    const crossed = next && (next.daysLeft / rackDays) * 100 < to;
    const level = (crossed ? [1, 0] : [0, 1]).find(
      (one) => from >= -0.5 && taken[one]?.every(([start, end]) => to <= start || from >= end),
    );
    if (level === undefined) {
      over.push(ending);
    } else {
      taken[level]?.push([from, to]);
      // A line that drops to the lower level passes through the upper one.
      if (level === 1) taken[0]?.push([at - 0.5, at + 0.5]);
      hung.push({ ending, at, level: level === 1 ? 1 : 0, before });
    }
  }
  return { hung, over };
}

/** First days of the months on the axis, yyyy-mm-dd, with their place in percent. `today` is yyyy-mm-dd. */
export function rackMonths(today: string): { day: string; at: number }[] {
  const start = Date.parse(`${today}T00:00:00Z`);
  const [year = 1970, month = 1] = today.split('-').map(Number);
  return [1, 2, 3].flatMap((ahead) => {
    const first = Date.UTC(year, month - 1 + ahead, 1);
    const days = (first - start) / 86_400_000;
    return days < rackDays ? [{ day: new Date(first).toISOString().slice(0, 10), at: (days / rackDays) * 100 }] : [];
  });
}
