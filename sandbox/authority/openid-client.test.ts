import * as client from 'openid-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { personOf } from '../seed/people.ts';
import { API_SCOPE, CLIENT_ID, CLIENT_SECRET } from './registration.ts';
import { PORTAL, startAuthority } from './testing/sandbox.ts';
import type { TestAuthority } from './testing/sandbox.ts';

let authority: TestAuthority;

beforeAll(async () => {
  authority = await startAuthority();
});
afterAll(() => authority.close());

/** What a browser without JavaScript does: open the page, press the button of a person, follow the form. */
async function pressOnPage(url: URL, displayName: string): Promise<URL> {
  const page = await (await fetch(url)).text();
  const button = [...page.matchAll(/<button class="person" name="user" value="([^"]+)">[^]*?<bdi>([^<]+)<\/bdi>/g)].find(
    (match) => match[2] === displayName,
  );
  const action = /<form method="post" action="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const pressed = await fetch(new URL(action, url), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ user: button?.[1] ?? '' }),
  });
  return new URL(pressed.headers.get('location') ?? '');
}

it('signs in with the certified client: code with PKCE, refresh, on behalf of, end of session', async () => {
  const insecure = { execute: [client.allowInsecureRequests] };
  const config = await client.discovery(new URL(`${authority.base}/v2.0`), CLIENT_ID, undefined, client.None(), insecure);
  const pkceCodeVerifier = client.randomPKCECodeVerifier();
  const expectedState = client.randomState();
  const expectedNonce = client.randomNonce();
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: `${PORTAL}/auth/redirect`,
    scope: `openid profile offline_access ${API_SCOPE}`,
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    state: expectedState,
    nonce: expectedNonce,
  });
  const answer = await pressOnPage(url, 'Ana Ruiz');
  const tokens = await client.authorizationCodeGrant(config, answer, {
    pkceCodeVerifier,
    expectedState,
    expectedNonce,
    idTokenExpected: true,
  });
  const ana = personOf(authority.world.defaultTenant, 'ana.ruiz');
  expect(tokens.claims()).toMatchObject({ oid: ana.id, name: 'Ana Ruiz', preferred_username: 'ana.ruiz@tidewater.example' });

  const renewed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '');
  expect(renewed.access_token).not.toBe(tokens.access_token);

  const server = await client.discovery(
    new URL(`${authority.base}/v2.0`),
    CLIENT_ID,
    undefined,
    client.ClientSecretBasic(CLIENT_SECRET),
    insecure,
  );
  const graph = await client.genericGrantRequest(server, 'urn:ietf:params:oauth:grant-type:jwt-bearer', {
    assertion: renewed.access_token,
    requested_token_use: 'on_behalf_of',
    scope: 'User.Read',
  });
  expect(graph.scope).toContain('User.Read');

  const end = client.buildEndSessionUrl(config, {
    post_logout_redirect_uri: `${PORTAL}/signed-out`,
    id_token_hint: tokens.id_token ?? '',
    state: 'bye',
  });
  const ended = await fetch(end, { redirect: 'manual' });
  expect(ended.headers.get('location')).toBe(`${PORTAL}/signed-out?state=bye`);
});
