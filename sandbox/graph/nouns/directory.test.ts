import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PartitionTenant } from '../../tenant/partition.ts';
import { startServer } from '../testing/server.ts';
import type { Answer, TestServer } from '../testing/server.ts';
import { id, makeTenant, personId, upn } from '../testing/tenant.ts';

let tenant: PartitionTenant;
let server: TestServer;
const eventual = { headers: { ConsistencyLevel: 'eventual' } };

beforeEach(async () => {
  tenant = makeTenant();
  server = await startServer(tenant);
});
afterEach(() => server.close());

const names = (answer: Answer): unknown[] => answer.value.map((row) => row['displayName']);
const search = (clause: string): string => `/users?$search=${encodeURIComponent(clause)}&$select=id,displayName`;

describe('people (contract §5)', () => {
  it('reads me with the default properties, others by $select', async () => {
    const me = (await server.get('/me', { as: 'ana' })).body;
    expect(me).toMatchObject({ id: personId('ana'), jobTitle: 'Clerk', businessPhones: [] });
    expect(me).not.toHaveProperty('department');
    expect((await server.get('/me?$select=department', { as: 'ana', scopes: ['User.Read'] })).body).toMatchObject({ department: 'Sales' });
  });

  it('reads manager and reports', async () => {
    expect((await server.get('/me/manager', { as: 'ana' })).body).toMatchObject({
      '@odata.type': '#microsoft.graph.user',
      id: personId('max'),
    });
    expect((await server.get('/me/manager', { as: 'max' })).status).toBe(404);
    expect((await server.get(`/users/${upn('ana')}/manager`)).body).toMatchObject({ id: personId('max') });
    const reports = await server.get('/me/directReports', { as: 'max', scopes: ['User.Read'] });
    expect(reports.value).toMatchObject([
      { '@odata.type': '#microsoft.graph.user', displayName: 'Ana Ruiz', jobTitle: null },
      { displayName: 'Nobody Ruiz' },
    ]);
  });

  it('expands the chain of managers with header and $count only', async () => {
    const path = `/users/${personId('ana')}?$expand=manager($levels=max;$select=id,displayName)&$count=true`;
    expect((await server.get(path)).status).toBe(400);
    expect((await server.get(path, eventual)).body).toMatchObject({ manager: { displayName: 'Max Ruiz' } });
  });

  it('searches with the header only', async () => {
    const refused = await server.get(search('"displayName:ana"'));
    expect([refused.status, refused.code]).toEqual([400, 'Request_UnsupportedQuery']);
    expect(names(await server.get(search('"displayName:an" OR "mail:max.mail"'), eventual))).toEqual(['Ana Ruiz', 'Max Ruiz']);
    expect(names(await server.get(search('"displayName:na"'), eventual))).toEqual([]);
    expect(names(await server.get(search('"mail:mail"'), eventual))).toEqual([]);
  });

  it('filters without the header, advanced filters with it', async () => {
    expect(names(await server.get("/users?$filter=startswith(displayName,'ana')"))).toEqual(['Ana Ruiz']);
    expect(names(await server.get(`/users?$filter=userPrincipalName eq '${upn('max').toUpperCase()}'`))).toEqual(['Max Ruiz']);
    const path = `/users?$filter=endswith(mail,'x')`;
    expect((await server.get(path)).code).toBe('Request_UnsupportedQuery');
    expect((await server.get(`${path}&$count=true`, eventual)).status).toBe(200);
    expect((await server.get("/users?$filter=contains(displayName,'a')", eventual)).code).toBe('Request_UnsupportedQuery');
    expect((await server.get('/users?$skip=1')).code).toBe('Request_UnsupportedQuery');
  });

  it('counts with the header, ignores $count without it', async () => {
    expect((await server.get('/users?$count=true')).body).not.toHaveProperty('@odata.count');
    expect((await server.get('/users?$count=true', eventual)).body['@odata.count']).toBe(10);
    expect((await server.get('/users/$count')).code).toBe('Request_BadRequest');
    const count = await server.get('/users/$count', eventual);
    expect([count.text, count.headers.get('content-type')]).toEqual(['10', 'text/plain']);
  });

  it('shows only the basics to User.ReadBasic.All', async () => {
    const [row] = (await server.get('/users?$select=displayName,mail,jobTitle,department&$top=1', { scopes: ['User.ReadBasic.All'] }))
      .value;
    expect(row).toEqual({ displayName: 'Admin Ruiz', mail: 'admin.mail@contoso.example', jobTitle: null, department: null });
  });

  it('keeps guests from listing', async () => {
    for (const path of ['/users', '/groups']) expect((await server.get(path, { as: 'guest' })).code).toBe('Authorization_RequestDenied');
    expect((await server.get('/me', { as: 'guest' })).status).toBe(200);
  });

  it('says 404 for nobody', async () => {
    expect((await server.get(`/users/${id('unknown', 1)}`)).code).toBe('Request_ResourceNotFound');
  });

  it('reads groups', async () => {
    expect(names(await server.get('/groups'))).toEqual(['Auditors']);
    expect((await server.get(`/groups/${id('group', 1)}?$expand=members($select=displayName)`)).body).toMatchObject({
      members: [{ displayName: 'Ana Ruiz' }],
    });
    expect(names(await server.get(`/groups/${id('group', 1)}/members`))).toEqual(['Ana Ruiz']);
  });
});
