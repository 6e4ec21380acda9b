import { describe, expect, it } from 'vitest';
import { actionsFor, holdingWords, isRefusal, isSettled, readFilter, refusalWords, writeFilter } from './admin-view';

describe('the list filter', () => {
  it('goes through the address and back', () => {
    const filter = {
      accessPackageId: 'p-1',
      packageName: "Ana's tools & more",
      state: 'expired',
      targetObjectId: 'u-1',
      personName: 'Łukasz',
    } as const;
    expect(readFilter(Object.fromEntries(new URLSearchParams(writeFilter(filter))))).toEqual(filter);
  });
  it('leaves out a state that does not exist', () => {
    expect(readFilter({ state: "delivered' or 1 eq 1" }).state).toBeUndefined();
  });
  it('takes the first of repeated values', () => {
    expect(readFilter({ package: ['a', 'b'] }).accessPackageId).toBe('a');
  });
});

describe('what an administrator may do', () => {
  it.each([
    ['delivered', 'change'],
    ['partiallyDelivered', 'change'],
    ['deliveryFailed', 'change'],
    ['delivering', 'wait'],
    ['other', 'wait'],
    ['expired', 'over'],
  ] as const)('%s: %s', (state, may) => expect(actionsFor({ state })).toBe(may));
});

describe('following', () => {
  it('goes on while a request is under way or in a state not known', () => {
    expect(
      ['submitted', 'pendingApproval', 'scheduled', 'delivering', 'other'].some((state) => isSettled({ state: state as 'other' })),
    ).toBe(false);
    expect(isSettled({ state: 'denied' })).toBe(true);
  });
});

describe('refusals', () => {
  it('names what is known', () => {
    expect(refusalWords({ kind: 'refused', status: 400, code: 'IncompatibleAccess' })).toBe('refusedIncompatible');
    expect(refusalWords({ kind: 'refused', status: 400, code: 'existinggrant' })).toBe('refusedActive');
    expect(refusalWords({ kind: 'refused', status: 400, code: 'constructor' })).toBe('refusedWhy');
    expect(refusalWords({ kind: 'alreadyRequested', requestId: 'r', assignmentId: null })).toBe('refusedOpen');
    expect(refusalWords({ kind: 'alreadyRequested', requestId: null, assignmentId: 'a' })).toBe('refusedActive');
  });
  it('reads well with a code nobody has heard of', () => {
    expect(refusalWords({ kind: 'refused', status: 400, code: 'Zork' })).toBe('refusedWhy');
    expect(refusalWords({ kind: 'refused', status: 403, code: '' })).toBe('refusedForbidden');
  });
  it('tells a refusal from bad luck', () => {
    expect(isRefusal({ kind: 'unavailable' })).toBe(false);
    expect(isRefusal({ kind: 'throttled', retryAt: null })).toBe(false);
    expect(isRefusal({ kind: 'forbidden' })).toBe(true);
  });
});

describe('holdings', () => {
  it('never says the way is clear when exclusions could not be read', () => {
    const none = { active: null, open: null, isWhole: true };
    expect(holdingWords({ ...none, incompatible: null })).toBe('holdClearPartly');
    expect(holdingWords({ ...none, incompatible: [] })).toBe('holdClear');
    expect(holdingWords({ ...none, incompatible: ['Quarter close'] })).toBe('holdIncompatible');
  });

  it('never says so of lists that were not read to their end', () => {
    const none = { active: null, open: null, isWhole: false };
    expect(holdingWords({ ...none, incompatible: [] })).toBe('holdUnfinished');
    expect(holdingWords({ ...none, incompatible: null })).toBe('holdUnfinished');
    expect(holdingWords({ ...none, incompatible: ['Quarter close'] })).toBe('holdIncompatible');
  });
});
