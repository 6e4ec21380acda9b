import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, portalToken, test } from './recorder/fixtures';

const TOKEN = /eyJ[\w-]{20,}\.eyJ/;

/** Writes down whatever reaches this browser from the portal, and every address it goes to. */
function listen(page: Page, origin: string) {
  const bodies: { of: string; text: string }[] = [];
  const addresses: string[] = [];
  const pending: Promise<unknown>[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  page.on('requestfinished', (request) => {
    if (!request.url().startsWith(origin)) return;
    const read = async () => {
      const response = await request.response();
      const headers = response?.headers() ?? {};
      // A page that was left has taken its bodies along.
      const text = (await response?.text().catch(() => '')) ?? '';
      bodies.push({ of: `${request.method()} ${request.url()}`, text: `${JSON.stringify(headers)}\n${text}` });
    };
    pending.push(read());
  });
  return { bodies, addresses, settled: () => Promise.all(pending) };
}

test.use({ signInBy: 'hand' });

test('no token in pages, RSC payloads, answers, addresses, storages, logs or the store', async ({
  page,
  sandbox,
  traffic,
  portal,
  enter,
}) => {
  test.setTimeout(120_000);
  const heard = listen(page, portal.origin);
  await enter('Ana Ruiz');
  await page.goto('/');
  const go = async (name: string) => {
    await page.getByRole('navigation', { name: 'Main' }).first().getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  };
  await go('Available');
  await go('My access');
  await page.goto(`/access-packages/${await sandbox.packageId('Tender library')}/request`);
  // An action's answer is read on its way: the page leaves as soon as it has come.
  await page.route('**/request', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    const response = await route.fetch();
    heard.bodies.push({ of: 'action', text: `${JSON.stringify(response.headers())}\n${await response.text()}` });
    return route.fulfill({ response });
  });
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page).toHaveURL(/\/requests\/[^/]+$/);

  // What goes wrong is told most: a refusal, a token that ended, an exchange that failed, a forged sign-in.
  await sandbox.fault({ kind: 'status', status: 500, path: '/assignments/filterByCurrentUser', times: 1 });
  await page.goto('/assignments');
  await expect(page.getByRole('heading', { name: 'Your access could not be loaded' })).toBeVisible();
  await sandbox.fault({ kind: 'authority', grant: 'on_behalf_of', error: 'temporarily_unavailable', times: 1 });
  await sandbox.fault({ kind: 'expired', path: '/assignmentRequests/filterByCurrentUser', times: 1 });
  await page.goto('/requests');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const api = await portalToken(sandbox, 'Ana Ruiz');
  const forged = await page.request.post('/api/session', { headers: { authorization: `Bearer ${api}x`, origin: portal.origin } });
  expect(forged.status()).toBe(401);
  const kept = await page.evaluate(async () => ({
    local: JSON.stringify(localStorage),
    session: JSON.stringify(sessionStorage),
    cookie: document.cookie,
    html: document.documentElement.outerHTML,
    databases: JSON.stringify(await indexedDB.databases()),
    caches: JSON.stringify(await caches.keys()),
  }));
  await heard.settled();

  // Every Graph token that went out, and the portal-API tokens, by what makes each of them itself: its signature.
  const own = traffic.calls.filter(({ claims }) => claims.oid === sandbox.person('Ana Ruiz').id);
  const signatures = new Set([...own.map(({ token }) => token), api].map((token) => token.split('.')[2] ?? ''));
  expect(signatures.size).toBeGreaterThan(1);
  const clean = (place: string, text: string) => {
    expect(TOKEN.test(text), place).toBe(false);
    for (const signature of signatures) expect(text.includes(signature), place).toBe(false);
  };
  // The payloads of client-side navigation, asked for as the router does.
  for (const path of ['/', '/access-packages', '/assignments', '/requests']) {
    const payload = await page.request.get(path, { headers: { rsc: '1' } });
    expect(payload.headers()['content-type']).toMatch(/^text\/x-component/);
    heard.bodies.push({ of: `rsc ${path}`, text: await payload.text() });
  }
  for (const path of ['/api/session', '/api/requests', '/api/access-packages']) {
    const answer = await page.request.get(path);
    heard.bodies.push({ of: path, text: await answer.text() });
  }
  const kinds = heard.bodies.map(({ of }) => of);
  for (const kind of [/^action$/, /^GET .*\/assignments$/]) expect(kinds).toContainEqual(expect.stringMatching(kind));
  for (const { of, text } of heard.bodies) clean(of, text);
  for (const address of heard.addresses) clean(address, address);
  for (const [place, text] of Object.entries(kept)) clean(place, text);
  expect(portal.log()).toMatch(/graph refused/);
  expect(portal.log()).toMatch(/API token refused/);
  expect(portal.log()).toMatch(/on-behalf-of exchange refused/);
  clean('the log', portal.log());
  const files = await readdir(portal.dataDir);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) clean(`the store's ${file}`, await readFile(join(portal.dataDir, file), 'latin1'));
});
