import { describe, expect, it } from 'vitest';
import { PartitionTenant } from '../tenant/partition.ts';
import { addFault, matchAuthorityFault, matchFault, removeFaults } from './faults.ts';
import { addCall, readJournal } from './journal.ts';
import { takeSlot } from './throttle.ts';

const call = { method: 'GET', path: '/me', user: 'ana@example.test' };
const tenant = () => new PartitionTenant('p-test');

describe('faults', () => {
  it('strike only what they name, so often as they say', () => {
    const at = tenant();
    addFault(at, { id: 'f', fired: 0, kind: 'throttle', method: 'post', path: '/assignmentRequests$', user: 'ANA@example.test', times: 2 });
    expect(matchFault(at, call)).toBeNull();
    const post = { ...call, method: 'POST', path: '/identityGovernance/entitlementManagement/assignmentRequests' };
    expect(matchFault(at, { ...post, user: 'ben@example.test' })).toBeNull();
    expect(matchFault(at, { ...post, user: null })).toBeNull();
    expect([matchFault(at, post)?.fired, matchFault(at, post)?.fired, matchFault(at, post)]).toEqual([1, 2, null]);
  });

  it('take the same share for the same seed', () => {
    const struck = (seed: number) => {
      const at = tenant();
      addFault(at, { id: 'f', fired: 0, kind: 'reset', share: 0.25, seed });
      return Array.from({ length: 400 }, () => matchFault(at, call) !== null);
    };
    expect(struck(7)).toEqual(struck(7));
    expect(struck(7)).not.toEqual(struck(8));
    const count = struck(7).filter(Boolean).length;
    expect(count).toBeGreaterThan(70);
    expect(count).toBeLessThan(130);
  });

  it('of the authority go by grant and person', () => {
    const at = tenant();
    addFault(at, {
      id: 'f',
      fired: 0,
      kind: 'authority',
      grant: 'on_behalf_of',
      error: 'interaction_required',
      claims: '{}',
      user: call.user,
    });
    expect(matchFault(at, call)).toBeNull();
    expect(matchAuthorityFault(at, { grant: 'refresh_token', user: call.user })).toBeNull();
    expect(matchAuthorityFault(at, { grant: 'on_behalf_of', user: undefined })).toBeNull();
    expect(matchAuthorityFault(at, { grant: 'on_behalf_of', user: call.user })).toMatchObject({ error: 'interaction_required', fired: 1 });
    removeFaults(at);
    expect(matchAuthorityFault(at, { grant: 'on_behalf_of', user: call.user })).toBeNull();
  });
});

describe('the throttle', () => {
  it('lets through what fits, and says when the next one does', () => {
    const at = tenant();
    expect(takeSlot(at)).toBeNull();
    at.setBehaviour({ limit: { requests: 2, perSeconds: 30 } });
    expect([takeSlot(at), takeSlot(at)]).toEqual([null, null]);
    const wait = takeSlot(at)?.retryAfter ?? 0;
    expect(wait).toBeGreaterThan(25);
    expect(wait).toBeLessThanOrEqual(30);
    at.setBehaviour({ limit: { requests: 3, perSeconds: 30 } });
    expect(takeSlot(at)).toBeNull();
  });
});

describe('the journal', () => {
  it('keeps the last 10,000 calls and numbers them on', () => {
    const at = tenant();
    const entry = {
      at: '',
      durationMs: 1,
      user: null,
      app: null,
      scopes: [],
      method: 'GET',
      url: '/v1.0/me',
      headers: { Authorization: 'Bearer x', accept: '*/*' },
      body: null,
      status: 200,
      requestId: '',
      clientRequestId: null,
      batch: null,
      fault: null,
    };
    for (let index = 0; index < 11_500; index += 1) addCall(at, entry);
    const { last, calls } = readJournal(at, 0);
    expect([last, calls.length, calls[0]?.n, calls[0]?.headers]).toEqual([11_500, 10_000, 1_501, { accept: '*/*' }]);
    expect(readJournal(at, 11_499).calls).toHaveLength(1);
  });
});
