import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from './testing/control-server.ts';
import type { ControlAnswer, ControlServer } from './testing/control-server.ts';

interface Shown {
  id: string;
  userPrincipalName: string;
  roles: string[];
  userType: string;
  managerId: string | null;
  about: string;
}

let sandbox: ControlServer;
let partition: string;
let people: Shown[];

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  const made = (await sandbox.send('POST', '/sandbox/partitions', { seed: 'company' })).body as { partition: string; people: Shown[] };
  partition = made.partition;
  people = made.people;
});

const control = (method: string, path: string, body?: unknown): Promise<ControlAnswer> =>
  sandbox.send(method, `/sandbox${path}${path.includes('?') ? '&' : '?'}partition=${partition}`, body);
const admin = (): Shown => {
  const found = people.find((person) => person.roles.includes('Identity Governance Administrator'));
  if (!found) throw new Error('The company has no administrator.');
  return found;
};
const graph = async (path: string, user: string, scope = 'EntitlementManagement.ReadWrite.All User.Read'): Promise<ControlAnswer> => {
  const { access_token } = (await control('POST', '/token', { user, scope })).body as { access_token: string };
  return sandbox.send('GET', `/v1.0${path}`, undefined, { Authorization: `Bearer ${access_token}` });
};

describe('partitions, people and tokens', () => {
  it('are listed, and stay apart', async () => {
    const shown = (await control('GET', '/people')).body;
    expect(shown).toEqual(people);
    expect(people.find((person) => person.userType === 'Guest')).toBeDefined();
    expect(people.some((person) => person.roles.includes('Access package assignment manager'))).toBe(true);
    const groups = (await control('GET', '/groups')).body as { id: string; displayName: string; members: string[] }[];
    expect(groups.some((group) => group.members.length > 0)).toBe(true);
    const theirs = (await sandbox.send('GET', '/sandbox/people')).body as Shown[];
    expect(theirs.map((person) => person.id)).not.toContain(people[0]?.id);
    expect((await graph('/me', admin().userPrincipalName)).body).toMatchObject({ id: admin().id });
    expect((await sandbox.send('DELETE', `/sandbox/partitions/${partition}`)).status).toBe(204);
    expect((await control('GET', '/people')).status).toBe(400);
    expect((await sandbox.send('DELETE', `/sandbox/partitions/${partition}`)).status).toBe(404);
    expect((await sandbox.send('DELETE', '/sandbox/partitions/default')).status).toBe(400);
  });

  it('may begin bare, and with generated rows', async () => {
    const bare = (await sandbox.send('POST', '/sandbox/partitions', { seed: 'bare', packages: 5, assignments: 30, people: 7 })).body as {
      partition: string;
      people: Shown[];
    };
    expect(bare.people.length).toBe(people.length + 7);
    expect(sandbox.world.partition(bare.partition)?.packages.size).toBe(5);
    expect(sandbox.world.partition(bare.partition)?.assignments.size).toBe(30);
  });

  it('hands out tokens for Graph and for the portal, and revokes', async () => {
    const { userPrincipalName: user } = admin();
    const graphToken = (await control('POST', '/token', { user, scope: 'User.Read', lifetime: 60 })).body;
    expect(graphToken).toMatchObject({ expires_in: 60 });
    expect((await control('POST', '/token', { user, audience: 'portal' })).status).toBe(200);
    const { access_token } = graphToken as { access_token: string };
    const me = () => sandbox.send('GET', '/v1.0/me', undefined, { Authorization: `Bearer ${access_token}` });
    expect((await me()).status).toBe(200);
    expect((await control('POST', '/revoke', { user })).status).toBe(204);
    expect((await me()).status).toBe(401);
    expect((await graph('/me', user)).status).toBe(200);
  });

  it('takes consent away and gives it back', async () => {
    const tenant = sandbox.world.partition(partition);
    await control('POST', '/consent', { scope: 'User.Read.All', granted: false });
    expect(tenant?.consented('user.read.all')).toBe(false);
    await control('POST', '/consent', { scope: 'User.Read.All', granted: true });
    expect(tenant?.consented('User.Read.All')).toBe(true);
  });
});

describe('the clock', () => {
  it('runs, jumps, stops, and goes on', async () => {
    const clock = async (body?: unknown) => (await control(body ? 'POST' : 'GET', '/clock', body)).body as { now: string; frozen: boolean };
    expect(Math.abs(Date.parse((await clock()).now) - Date.now())).toBeLessThan(5000);
    expect(await clock({ now: '2027-02-28T23:00:00Z', frozen: true })).toEqual({ now: '2027-02-28T23:00:00Z', frozen: true });
    expect(await clock({ advance: 'P31D' })).toEqual({ now: '2027-03-31T23:00:00Z', frozen: true });
    expect(await clock()).toEqual({ now: '2027-03-31T23:00:00Z', frozen: true });
    expect((await clock({ frozen: false })).frozen).toBe(false);
    const answer = await graph('/me', admin().userPrincipalName);
    expect(answer.status).toBe(200);
  });

  it('lets everything happen that falls due', async () => {
    const tenant = sandbox.world.partition(partition);
    const ending = Array.from(tenant?.assignments.values() ?? []).filter(
      (row) => row.state === 'delivered' && row.schedule.expiration.endDateTime !== null,
    );
    await control('POST', '/clock', { advance: 'P10Y' });
    expect(ending.length).toBeGreaterThan(0);
    expect(ending.every((row) => tenant?.assignments.get(row.id)?.state === 'expired')).toBe(true);
  });
});

