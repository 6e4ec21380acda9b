import { createHash, randomBytes } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import { expect } from '@playwright/test';
import { SANDBOX, type SandboxPerson } from './sandbox';

interface Identity {
  authority: string;
  clientId: string;
  apiScope: string;
  consentScopes: string[];
}

/**
 * Signs a person in as the sign-in page does, by the same calls (authorization code with PKCE, then the session), but without drawing a page:
 * afterwards the browser is where a second tab of that person is. The page itself is walked in auth.spec.ts.
 */
export async function signInByCalls(context: BrowserContext, person: SandboxPerson, portal: string, timezoneId?: string): Promise<void> {
  const { request } = context;
  const { origin } = new URL(portal);
  const identity = (await (await request.get(`${origin}/auth/settings`)).json()) as Identity;
  // MSAL is told an https address; the sandbox listens on plain loopback.
  const authority = SANDBOX + new URL(identity.authority).pathname.replace(/\/$/, '');
  const verifier = randomBytes(32).toString('base64url');
  const asked = {
    client_id: identity.clientId,
    redirect_uri: `${origin}/auth/redirect`,
    scope: ['openid', 'profile', 'offline_access', identity.apiScope].join(' '),
  };
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const query = new URLSearchParams({
    ...asked,
    response_type: 'code',
    response_mode: 'fragment',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 'e2e',
    nonce: randomBytes(8).toString('hex'),
  });
  const picked = await request.post(`${authority}/oauth2/v2.0/authorize?${query}`, { form: { user: person.id }, maxRedirects: 0 });
  const code = new URLSearchParams(new URL(picked.headers().location ?? '').hash.slice(1)).get('code') ?? '';
  const redeemed = await request.post(`${authority}/oauth2/v2.0/token`, {
    form: { ...asked, grant_type: 'authorization_code', code, code_verifier: verifier },
    headers: { origin },
  });
  const { access_token: token } = (await redeemed.json()) as { access_token: string };
  const session = await request.post(`${origin}/api/session`, { headers: { authorization: `Bearer ${token}`, origin } });
  expect(session.status(), await session.text()).toBe(200);
  // What the sign-in page tells the server too, so that the first page is written for the reader's own zone.
  if (timezoneId) await context.addCookies([{ name: 'tz', value: encodeURIComponent(timezoneId), url: origin }]);
}
