import { afterAll, beforeEach, expect, it } from 'vitest';
import { PortalFault, type PortalError } from '@/lib/portal-error';
import { withBothEngines } from '@/lib/store/testing/engines';
import { testAuthority } from './testing/authority';

const authority = await testAuthority();
const { graphToken, tokenKey } = await import('./obo');
const { beginSession, findSession, renewSession } = await import('./sessions');
const { apiIdentity } = await import('./api-token');
afterAll(() => authority.close());

const SMALL = 'EntitlementMgmt-SubjectAccess.ReadWrite';
const plain = authority.onExchange;
const echo: typeof plain = (body) => ({
  status: 200,
  body: {
    token_type: 'Bearer',
    scope: body.get('scope'),
    expires_in: 3600,
    access_token: `${body.get('assertion')} ${body.get('scope')?.split(' ')[0]}`,
  },
});

async function sessionOf(oid: string) {
  const { session } = await beginSession(await apiIdentity(await authority.token({ oid })), null);
  return session;
}

async function refusal(work: Promise<unknown>): Promise<PortalError> {
  const error = await work.catch((thrown: unknown) => thrown);
  if (error instanceof PortalFault) return error.error;
  throw error;
}

const refuse = (body: object) => () => ({ status: 400, body: { error_description: 'AADSTS0: text', ...body } });

withBothEngines('on behalf of', (engine) => {
  beforeEach(async () => {
    authority.exchanges.length = 0;
    authority.onExchange = plain;
    await engine.db().deleteFrom('sessions').execute();
  });

  it('asks for one least scope, as Entra wants it asked', async () => {
    await graphToken(await sessionOf('ana'), SMALL);
    const [asked] = authority.exchanges;
    expect(asked?.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    expect(asked?.get('requested_token_use')).toBe('on_behalf_of');
    expect(asked?.get('client_secret')).toBe('sandbox-only-no-secret');
    const scopes = asked?.get('scope')?.split(' ') ?? [];
    expect(scopes.filter((scope) => !['openid', 'profile', 'offline_access'].includes(scope))).toEqual([SMALL]);
  });

  it('keeps a token, sealed, and shares a running exchange', async () => {
    const session = await sessionOf('ana');
    const tokens = await Promise.all([graphToken(session, SMALL), graphToken(session, SMALL), graphToken(session, SMALL)]);
    expect(new Set(tokens).size).toBe(1);
    expect(await graphToken(session, SMALL)).toBe(tokens[0]);
    expect(authority.exchanges).toHaveLength(1);
    expect(JSON.stringify(await engine.db().selectFrom('obo_tokens').selectAll().execute())).not.toContain(tokens[0]);
  });

  it('goes on without a place to keep tokens', async () => {
    const session = await sessionOf('ana');
    await engine.db().schema.alterTable('obo_tokens').renameTo('elsewhere').execute();
    try {
      expect(await graphToken(session, SMALL)).not.toBe('');
      expect(await graphToken(session, SMALL)).not.toBe('');
      expect(authority.exchanges).toHaveLength(2);
    } finally {
      await engine.db().schema.alterTable('elsewhere').renameTo('obo_tokens').execute();
    }
  });

  it('never lets two people, two sessions or two scopes share a token, however they interleave', async () => {
    authority.onExchange = async (body) => {
      await new Promise((later) => setTimeout(later, Math.random() * 5));
      return echo(body);
    };
    const sessions = await Promise.all(['ana', 'ben', 'ana', 'cem'].map(sessionOf));
    const scopes = [SMALL, 'User.Read'] as const;
    const asks = Array.from({ length: 200 }, (_, index) => ({ session: sessions[index % 4], scope: scopes[index % 3 ? 0 : 1] }));
    await Promise.all(
      asks.map(async ({ session, scope }) => {
        if (!session || !scope) throw new Error('unreachable');
        expect(await graphToken(session, scope)).toBe(`${session.apiToken} ${scope}`);
      }),
    );
    expect(authority.exchanges.length).toBeLessThanOrEqual(8);
  });

  it('has another key for every session, person, tenant, assertion and scope', () => {
    const base = { id: 's', tid: 't', oid: 'o', apiToken: 'a' };
    const keys = [base, { ...base, id: 's2' }, { ...base, tid: 't2' }, { ...base, oid: 'o2' }, { ...base, apiToken: 'a2' }].map((session) =>
      tokenKey(session, SMALL),
    );
    expect(new Set([...keys, tokenKey(base, 'User.Read')]).size).toBe(6);
  });

  it('drops a token that is about to end, and when told so', async () => {
    const session = await sessionOf('ana');
    authority.onExchange = (body) => ({ status: 200, body: { ...(echo(body) as { body: object }).body, expires_in: 30 } });
    await graphToken(session, SMALL);
    authority.onExchange = plain;
    const fresh = await graphToken(session, SMALL);
    expect(authority.exchanges).toHaveLength(2);
    expect(await graphToken(session, SMALL, { force: true })).not.toBe(fresh);
    expect(authority.exchanges).toHaveLength(3);
  });

  it('passes a challenge’s claims on', async () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
    await graphToken(await sessionOf('ana'), SMALL, { claims });
    expect(JSON.parse(authority.exchanges[0]?.get('claims') ?? '{}')).toMatchObject(JSON.parse(claims));
  });

  it('says what the authority’s refusals mean', async () => {
    const session = await sessionOf('ana');
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    const cases: [object, PortalError][] = [
      [
        { error: 'interaction_required', suberror: 'basic_action', claims },
        { kind: 'stepUp', claims },
      ],
      [
        { error: 'invalid_grant', suberror: 'basic_action', claims },
        { kind: 'stepUp', claims },
      ],
      [{ error: 'consent_required' }, { kind: 'consentRequired', scope: SMALL }],
      [
        { error: 'invalid_grant', suberror: 'consent_required' },
        { kind: 'consentRequired', scope: SMALL },
      ],
      [
        { error: 'invalid_grant', error_description: 'AADSTS65001: nobody consented' },
        { kind: 'consentRequired', scope: SMALL },
      ],
      [{ error: 'invalid_grant', error_description: 'AADSTS500133: assertion expired' }, { kind: 'signedOut' }],
      [{ error: 'interaction_required' }, { kind: 'signedOut' }],
      [{ error: 'temporarily_unavailable' }, { kind: 'unavailable' }],
      [{ error: 'invalid_client' }, { kind: 'unexpected' }],
    ];
    for (const [body, wanted] of cases) {
      authority.onExchange = refuse(body);
      expect(await refusal(graphToken(session, SMALL)), JSON.stringify(body)).toEqual(wanted);
    }
    authority.onExchange = plain;
    expect(await graphToken(session, SMALL)).toMatch(/^graph-/);
  });

  it('counts a session as signed out whose token the authority no longer takes, until it is renewed', async () => {
    const session = await sessionOf('ana');
    authority.onExchange = refuse({ error: 'invalid_grant', error_description: 'AADSTS50173: revoked' });
    await refusal(graphToken(session, SMALL));
    expect(await findSession(session.id)).toMatchObject({ expiresMs: 0 });
    const newer = await apiIdentity(await authority.token());
    expect(await renewSession(session, newer)).toBe(true);
    await refusal(graphToken(session, SMALL));
    expect(await findSession(session.id)).toMatchObject({ apiToken: newer.apiToken, expiresMs: newer.expiresMs });
  });
});