describe('switches', () => {
  it('are all answered, and kept until the reset', async () => {
    const before = (await control('GET', '/behaviour')).body as Record<string, unknown>;
    const changed = {
      ...before,
      deliverySeconds: 0,
      delivery: 'partial',
      limit: { requests: 2, perSeconds: 10 },
      emptyPages: true,
      expandOnFunctions: '400',
    };
    expect((await control('POST', '/behaviour', { ...changed, expandOnFunctions: 400 })).body).toEqual(changed);
    expect((await control('POST', '/reset')).status).toBe(204);
    expect((await control('GET', '/behaviour')).body).toEqual(before);
  });

  it('throttle for real', async () => {
    const user = admin().userPrincipalName;
    await control('POST', '/behaviour', { limit: { requests: 2, perSeconds: 30 } });
    const statuses = [];
    for (let call = 0; call < 3; call += 1) statuses.push((await graph('/me', user)).status);
    expect(statuses).toEqual([200, 200, 429]);
  });
});

describe('faults and the journal', () => {
  it('strike as asked and are written down', async () => {
    const user = admin().userPrincipalName;
    const set = await control('POST', '/faults', { kind: 'status', status: 503, method: 'GET', path: '/me$', user, times: 1 });
    expect(set.status).toBe(201);
    expect([(await graph('/me', user)).status, (await graph('/me', user)).status]).toEqual([503, 200]);
    const { id } = set.body as { id: string };
    expect((await control('GET', '/faults')).body).toEqual([
      { id, kind: 'status', status: 503, method: 'GET', path: '/me$', user, times: 1, fired: 1 },
    ]);
    const journal = (await control('GET', '/journal')).body as { last: number; calls: Record<string, unknown>[] };
    expect(journal.calls.map((call) => [call.n, call.method, call.url, call.status, call.fault, call.user])).toEqual([
      [1, 'GET', '/v1.0/me', 503, 'status', user],
      [2, 'GET', '/v1.0/me', 200, null, user],
    ]);
    expect(Object.keys(journal.calls[0] ?? {}).sort()).toEqual(
      [
        'n',
        'at',
        'durationMs',
        'user',
        'app',
        'scopes',
        'method',
        'url',
        'headers',
        'body',
        'status',
        'requestId',
        'clientRequestId',
        'batch',
        'fault',
      ].sort(),
    );
    expect(JSON.stringify(journal)).not.toContain('Bearer');
    expect((await control('GET', '/journal?after=1')).body).toMatchObject({ last: 2, calls: [{ n: 2 }] });
    expect((await control('DELETE', '/journal')).status).toBe(204);
    expect((await control('GET', '/journal')).body).toEqual({ last: 2, calls: [] });
    expect((await control('DELETE', `/faults/${id}`)).status).toBe(204);
    expect((await control('DELETE', `/faults/${id}`)).status).toBe(404);
    expect((await control('DELETE', '/faults')).status).toBe(204);
  });
});

describe('a wrong call', () => {
  it.each([
    ['POST', '/partitions', {}],
    ['POST', '/partitions', { seed: 'big' }],
    ['POST', '/partitions', { seed: 'bare', packages: -1 }],
    ['POST', '/partitions', { seed: 'bare', colour: 'red' }],
    ['POST', '/token', { user: 'nobody@nowhere', scope: 'User.Read' }],
    ['POST', '/token', {}],
    ['POST', '/token', []],
    ['POST', '/consent', { scope: 'User.Read' }],
    ['POST', '/revoke', {}],
    ['POST', '/clock', {}],
    ['POST', '/clock', { advance: '31 days' }],
    ['POST', '/clock', { now: 'tomorrow' }],
    ['POST', '/clock', { now: '2027-01-01T00:00:00Z', advance: 'P1D' }],
    ['POST', '/clock', { frozen: 'yes' }],
    ['POST', '/clock', 'not json'],
    ['POST', '/behaviour', { pageSize: 0 }],
    ['POST', '/behaviour', { maxTop: 1000 }],
    ['POST', '/behaviour', { delivery: 'maybe' }],
    ['POST', '/behaviour', { limit: { requests: 1 } }],
    ['POST', '/behaviour', { speed: 1 }],
    ['POST', '/faults', {}],
    ['POST', '/faults', { kind: 'flood' }],
    ['POST', '/faults', { kind: 'status' }],
    ['POST', '/faults', { kind: 'status', status: 200 }],
    ['POST', '/faults', { kind: 'slow' }],
    ['POST', '/faults', { kind: 'reset', path: '(' }],
    ['POST', '/faults', { kind: 'reset', share: 2 }],
    ['POST', '/faults', { kind: 'reset', user: 'nobody@nowhere' }],
    ['POST', '/faults', { kind: 'lost', retryAfter: 2 }],
    ['POST', '/faults', { kind: 'authority', grant: 'password', error: 'invalid_grant' }],
    ['POST', '/faults', { kind: 'authority', grant: 'silent' }],
    ['GET', '/journal?after=x', undefined],
  ])('%s %s %j is answered with what is allowed', async (method, path, body) => {
    const answer = await control(method, path, body);
    expect(answer).toEqual({ status: 400, body: { error: expect.any(String) as string } });
  });

  it('names the paths and methods there are', async () => {
    expect(await control('GET', '/nothing')).toEqual({ status: 404, body: { error: expect.stringContaining('/partitions') as string } });
    expect(await control('PUT', '/clock')).toEqual({ status: 405, body: { error: expect.stringContaining('GET, POST') as string } });
  });
});
