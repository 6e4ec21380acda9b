import { describe, expect, it } from 'vitest';
import { sentWord } from './sent-word';

describe('sentWord', () => {
  it('never calls a removal a set-up', () => {
    expect(sentWord('adminRemove', 'delivering')).toBe('removing');
    expect(sentWord('adminRemove', 'delivered')).toBe('removed');
  });

  it('calls a change a change, and leaves what came of it to its own word', () => {
    expect(sentWord('adminUpdate', 'delivering')).toBe('changing');
    expect(sentWord('adminUpdate', 'delivered')).toBeNull();
  });

  it('leaves every other state its word', () => {
    expect(sentWord('adminRemove', 'submitted')).toBeNull();
    expect(sentWord('adminUpdate', 'pendingApproval')).toBeNull();
  });
});
