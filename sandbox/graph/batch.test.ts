import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addFault } from '../control/faults.ts';
import { readJournal } from '../control/journal.ts';
import type { PartitionTenant } from '../tenant/partition.ts';
import { startServer } from './testing/server.ts';
import type { Answer, Body, TestServer } from './testing/server.ts';
import { makeTenant } from './testing/tenant.ts';

const EM = '/identityGovernance/entitlementManagement';

describe('$batch (contract §1.7)', () => {
  let tenant: PartitionTenant;
  let server: TestServer;
  beforeEach(async () => {
    tenant = makeTenant();
    server = await startServer(tenant);
  });
  afterEach(() => server.close());

  const batch = (requests: unknown): Promise<Answer> => server.send('POST', '/$batch', { body: { requests } });
  const responses = (answer: Answer): Body[] => answer.body['responses'] as Body[];
  const json = { 'Content-Type': 'application/json' };

  it('answers each inner request by itself', async () => {
    const answer = await batch([
      { id: '1', method: 'GET', url: '/me' },
      { id: '2', method: 'GET', url: `${EM.slice(1)}/assignments/filterByCurrentUser(on='target')` },
      { id: '3', method: 'GET', url: `${EM}/catalogs/none` },
      { id: '4', method: 'POST', url: `${EM}/catalogs`, headers: json, body: { displayName: 'New' } },
      { id: '5', method: 'POST', url: `${EM}/catalogs`, body: { displayName: 'New' } },
    ]);
    expect(answer.status).toBe(200);
    expect(responses(answer).map(({ id, status }) => [id, status])).toEqual([
      ['1', 200],
      ['2', 200],
      ['3', 404],
      ['4', 201],
      ['5', 400],
    ]);
    expect(responses(answer)[0]).toMatchObject({ body: { displayName: 'Admin Ruiz' }, headers: { 'request-id': expect.any(String) } });
  });

  it('runs dependents after what they depend on and fails them with it', async () => {
    const answer = await batch([
      { id: 'c', method: 'GET', url: '/me', dependsOn: ['b'] },
      { id: 'b', method: 'GET', url: `${EM}/catalogs/none`, dependsOn: ['A'] },
      { id: 'a', method: 'GET', url: '/me' },
    ]);
    expect(responses(answer).map(({ id, status }) => [id, status])).toEqual([
      ['a', 200],
      ['b', 404],
      ['c', 424],
    ]);
  });

  it.each([
    ['no JSON', 'x'],
    ['no requests', {}],
    ['an empty list', { requests: [] }],
    ['21 requests', { requests: Array.from({ length: 21 }, (_, at) => ({ id: String(at), method: 'GET', url: '/me' })) }],
    ['the same id twice, case aside', { requests: ['a', 'A'].map((id) => ({ id, method: 'GET', url: '/me' })) }],
    ['no id', { requests: [{ method: 'GET', url: '/me' }] }],
    ['an absolute url', { requests: [{ id: '1', method: 'GET', url: 'https://x/v1.0/me' }] }],
    ['an unknown dependency', { requests: [{ id: '1', method: 'GET', url: '/me', dependsOn: ['2'] }] }],
    [
      'a ring',
      {
        requests: [
          ['1', '2'],
          ['2', '1'],
        ].map(([id, on]) => ({ id, method: 'GET', url: '/me', dependsOn: [on] })),
      },
    ],
  ])('with %s is 400', async (_what, body) => {
    expect((await server.send('POST', '/$batch', { body })).status).toBe(400);
  });

  it('matches faults one by one and journals inner calls after their batch', async () => {
    addFault(tenant, { id: 'f', fired: 0, kind: 'throttle', path: '^/me$', retryAfter: 3 });
    const answer = await batch([
      { id: '1', method: 'GET', url: '/me' },
      { id: '2', method: 'GET', url: 'users/$count', headers: { ConsistencyLevel: 'eventual', 'client-request-id': 'inner' } },
    ]);
    expect(responses(answer)).toMatchObject([
      { id: '1', status: 429, headers: { 'Retry-After': '3' } },
      { id: '2', status: 200, body: 10, headers: { 'client-request-id': 'inner' } },
    ]);
    const calls = readJournal(tenant, 0).calls;
    expect(calls.map(({ url, status, fault }) => [url, status, fault])).toEqual([
      ['/v1.0/$batch', 200, null],
      ['/me', 429, 'throttle'],
      ['users/$count', 200, null],
    ]);
    expect(calls.slice(1).map(({ batch: outer }) => outer)).toEqual([calls[0]?.requestId, calls[0]?.requestId]);
  });

  it('cuts the whole connection for a lost inner call, which took effect', async () => {
    addFault(tenant, { id: 'f', fired: 0, kind: 'lost', path: '/catalogs$' });
    await expect(
      batch([{ id: '1', method: 'POST', url: `${EM}/catalogs`, headers: json, body: { displayName: 'New' } }]),
    ).rejects.toThrow();
    expect(tenant.catalogs.size).toBe(3);
  });
});
