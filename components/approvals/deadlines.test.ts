import { describe, expect, it } from 'vitest';
import { deadlinesToAsk, withDeadlines, type Deadlines } from './deadlines';

const row = (id: string, packageId: string | null) => ({
  id,
  accessPackage: packageId === null ? null : { id: packageId, name: packageId },
});
const rows = [row('a1', 'a'), row('a2', 'a'), row('b1', 'b'), row('b2', 'b'), row('c1', null)];
const nothing: Deadlines = { until: {}, isReadable: {} };

describe('deadlines of a list', () => {
  it('asks about one row of each package, then about the others of those that answered', () => {
    expect(deadlinesToAsk(rows, nothing)).toEqual(['a1', 'b1']);
    const told = withDeadlines(nothing, rows, ['a1', 'b1'], { b1: '2026-12-03T10:00:00.000Z' });
    expect(told).toEqual({ until: { a1: null, b1: '2026-12-03T10:00:00.000Z' }, isReadable: { a: false, b: true } });
    expect(deadlinesToAsk(rows, told)).toEqual(['b2']);
    expect(deadlinesToAsk(rows, withDeadlines(told, rows, ['b2'], { b2: null }))).toEqual([]);
  });

  it('asks nothing again after a refusal of all, and never about more than twenty', () => {
    expect(deadlinesToAsk(rows, withDeadlines(nothing, rows, ['a1', 'b1'], {}))).toEqual([]);
    expect(
      deadlinesToAsk(
        Array.from({ length: 45 }, (_, index) => row(`r${index}`, `p${index}`)),
        nothing,
      ),
    ).toHaveLength(20);
  });
});
