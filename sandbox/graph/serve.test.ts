import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addFault } from '../control/faults.ts';
import type { GraphFault } from '../control/faults.ts';
import { readJournal } from '../control/journal.ts';
import type { Catalog } from '../tenant/model.ts';
import type { PartitionTenant } from '../tenant/partition.ts';
import { startServer } from './testing/server.ts';
import type { TestServer } from './testing/server.ts';
import { id, makeTenant } from './testing/tenant.ts';

const EM = '/identityGovernance/entitlementManagement';

describe('serveGraph', () => {
  let tenant: PartitionTenant;
  let server: TestServer;
  beforeEach(async () => {
    tenant = makeTenant();
    server = await startServer(tenant);
  });
  afterEach(() => server.close());

  it('answers with the headers of every Graph answer', async () => {
    const answer = await server.get(`${EM}/catalogs`, { headers: { 'client-request-id': 'mine' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('client-request-id')).toBe('mine');
    expect(answer.headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get('date')).toBe('Tue, 01 Sep 2026 10:00:00 GMT');
    expect(answer.headers.get('x-ms-ags-diagnostic')).toContain('ServerInfo');
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.body['@odata.context']).toBe(`${server.origin}/v1.0/$metadata#identityGovernance/entitlementManagement/catalogs`);
  });

  it('wraps refusals in the error envelope', async () => {
    const answer = await server.get(`${EM}/catalogs/${id('unknown', 1)}`, { headers: { 'client-request-id': 'mine' } });
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({
      error: {
        code: 'ResourceNotFound',
        message: expect.any(String),
        innerError: { date: '2026-09-01T10:00:00', 'request-id': answer.headers.get('request-id'), 'client-request-id': 'mine' },
      },
    });
  });

  it('refuses bad tokens, and challenges revoked ones that understand it', async () => {
    const bad = await fetch(`${server.origin}/v1.0/me`);
    expect(bad.status).toBe(401);
    expect(await bad.json()).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } });
    const revoked = (scopes: string[]): Promise<Response> =>
      fetch(`${server.origin}/v1.0/me`, { headers: { Authorization: `Bearer ${['revoked', ...scopes].join(' ')}` } });
    expect((await revoked([])).headers.get('www-authenticate')).not.toContain('insufficient_claims');
    const challenge = (await revoked(['cp1'])).headers.get('www-authenticate') ?? '';
    expect(challenge).toMatch(/^Bearer realm="", authorization_uri="[^"]+", error="insufficient_claims", claims="[^"]+"$/);
    const claims = /claims="([^"]+)"/.exec(challenge)?.[1] ?? '';
    expect(JSON.parse(Buffer.from(claims, 'base64').toString())).toHaveProperty('access_token.nbf.essential', true);
  });

  it('says 501 for what it does not know, 405 for a wrong method, 404 for what a cloud lacks', async () => {
    const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    expect([(await server.get('/me/messages')).status, said.mock.calls.length]).toEqual([501, 1]);
    const wrong = await server.send('PATCH', `${EM}/assignmentPolicies/${id('policy', 1)}`, { body: {} });
    expect([wrong.status, wrong.code, wrong.headers.get('allow')]).toEqual([405, 'Request_BadRequest', 'GET, PUT, DELETE']);
    const suggestions = `${EM}/accessPackageSuggestions/filterByCurrentUser(on='assignmentHistory')`;
    expect((await server.get(suggestions)).status).toBe(200);
    tenant.setBehaviour({ cloud: 'china' });
    expect((await server.get(suggestions)).status).toBe(404);
    said.mockRestore();
  });

  it.each([
    [`${EM}/accessPackages/filterByCurrentUser(on='')`],
    [`${EM}/accessPackages/filterByCurrentUser(on=allowedRequestor)`],
    [`${EM}/accessPackages/filterByCurrentUser(on='nobody')`],
    [`${EM}/accessPackages/filterByCurrentUser()`],
    [`${EM}/assignments/additionalAccess(accessPackageId='a')`],
    [`${EM}/catalogs?$expand=nothing`],
    [`${EM}/catalogs?$select=nothing`],
    [`${EM}/catalogs?$nonsense=1`],
    [`${EM}/catalogs?$top=-1`],
    [`${EM}/catalogs?$skiptoken=nonsense`],
    [`${EM}/accessPackages/${id('package', 1)}?$expand=accessPackageAssignmentPolicies`],
  ])('%s is 400', async (path) => {
    expect((await server.get(path)).status).toBe(400);
  });

  it('takes JSON bodies only, and GUIDs in any case', async () => {
    const text = await server.send('POST', `${EM}/catalogs`, { body: 'displayName=x', headers: { 'Content-Type': 'text/plain' } });
    expect(text.status).toBe(415);
    expect((await server.send('POST', `${EM}/catalogs`, { body: '[]' })).code).toBe('InvalidModel');
    tenant.catalogs.put({ ...[...tenant.catalogs.values()][0], id: 'abcdef00-0000-4000-8000-00000000000a' } as Catalog);
    expect((await server.get(`${EM}/catalogs/ABCDEF00-0000-4000-8000-00000000000A`)).status).toBe(200);
  });

  describe('faults', () => {
    const fault = (values: Record<string, unknown>): void =>
      addFault(tenant, { id: 'f', fired: 0, path: '/catalogs$', ...values } as GraphFault);
    const catalogs = `${EM}/catalogs`;

    it('throttle', async () => {
      fault({ kind: 'throttle', retryAfter: 7, times: 1 });
      const answer = await server.get(catalogs);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
      expect((await server.get(catalogs)).status).toBe(200);
      fault({ kind: 'throttle', retryAfter: null });
      expect((await server.get(catalogs)).headers.get('retry-after')).toBeNull();
    });

    it('status', async () => {
      fault({ kind: 'status', status: 503, code: 'Busy' });
      const answer = await server.get(catalogs);
      expect([answer.status, answer.code]).toEqual([503, 'Busy']);
    });

    it('lost takes effect, reset does not', async () => {
      fault({ kind: 'lost', method: 'POST', times: 1 });
      await expect(server.send('POST', catalogs, { body: { displayName: 'Lost' } })).rejects.toThrow();
      expect(tenant.catalogs.size).toBe(3);
      fault({ kind: 'reset', method: 'POST', times: 1 });
      await expect(server.send('POST', catalogs, { body: { displayName: 'Reset' } })).rejects.toThrow();
      expect(tenant.catalogs.size).toBe(3);
      expect(readJournal(tenant, 0).calls.map(({ fault: kind, status }) => [kind, status])).toEqual([
        ['lost', 201],
        ['reset', 0],
      ]);
    });

    it('slow', async () => {
      fault({ kind: 'slow', delayMs: 60 });
      const before = Date.now();
      await server.get(catalogs);
      expect(Date.now() - before).toBeGreaterThanOrEqual(59);
    });

    it('truncated, html and empty', async () => {
      fault({ kind: 'truncated', times: 1 });
      const half = await server.get(catalogs);
      expect(half.status).toBe(200);
      expect(() => JSON.parse(half.text)).toThrow();
      fault({ kind: 'html', times: 1 });
      expect((await server.get(catalogs)).headers.get('content-type')).toContain('text/html');
      fault({ kind: 'empty', times: 1 });
      expect((await server.get(catalogs)).text).toBe('');
    });

    it('challenge and expired', async () => {
      fault({ kind: 'challenge', times: 1 });
      expect((await server.get(catalogs)).headers.get('www-authenticate')).toContain('insufficient_claims');
      fault({ kind: 'expired', times: 1 });
      const expired = await server.get(catalogs);
      expect([expired.status, expired.headers.get('www-authenticate')?.includes('insufficient_claims')]).toEqual([401, false]);
    });

    it('only for that user', async () => {
      fault({ kind: 'status', status: 500, user: 'ana@contoso.example' });
      expect((await server.get(catalogs)).status).toBe(200);
      expect((await server.get(catalogs, { as: 'ana' })).status).toBe(500);
    });
  });

  it('throttles the partition', async () => {
    tenant.setBehaviour({ limit: { requests: 2, perSeconds: 60 } });
    const status = [];
    for (let each = 0; each < 3; each += 1) status.push((await server.get('/me')).status);
    expect(status).toEqual([200, 200, 429]);
  });

  it('journals calls as they came in', async () => {
    await server.send('POST', `${EM}/catalogs?x=1`, { body: { displayName: 'New' }, headers: { 'client-request-id': 'c1' } });
    await fetch(`${server.origin}/v1.0/me`);
    const [first, second] = readJournal(tenant, 0).calls;
    expect(first).toMatchObject({
      user: 'admin@contoso.example',
      app: 'test-app',
      method: 'POST',
      url: `/v1.0${EM}/catalogs?x=1`,
      body: { displayName: 'New' },
      status: 201,
      clientRequestId: 'c1',
      batch: null,
      fault: null,
    });
    expect(first?.headers).not.toHaveProperty('authorization');
    expect(second).toMatchObject({ user: null, status: 401, clientRequestId: null });
  });
});
