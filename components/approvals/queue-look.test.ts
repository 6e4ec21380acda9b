import { describe, expect, it } from 'vitest';
import type { ApprovalRow } from './approval-row';
import { needsWhole, readWhole, type Known, type LookedPage } from './queue-look';

const row = (n: number) => ({ id: `r-${n}` }) as ApprovalRow;
const rows = (...numbers: number[]) => numbers.map(row);
const page = (numbers: number[], next: string | null, at = 0): LookedPage => ({ rows: rows(...numbers), next, at });
const known = (numbers: number[], more: Partial<Known> = {}): Known => ({
  firstIds: numbers.map((n) => `r-${n}`),
  isStale: false,
  isFull: false,
  ...more,
});

describe('needsWhole', () => {
  it('where anything moved on the first page, also where every row of it was known before', () => {
    expect(needsWhole(page([1, 2, 3, 4], 'n'), known([1, 2, 3, 4]), 1)).toBe(false);
    expect(needsWhole(page([1, 3, 4, 5], 'n'), known([1, 2, 3, 4]), 1)).toBe(true);
    expect(needsWhole(page([2, 1, 3, 4], 'n'), known([1, 2, 3, 4]), 1)).toBe(true);
    expect(needsWhole(page([1, 2, 3], 'n'), known([1, 2, 3, 4]), 1)).toBe(true);
  });

  it('after the server read it anew, at every fifth look, and where one page is all', () => {
    expect(needsWhole(page([1], 'n'), known([1], { isStale: true }), 1)).toBe(true);
    expect([1, 2, 3, 4, 5, 6, 10].filter((look) => needsWhole(page([1], 'n'), known([1]), look))).toEqual([5, 10]);
    expect(needsWhole(page([1], null), known([1]), 1)).toBe(true);
  });

  it('not at every move of a list that does not fit anyway', () => {
    expect(needsWhole(page([2], 'n'), known([1], { isFull: true }), 1)).toBe(false);
    expect(needsWhole(page([2], 'n'), known([1], { isFull: true }), 5)).toBe(true);
  });
});

describe('readWhole', () => {
  it('reads on to the end, and knows nothing where a page fails', async () => {
    const pages: Record<string, LookedPage> = { b: page([3], 'c'), c: page([4], null) };
    expect(await readWhole(page([1, 2], 'b'), (next) => Promise.resolve(pages[next] ?? null))).toEqual({
      rows: rows(1, 2, 3, 4),
      isFull: false,
    });
    expect(await readWhole(page([1, 2], 'b'), (next) => Promise.resolve(next === 'b' ? page([3], 'gone') : null))).toBeNull();
  });

  it('keeps what it read of a list without an end', async () => {
    let asked = 0;
    const whole = await readWhole(page([0], 'n'), () => Promise.resolve(page([(asked += 1)], 'n')));
    expect([asked, whole?.rows.length, whole?.isFull]).toEqual([49, 50, true]);
  });
});
