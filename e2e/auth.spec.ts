import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { SANDBOX, type Sandbox } from './sandbox';

/** Asks one question that may stay empty: there is text to lose, and nothing in the way of sending. */
const PACKAGE = 'Customer complaints';

/** The sandbox's sign-in page: the person's button there, not the portal's own that carries the same name. */
async function pick(page: Page, name: string) {
  await page.waitForURL((url) => url.href.startsWith(SANDBOX));
  await page.getByRole('button', { name }).first().click();
}

const session = (page: Page) => page.evaluate(async () => (await fetch('/api/session')).status);
const cookieOf = async (page: Page) => (await page.context().cookies()).find((cookie) => cookie.name.includes('latchkey-session'));

/** The portal's session ends behind the page's back, as a store that lost it or a limit would end it. */
async function loseSession(page: Page) {
  const cookie = await cookieOf(page);
  await page.context().clearCookies({ name: cookie?.name });
}

async function signOut(page: Page) {
  await page
    .getByRole('button', { name: /^Account and settings/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
}

test.use({ signInBy: 'hand' });

test('signs in and comes back to the page asked for', async ({ page, signIn }) => {
  await signIn('Ana Ruiz', '/requests?filter=all');
  await expect(page).toHaveURL('/requests?filter=all');
  const cookie = await cookieOf(page);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(cookie?.value).toMatch(/^[\w-]{43}$/);
});

test('understands a link of My Access through the sign-in', async ({ page, sandbox, signIn }) => {
  const id = await sandbox.packageId(PACKAGE);
  await signIn('Ana Ruiz', `/#/access-packages/${id}`);
  await expect(page).toHaveURL(`/access-packages/${id}`);
  await page.goto('/assignments');
  await page.goto(`/#/access-packages/${id}`);
  await expect(page).toHaveURL(`/access-packages/${id}`);
});

test('never goes to a foreign place after signing in', async ({ page, sandbox, signIn }) => {
  expect(sandbox.people.length).toBeGreaterThan(0);
  await signIn('Ana Ruiz', `/sign-in?returnTo=${encodeURIComponent('//evil.example/x')}`);
  await expect(page).toHaveURL('/');
});

test('keeps no token outside MSAL’s own storage', async ({ page, signIn }) => {
  const seen: string[] = [];
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  page.on('response', async (response) => {
    if (!response.url().startsWith(SANDBOX)) seen.push(`${response.url()} ${await response.text().catch(() => '')}`);
  });
  await signIn('Ana Ruiz', '/assignments');
  const payload = await page.request.get('/requests', { headers: { rsc: '1' } });
  expect(payload.headers()['content-type']).toMatch(/^text\/x-component/);
  seen.push(await payload.text());
  await page.goto('/requests');
  await expect(page.getByRole('main')).toBeVisible();
  const kept = await page.evaluate(() => ({
    local: JSON.stringify(localStorage),
    cookie: document.cookie,
    html: document.documentElement.outerHTML,
  }));
  const stored = await page.evaluate(() => Object.entries(sessionStorage));
  const token = /eyJ[\w-]{20,}\.eyJ/;
  expect(stored.every(([key, value]) => key.startsWith('msal.') || !token.test(value))).toBe(true);
  // What MSAL keeps, by value: the portal-API, id and refresh tokens, none of them for Graph.
  const secrets = stored.flatMap(([key, value]) => (key.startsWith('msal.') ? [...value.matchAll(/"secret":"([^"]+)"/g)] : []));
  const tokens = secrets.map(([, secret]) => secret ?? '');
  expect(tokens.length).toBeGreaterThan(2);
  for (const each of tokens.filter((secret) => token.test(secret)))
    expect(JSON.parse(Buffer.from(each.split('.')[1] ?? '', 'base64url').toString()).aud).not.toContain('graph');
  await signOut(page);
  expect(addresses.some((address) => address.includes('/authorize'))).toBe(true);
  const elsewhere = (text: string) => text.startsWith(SANDBOX);
  for (const text of [...seen, ...Object.values(kept), ...addresses.filter((address) => !elsewhere(address))]) {
    expect(text).not.toMatch(token);
    for (const each of tokens) expect(text).not.toContain(each);
  }
  // To the authority's sign-out goes the id token as a hint, as OpenID Connect has it; never one that opens anything.
  const opening = stored.flatMap(([key, value]) =>
    /accesstoken|refreshtoken/i.test(key) ? [...value.matchAll(/"secret":"([^"]+)"/g)] : [],
  );
  expect(opening.length).toBeGreaterThan(1);
  for (const address of addresses.filter(elsewhere)) for (const [, each] of opening) expect(address).not.toContain(each ?? '');
});

test('loads no MSAL on a page with a live session', async ({ page, signIn }) => {
  await signIn('Ana Ruiz', '/requests');
  const scripts: string[] = [];
  page.on('response', async (response) => {
    if (response.url().endsWith('.js')) scripts.push(await response.text().catch(() => ''));
  });
  await page.goto('/assignments');
  await expect(page.getByRole('main')).toBeVisible();
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.some((text) => text.includes('acquireTokenSilent'))).toBe(false);
});

test('signs out in every tab, at the portal and at the authority', async ({ page, signIn }) => {
  await signIn('Ana Ruiz', '/requests');
  const other = await page.context().newPage();
  await other.goto('/assignments');
  await expect(other.getByRole('main')).toBeVisible();
  const copied = await cookieOf(page);
  await signOut(page);
  await expect(other).toHaveURL(/\/signed-out$/);
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('msal.') && key.includes('token')))).toEqual(
    [],
  );
  // The copied cookie is dead, and the authority asks again who it is.
  if (copied) await page.context().addCookies([copied]);
  expect(await session(page)).toBe(401);
  await page.goto('/requests');
  await page.waitForURL((url) => url.href.startsWith(SANDBOX));
  await expect(page.getByRole('button', { name: 'Ana Ruiz' }).first()).toBeVisible();
});

