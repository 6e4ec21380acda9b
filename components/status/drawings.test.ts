import { describe, expect, it } from 'vitest';
import { cutDepths, cutPath } from './cut-path';
import { lockShape } from './lock-drawing';

describe('the cut', () => {
  it('is the same for the same id and has five depths, never two alike in a row', () => {
    for (let n = 0; n < 500; n++) {
      const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
      const depths = cutDepths(id);
      expect(depths).toHaveLength(5);
      expect(depths.every((depth, index) => depth >= 0 && depth <= 4 && depth !== depths[index - 1])).toBe(true);
      expect(cutPath(id)).toBe(cutPath(id));
    }
  });
  it('draws bow, notches and tip as the mocks do', () => {
    expect(cutPath('x')).toMatch(
      /^M19 8A9\.5 .* 61 6L60 6L58\.2 [\d.]+L54\.6 [\d.]+L52\.8 6L52\.8 6L51 .*L31\.2 6L29\.4 [\d.]+L25\.8 [\d.]+L24 6H19Z/,
    );
  });
});

describe('the lock', () => {
  it('is the mock’s for a request waiting at the second of three pins', () => {
    const shape = lockShape(['set', 'now', 'next'], true);
    expect(shape.pins).toEqual([14, 398, 782]);
    expect(shape.key).toBe('M-72 64L-12 64L3 81L25 81L40 64L372 64L387 73L409 73L424 64L438 64L462 86L452 96L-72 96Z');
    expect(shape.gleam).toBe(442);
  });
  it('leaves the key uncut where it was refused', () => {
    expect(lockShape(['set', 'no', 'next'], true).key).toBe('M-72 64L-12 64L3 81L25 81L40 64L438 64L462 86L452 96L-72 96Z');
  });
  it('has four pins a quarter apart', () => expect(lockShape(['set', 'now', 'next', 'next'], true).pins).toEqual([14, 280, 546, 812]));
});
