import { describe, expect, it } from 'vitest';
import { listOf } from './list';

describe('listOf', () => {
  it('joins as each language does', () => {
    expect(listOf(['A', 'B', 'C'], 'en')).toBe('A, B and C');
    expect(listOf(['A', 'B'], 'de')).toBe('A und B');
    expect(listOf(['A', 'B'], 'ar')).toContain('و');
    expect(listOf([], 'en')).toBe('');
  });
});