test('two people in two tabs never act as each other', async ({ page, sandbox, signIn }) => {
  const id = await sandbox.packageId(PACKAGE);
  await signIn('Ana Ruiz', `/access-packages/${id}/request`);
  const typed = page.getByRole('textbox').first();
  await typed.fill('4120-EU');
  const other = await page.context().newPage();
  await other.goto('/sign-in?for=switchPerson');
  await pick(other, 'Léa Moreau');
  await expect(other).toHaveURL('/');
  await page.bringToFront();
  await page.getByRole('button', { name: 'Send request' }).first().click();
  await expect(page.getByText('You are now signed in as Léa Moreau').first()).toBeVisible();
  await expect(typed).toHaveValue('4120-EU');
  expect(await sandbox.journal('POST', /assignmentRequests$/)).toEqual([]);
});

test('signs in again by itself when the session was lost', async ({ page, signIn }) => {
  await signIn('Ana Ruiz', '/requests');
  await loseSession(page);
  await page.goto('/assignments');
  await expect(page).toHaveURL('/assignments');
  await expect(page.getByRole('main')).toBeVisible();
});

test('renews silently before the token ends', async ({ page, sandbox, signIn }) => {
  await sandbox.behave({ tokenLifetimeSeconds: 6 });
  await signIn('Ana Ruiz', '/requests');
  const renewed = page.waitForResponse((response) => response.url().endsWith('/api/session') && response.request().method() === 'PUT');
  expect((await renewed).status()).toBe(200);
  await page.waitForResponse((response) => response.url().endsWith('/api/session') && response.request().method() === 'PUT');
  await page.goto('/assignments');
  await expect(page).toHaveURL('/assignments');
});

