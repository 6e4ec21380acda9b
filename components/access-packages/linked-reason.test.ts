import { describe, expect, it } from 'vitest';
import { linkedReason } from './linked-reason';

const asks = { isRequestorJustificationRequired: true };
const link = { justification: 'First week' };

describe('linkedReason', () => {
  it('fills an empty field, and says so also when the same words were saved since', () => {
    expect(linkedReason(asks, null, link)).toBe('prefilled');
    expect(linkedReason(asks, { justification: '  ' }, link)).toBe('prefilled');
    expect(linkedReason(asks, { justification: 'First week' }, link)).toBe('prefilled');
  });

  it('never replaces what was typed', () => {
    expect(linkedReason(asks, { justification: 'My own words' }, link)).toBe('kept');
  });

  it('leaves the words out where no justification is asked for, and is silent without any', () => {
    expect(linkedReason({ isRequestorJustificationRequired: false }, null, link)).toBe('notAsked');
    expect(linkedReason(asks, null, { justification: '' })).toBeNull();
  });
});
