import { afterAll, describe, expect, it } from 'vitest';
import { testAuthority } from './testing/authority';

const authority = await testAuthority();
const { apiIdentity, RefusedToken } = await import('./api-token');
const { forgetAuthority } = await import('./authority');
afterAll(() => authority.close());

const seconds = (fromNow: number) => Math.floor(Date.now() / 1000) + fromNow;

describe('a token for the portal’s API', () => {
  it('names its person', async () => {
    const token = await authority.token({ roles: ['AccessPackage.Admin'] });
    expect(await apiIdentity(token)).toMatchObject({
      oid: 'ana',
      name: 'Ana Ruiz',
      userPrincipalName: 'ana@example.com',
      roles: ['AccessPackage.Admin'],
      apiToken: token,
    });
  });

  it('may have further scopes, and no name', async () => {
    const identity = await apiIdentity(await authority.token({ scp: 'other access_as_user', name: undefined }));
    expect(identity.name).toBe('ana@example.com');
  });

  it.each([
    ['a foreign issuer', { iss: 'https://login.microsoftonline.com/other/v2.0' }],
    ['another audience', { aud: 'https://graph.microsoft.com' }],
    ['the App ID URI as audience (v1)', { aud: 'api://1a7c4e00-5eed-4c0d-8a1b-5a9db0c5e002' }],
    ['another tenant', { tid: '99999999-5eed-4c0d-8a1b-5a9db0c5e001' }],
    ['a foreign client', { azp: '99999999-5eed-4c0d-8a1b-5a9db0c5e002' }],
    ['no client', { azp: undefined }],
    ['version 1', { ver: '1.0' }],
    ['no version', { ver: undefined }],
    ['an app alone', { idtyp: 'app' }],
    ['an app alone, by its missing scope', { scp: undefined, roles: ['AccessPackage.Admin'] }],
    ['another scope', { scp: 'access_as_users' }],
    ['no person', { oid: undefined }],
    ['an empty person', { oid: '' }],
    ['an end in the past', { exp: seconds(-1) }],
    ['no end', { exp: undefined }],
    ['a beginning in the future', { nbf: seconds(3600) }],
  ])('is refused with %s', async (_, claims) => {
    await expect(apiIdentity(await authority.token(claims))).rejects.toThrow(RefusedToken);
  });

  it('is refused when signed by somebody else, changed, unsigned or no token', async () => {
    const good = await authority.token();
    const [head = '', body = '', signature = ''] = good.split('.');
    const changed = Buffer.from(body, 'base64url').toString().replace('"ana"', '"eve"');
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    const wrong = [
      await authority.token({}, { foreignKey: true }),
      `${head}.${Buffer.from(changed).toString('base64url')}.${signature}`,
      `${none}.${body}.`,
      `${head}.${body}`,
      'x',
      '',
    ];
    for (const token of wrong) await expect(apiIdentity(token)).rejects.toThrow(RefusedToken);
  });

  it('bears clocks that differ a little', async () => {
    expect(await apiIdentity(await authority.token({ nbf: seconds(200), iat: seconds(200) }))).toMatchObject({ oid: 'ana' });
  });

  it('is not refused, only not judged, while the authority cannot be asked', async () => {
    const token = await authority.token();
    forgetAuthority();
    await authority.close();
    const asked = apiIdentity(token);
    await expect(asked).rejects.toThrow();
    await expect(asked).rejects.not.toThrow(RefusedToken);
  });
});
