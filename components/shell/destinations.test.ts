import { describe, expect, it } from 'vitest';
import { currentDestination, isDense } from './destinations';

describe('currentDestination', () => {
  it('finds the place a page belongs to', () => {
    expect(currentDestination('/')?.key).toBe('home');
    expect(currentDestination('/access-packages/abc/request')?.key).toBe('available');
    expect(currentDestination('/approvals/abc')?.key).toBe('approvals');
    expect(currentDestination('/admin/assignments')?.key).toBe('adminAssignments');
    expect(currentDestination('/admin/assignments/new')?.key).toBe('adminAssign');
  });
  it('is null elsewhere', () => {
    expect(currentDestination('/requests-old')).toBeNull();
    expect(currentDestination('/admin')).toBeNull();
  });
});

describe('isDense', () => {
  it('is so for administration and approvals only', () => {
    expect(isDense('/admin/assignments')).toBe(true);
    expect(isDense('/approvals/abc')).toBe(true);
    expect(isDense('/administrate')).toBe(false);
    expect(isDense('/assignments')).toBe(false);
  });
});