/** The form went on by itself after the sign-in: one request, with the text that was typed before. */
async function expectSentOnce(page: Page, sandbox: Sandbox, text: string) {
  await page.waitForURL((url) => url.pathname.startsWith('/requests/'));
  await expect(page.getByText(text).first()).toBeVisible();
  const posts = (await sandbox.journal('POST', /assignmentRequests$/)).filter((call) => call.status < 300);
  expect(posts.map((post) => JSON.stringify(post.body).includes(text))).toEqual([true]);
}

test('a session that ended while a form was open: the text survives and is sent once', async ({ page, sandbox, signIn }) => {
  const id = await sandbox.packageId(PACKAGE);
  await signIn('Ana Ruiz', '/requests');
  await page.goto(`/access-packages/${id}/request`);
  await expect(page.getByRole('button', { name: 'Send request' }).first()).toBeVisible();
  await loseSession(page);
  await sandbox.control('POST', 'revoke', { user: sandbox.person('Ana Ruiz').userPrincipalName });
  await page.context().clearCookies({ name: /^sandbox-session/ });
  await page.getByRole('textbox').last().fill('Returns of the spring season');
  await page.getByRole('button', { name: 'Send request' }).first().click();
  await pick(page, 'Ana Ruiz');
  await expectSentOnce(page, sandbox, 'Returns of the spring season');
});

test('a claims challenge while sending is answered, and the request is sent once', async ({ page, sandbox, signIn }) => {
  const id = await sandbox.packageId(PACKAGE);
  await signIn('Ana Ruiz', `/access-packages/${id}/request`);
  await page.getByRole('textbox').last().fill('Returns of the summer season');
  await sandbox.fault({ kind: 'challenge', method: 'POST', path: '/assignmentRequests$', times: 1 });
  const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });
  await page.getByRole('textbox').last().blur();
  await sandbox.fault({ kind: 'authority', grant: 'on_behalf_of', error: 'interaction_required', claims, times: 1 });
  await page.getByRole('button', { name: 'Send request' }).first().click();
  await pick(page, 'Ana Ruiz');
  await expectSentOnce(page, sandbox, 'Returns of the summer season');
});

test('a claims challenge on a page is answered, and the page goes on', async ({ page, sandbox, signIn }) => {
  await signIn('Ana Ruiz', '/requests');
  const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });
  await sandbox.fault({ kind: 'authority', grant: 'on_behalf_of', error: 'interaction_required', claims, times: 1 });
  await sandbox.fault({ kind: 'expired', path: '/assignments/filterByCurrentUser', times: 1 });
  await page.goto('/assignments');
  await pick(page, 'Ana Ruiz');
  await expect(page).toHaveURL('/assignments');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Sign in once more')).toHaveCount(0);
});

test('a missing consent is said with its scope and who can grant it', async ({ page, sandbox, signIn }) => {
  await sandbox.control('POST', 'consent', { scope: 'EntitlementManagement.Read.All', granted: false });
  await sandbox.control('POST', 'consent', { scope: 'EntitlementManagement.ReadWrite.All', granted: false });
  await signIn('Priya Nair', '/admin/assignments');
  await expect(page.getByText('EntitlementManagement.Read.All').first()).toBeVisible();
  await page.goto('/assignments');
  await expect(page.getByRole('heading', { name: 'An administrator must agree first' })).toHaveCount(0);
});

test('a post from elsewhere is refused, whatever it says about itself', async ({ page, signIn, baseURL }) => {
  await signIn('Ana Ruiz', '/requests');
  const cookie = await cookieOf(page);
  const elsewhere: Record<string, string>[] = [
    {},
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:1' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
  ];
  for (const headers of elsewhere) {
    const answer = await page.request.fetch(`${baseURL}/api/session`, {
      method: 'DELETE',
      headers: { ...headers, cookie: `${cookie?.name}=${cookie?.value}` },
    });
    expect(answer.status()).toBe(403);
  }
  expect(await session(page)).toBe(200);
});
