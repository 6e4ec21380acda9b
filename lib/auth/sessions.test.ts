import { afterAll, beforeEach, expect, it } from 'vitest';
import { withBothEngines } from '@/lib/store/testing/engines';
import { testAuthority } from './testing/authority';

const authority = await testAuthority();
const { beginSession, endSession, findSession, renewSession, touchSession } = await import('./sessions');
const { sessionIdOf } = await import('./session-cookie');
const { keepToken, keptToken } = await import('./obo-cache');
afterAll(() => authority.close());

const HOUR = 3_600_000;
const person = (oid: string, apiToken = `token of ${oid}`) => ({
  oid,
  tid: 'tenant',
  name: `Name of ${oid}`,
  userPrincipalName: `${oid}@example.com`,
  roles: [],
  apiToken,
  expiresMs: Date.now() + HOUR,
});

withBothEngines('sessions', (engine) => {
  beforeEach(() => engine.db().deleteFrom('sessions').execute());

  it('are found by the cookie’s value only, which the store does not hold', async () => {
    const { token, session } = await beginSession(person('ana'), null);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await findSession(sessionIdOf(token))).toMatchObject({ oid: 'ana', apiToken: 'token of ana' });
    expect(await findSession(token)).toBeNull();
    const stored = JSON.stringify(await engine.db().selectFrom('sessions').selectAll().execute());
    for (const secret of [token, session.apiToken, session.name, session.userPrincipalName]) expect(stored).not.toContain(secret);
  });

  it('get a new id at each sign-in, and end the one that was there', async () => {
    const before = await beginSession(person('ana'), null);
    const after = await beginSession(person('ana'), before.session.id);
    expect(after.session.id).not.toBe(before.session.id);
    expect(await findSession(before.session.id)).toBeNull();
    expect(await findSession(after.session.id)).not.toBeNull();
  });

  it('end after eight idle hours, counted from the last visit', async () => {
    const start = Date.now();
    const { session } = await beginSession(person('ana'), null, start);
    expect(await findSession(session.id, start + 8 * HOUR - 1)).not.toBeNull();
    expect(await findSession(session.id, start + 8 * HOUR)).toBeNull();
    await touchSession(session, start + 7 * HOUR);
    expect(await findSession(session.id, start + 11 * HOUR)).not.toBeNull();
  });

  it('end after twelve hours, whatever happens', async () => {
    const start = Date.now();
    const { session } = await beginSession(person('ana'), null, start);
    await touchSession(session, start + 7 * HOUR);
    await touchSession(session, start + 11.5 * HOUR);
    expect(await findSession(session.id, start + 12 * HOUR)).toBeNull();
  });

  it('are not kept alive by renewals', async () => {
    const start = Date.now();
    const { session } = await beginSession(person('ana'), null, start);
    expect(await renewSession(session, person('ana', 'newer'))).toBe(true);
    expect(await findSession(session.id, start + 7.9 * HOUR)).toMatchObject({ apiToken: 'newer' });
    expect(await findSession(session.id, start + 8 * HOUR)).toBeNull();
  });

  it('are not renewed for another person or tenant, nor when they have ended', async () => {
    const { session } = await beginSession(person('ana'), null);
    expect(await renewSession(session, person('eve'))).toBe(false);
    expect(await renewSession(session, { ...person('ana'), tid: 'other' })).toBe(false);
    expect(await findSession(session.id)).toMatchObject({ apiToken: 'token of ana' });
    await endSession(session.id);
    expect(await renewSession(session, person('ana'))).toBe(false);
  });

  it('take their Graph tokens with them, on every replica', async () => {
    const { session } = await beginSession(person('ana'), null);
    await keepToken('key', session.id, { token: 'graph', expiresMs: Date.now() + HOUR });
    const replica = await engine.another();
    expect(await replica.selectFrom('sessions').select('id').execute()).toHaveLength(1);
    await endSession(session.id);
    expect(await replica.selectFrom('sessions').select('id').execute()).toEqual([]);
    expect(await replica.selectFrom('obo_tokens').select('key').execute()).toEqual([]);
    await keepToken('key', session.id, { token: 'late', expiresMs: Date.now() + HOUR });
    expect(await keptToken('key')).toBeNull();
  });

  it('do not open when a row was moved to another id', async () => {
    const { session } = await beginSession(person('ana'), null);
    await engine.db().updateTable('sessions').set({ id: 'moved' }).where('id', '=', session.id).execute();
    expect(await findSession('moved')).toBeNull();
  });
});
