import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './read-config';

const entra = {
  ENTRA_TENANT_ID: '11111111-2222-3333-4444-555555555555',
  ENTRA_CLIENT_ID: '66666666-7777-8888-9999-aaaaaaaaaaaa',
  ENTRA_CLIENT_SECRET: 'a secret of the registration',
  SESSION_SECRET: 'x'.repeat(32),
  PORTAL_ORIGIN: 'https://access.contoso.com',
};

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

describe('sandbox mode', () => {
  it('needs no setting at all', () => {
    expect(readConfig({})).toMatchObject({
      mode: 'sandbox',
      port: 3000,
      origin: 'http://localhost:3000',
      secure: false,
      graphRoot: 'http://localhost:4010',
      authority: 'http://localhost:4010/c0a80101-5eed-4c0d-8a1b-5a9db0c5e001',
      sessionIdleMs: 8 * 3_600_000,
      sessionMaxMs: 12 * 3_600_000,
      sessionSecrets: [],
      databaseUrl: null,
    });
  });

  it('lets a proxy stand in front of Graph, the authority or both', () => {
    expect(readConfig({ GRAPH_ROOT: 'http://localhost:9000/' }).graphRoot).toBe('http://localhost:9000');
    expect(readConfig({ ENTRA_AUTHORITY: 'http://localhost:9001/t' }).authority).toBe('http://localhost:9001/t');
  });

  it.each(['ENTRA_CLIENT_ID', 'ENTRA_API_SCOPE', 'ENTRA_CLIENT_SECRET', 'ENTRA_CLIENT_CERTIFICATE'])(
    'takes %s alone for a half-filled configuration',
    (name) => {
      const [fault, ...more] = faultsOf({ [name]: entra.ENTRA_CLIENT_ID });
      expect(more).toEqual([]);
      expect(fault).toContain(name);
      expect(fault).toContain('ENTRA_TENANT_ID');
    },
  );

  it('names everything that is missing', () => {
    expect(faultsOf({ ENTRA_API_SCOPE: 'api://x/access_as_user' })[0]).toContain(
      'Missing: ENTRA_TENANT_ID, ENTRA_CLIENT_ID, ENTRA_CLIENT_SECRET or ENTRA_CLIENT_CERTIFICATE, SESSION_SECRET',
    );
  });
});

describe('with a tenant', () => {
  it('takes a whole configuration', () => {
    expect(readConfig(entra)).toMatchObject({
      mode: 'entra',
      secure: true,
      graphRoot: 'https://graph.microsoft.com',
      authority: `https://login.microsoftonline.com/${entra.ENTRA_TENANT_ID}`,
      apiScope: `api://${entra.ENTRA_CLIENT_ID}/access_as_user`,
      credential: { secret: entra.ENTRA_CLIENT_SECRET },
    });
  });

  it('lists every missing name at once', () => {
    const faults = faultsOf({ ENTRA_TENANT_ID: entra.ENTRA_TENANT_ID }).join('\n');
    for (const name of ['ENTRA_CLIENT_ID', 'ENTRA_CLIENT_SECRET or ENTRA_CLIENT_CERTIFICATE', 'SESSION_SECRET'])
      expect(faults).toContain(name);
  });

  it.each([
    ['SANDBOX_PORT', '4010'],
    ['SANDBOX_PACKAGES', '10'],
    ['SANDBOX_MESSAGES', 'pseudo.json'],
    ['GRAPH_ROOT', 'http://localhost:4010'],
    ['ENTRA_AUTHORITY', `http://localhost:4010/${entra.ENTRA_TENANT_ID}`],
    ['ENTRA_AUTHORITY', 'https://login.microsoftonline.com/common'],
    ['ENTRA_TENANT_ID', 'common'],
    ['ENTRA_TENANT_ID', 'c0a80101-5eed-4c0d-8a1b-5a9db0c5e001'],
    ['ENTRA_API_SCOPE', 'api://x/.default'],
    ['ENTRA_CLIENT_CERTIFICATE', '/nowhere.pem'],
    ['SESSION_SECRET', 'short'],
    ['SESSION_SECRET', `${'x'.repeat(32)},short`],
    ['PORTAL_ORIGIN', 'http://access.contoso.com'],
  ])('refuses %s=%s', (name, value) => {
    expect(faultsOf({ ...entra, [name]: value }).join('\n')).toContain(name);
  });
});

describe('plain settings', () => {
  it.each([
    ['PORT', 'many'],
    ['PORT', '70000'],
    ['PORTAL_ORIGIN', 'localhost:3000'],
    ['PORTAL_ORIGIN', 'http://localhost:3000/path'],
    ['PORTAL_ORIGIN', 'javascript:alert(1)'],
    ['SESSION_IDLE', '8h'],
    ['SESSION_MAX', 'PT0S'],
    ['SESSION_IDLE', 'PT13H'],
    ['DATABASE_URL', 'mysql://x'],
    ['REQUIRE_ADMIN_ROLE', 'yes'],
    ['TRUSTED_PROXY_HOPS', '-1'],
    ['LOG_LEVEL', 'loud'],
    ['METRICS_TOKEN', 'short'],
    ['SANDBOX_PORT', '0'],
  ])('refuses %s=%s, naming it', (name, value) => {
    expect(faultsOf({ [name]: value }).join('\n')).toContain(name);
  });

  it('lists faults of all kinds together', () => {
    expect(faultsOf({ PORT: 'x', SESSION_IDLE: 'x', ENTRA_CLIENT_ID: 'x' })).toHaveLength(3);
  });

  it('takes an empty value for an absent one', () => {
    expect(readConfig({ DATABASE_URL: '', ENTRA_CLIENT_ID: ' ' }).databaseUrl).toBeNull();
  });

  it('reads a list of secrets, the first of which encrypts', () => {
    const [one, two] = ['1'.repeat(32), '2'.repeat(40)];
    expect(readConfig({ SESSION_SECRET: `${one}, ${two}` }).sessionSecrets).toEqual([one, two]);
  });
});
