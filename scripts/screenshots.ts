// npm run screenshots [-- 01 03]: photographs every screen of a running sandbox portal (npm start) into docs/screenshots:
// 1440 and 390 px, light and dark, and Arabic. It works in a partition of its own, so that what you did by hand stays.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, request as http, type Browser, type Page } from '@playwright/test';

const portal = process.env.PORTAL_ORIGIN || `http://localhost:${process.env.PORT || '3000'}`;
const sandbox = `http://localhost:${process.env.SANDBOX_PORT || '4010'}`;
const out = join(import.meta.dirname, '../docs/screenshots');
const wanted = process.argv.slice(2);
mkdirSync(out, { recursive: true });

const VIEWS = [
  { name: '1440-light', width: 1440, height: 900, scheme: 'light', locale: 'en-GB' },
  { name: '1440-dark', width: 1440, height: 900, scheme: 'dark', locale: 'en-GB' },
  { name: '390-light', width: 390, height: 844, scheme: 'light', locale: 'en-GB' },
  { name: '390-dark', width: 390, height: 844, scheme: 'dark', locale: 'en-GB' },
  { name: '1440-arabic', width: 1440, height: 900, scheme: 'light', locale: 'ar' },
] as const;

interface Shot {
  name: string;
  person: string;
  path: string;
  /** What to do before the photograph. */
  act?: (page: Page) => Promise<unknown>;
}

const api = await http.newContext();
const made = await api.post(`${sandbox}/sandbox/partitions`, { data: { seed: 'company' } });
const { partition } = (await made.json()) as { partition: string };
const graph = async (upn: string, scope: string, path: string) => {
  const token = await api.post(`${sandbox}/sandbox/token?partition=${partition}`, { data: { user: upn, scope } });
  const { access_token: bearer } = (await token.json()) as { access_token: string };
  const answer = await api.get(`${sandbox}/v1.0/identityGovernance/entitlementManagement${path}`, {
    headers: { authorization: `Bearer ${bearer}` },
  });
  return ((await answer.json()) as { value: Record<string, unknown>[] }).value;
};
const ADMIN = 'priya.nair@tidewater.example';
const ANA = 'ana.ruiz@tidewater.example';
const packageId = async (name: string) => {
  const [found] = await graph(ADMIN, 'EntitlementManagement.Read.All', `/accessPackages?$filter=displayName eq '${name}'`);
  return String(found?.id);
};
const mine = await graph(ANA, 'EntitlementMgmt-SubjectAccess.ReadWrite', "/assignmentRequests/filterByCurrentUser(on='target')");
const requestIn = (state: string) => String(mine.find((row) => row.state === state)?.id);
const held = await graph(ANA, 'EntitlementMgmt-SubjectAccess.ReadWrite', "/assignments/filterByCurrentUser(on='target')");
const ending = held
  .filter((row) => row.state === 'delivered')
  .map((row) => ({
    id: String(row.id),
    end: (row.schedule as { expiration?: { endDateTime?: string | null } } | null)?.expiration?.endDateTime ?? '9',
  }))
  .sort((a, b) => a.end.localeCompare(b.end));
const JONAS = 'jonas.weber@tidewater.example';
const waiting = await graph(
  JONAS,
  'EntitlementMgmt-SubjectAccess.ReadWrite',
  "/assignmentRequests/filterByCurrentUser(on='approver')?$expand=requestor",
);
const anas = String(waiting.find((row) => (row.requestor as { displayName?: string } | null)?.displayName === 'Ana Ruiz')?.id);
const crm = await packageId('CRM, European accounts');

const SHOTS: Shot[] = [
  { name: '00-sign-in', person: '', path: '/', act: (page) => page.getByRole('button', { name: 'Ana Ruiz' }).waitFor() },
  { name: '01-home', person: 'Ana Ruiz', path: '/' },
  { name: '01b-palette', person: 'Ana Ruiz', path: '/', act: openPalette },
  { name: '01c-day-one', person: 'Emil Strand', path: '/' },
  { name: '02-available', person: 'Ana Ruiz', path: '/access-packages' },
  { name: '02a-search', person: 'Ana Ruiz', path: '/access-packages?q=ware' },
  { name: '02b-package', person: 'Ana Ruiz', path: `/access-packages/${await packageId('Handheld device pool')}` },
  { name: '02c-not-for-me', person: 'Ana Ruiz', path: '/access-packages/00000000-0000-4000-8000-000000000000' },
  { name: '03-request', person: 'Ana Ruiz', path: `/access-packages/${crm}/request` },
  { name: '03b-for-others', person: 'Léa Moreau', path: `/access-packages/${await packageId('Design system libraries')}/for-others` },
  { name: '03c-team', person: 'Léa Moreau', path: '/team' },
  { name: '04b-status', person: 'Ana Ruiz', path: `/requests/${requestIn('pendingApproval')}` },
  { name: '04c-denied', person: 'Ana Ruiz', path: `/requests/${requestIn('denied')}` },
  { name: '05-my-access', person: 'Ana Ruiz', path: '/assignments' },
  { name: '05b-update', person: 'Ana Ruiz', path: `/assignments/${ending[0]?.id}/update` },
  { name: '06-approvals', person: 'Jonas Weber', path: '/approvals' },
  { name: '06b-approval', person: 'Jonas Weber', path: `/approvals/${anas}` },
  { name: '06d-selected', person: 'Jonas Weber', path: '/approvals', act: selectThree },
  { name: '06e-together', person: 'Jonas Weber', path: '/approvals', act: reviewThree },
  { name: '06f-keys', person: 'Jonas Weber', path: `/approvals/${anas}`, act: (page) => page.keyboard.press('?') },
  { name: '06c-undo', person: 'Jonas Weber', path: `/approvals/${anas}`, act: denyAnas },
  {
    name: '07-assignments',
    person: 'Priya Nair',
    path: `/admin/assignments?package=${crm}&packageName=${encodeURIComponent('CRM, European accounts')}`,
    act: openFirstRow,
  },
  { name: '07b-closed', person: 'Ana Ruiz', path: '/admin/assignments' },
  { name: '11-requests', person: 'Ana Ruiz', path: '/requests' },
  {
    name: '12-assign',
    person: 'Priya Nair',
    path: `/admin/assignments/new?package=${crm}&packageName=${encodeURIComponent('CRM, European accounts')}`,
    act: chooseNils,
  },
];

/** The page's script may still be coming: until then the key is not heard. */
async function openPalette(page: Page) {
  const lines = page.locator('dialog.palette [role=option]');
  for (let tries = 0; tries < 20 && (await lines.count()) === 0; tries += 1) {
    await page.keyboard.press('ControlOrMeta+k');
    await lines
      .first()
      .waitFor({ timeout: 1_000 })
      .catch(() => undefined);
  }
  await page.locator('dialog.palette input').fill('ware');
  await page.locator('dialog.palette .tag').first().waitFor();
}

async function openFirstRow(page: Page) {
  if ((page.viewportSize()?.width ?? 0) > 900) await page.getByRole('table').getByRole('button').nth(2).click();
}

/** A decision that waits in the bar; it stays there, for somebody stands in it, and never reaches the portal. */
async function denyAnas(page: Page) {
  await page.route('**/api/approvals/decisions', (route) => route.abort());
  await page.locator('#justification').fill('The case is closed.');
  await page.locator('.foot-act button').first().click();
  await page.locator('.undo button').first().focus();
}

async function selectThree(page: Page) {
  const several = page.locator('.q-choose');
  if (await several.isVisible()) await several.click();
  for (const index of [2, 3, 4]) await page.locator('.q-box input').nth(index).check();
}

async function reviewThree(page: Page) {
  await selectThree(page);
  await page.locator('.acts a').click();
  await page.locator('.together-list > li').nth(2).waitFor();
}

async function chooseNils(page: Page) {
  const who = page.getByRole('combobox').first();
  await who.click();
  await who.pressSequentially('Nils');
  await page.getByRole('option', { name: 'Nils Ekberg' }).click();
  await page.locator('main input[type=radio]').first().check();
}

/** In the page: settles once nothing in it has changed for half a second. */
function stillness(): Promise<void> {
  return new Promise((done) => {
    let timer = setTimeout(finish, 500);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(finish, 500);
    });
    function finish() {
      observer.disconnect();
      done();
    }
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

async function photograph(browser: Browser, view: (typeof VIEWS)[number], person: string, shots: Shot[]) {
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    deviceScaleFactor: 1,
    colorScheme: view.scheme,
    locale: view.locale,
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  });
  await context.addCookies([{ name: 'sandbox-partition', value: partition, url: sandbox }]);
  const page = await context.newPage();
  if (person) {
    await page.goto(`${portal}/`);
    await page.getByRole('button', { name: person }).first().click();
    await page.waitForURL((url) => url.href.startsWith(portal) && !/^\/(sign-in|auth)/.test(url.pathname));
  }
  for (const shot of shots) {
    await page.goto(portal + shot.path);
    await page.locator('h1, h2').filter({ visible: true }).first().waitFor();
    await page.locator('.waiting').first().waitFor({ state: 'hidden' });
    await shot.act?.(page);
    await page.evaluate(stillness);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(out, `${shot.name}-${view.name}.png`) });
  }
  await context.close();
}

const executablePath = process.env.CHROMIUM_PATH || (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
});
const chosen = SHOTS.filter(({ name }) => wanted.length === 0 || wanted.some((prefix) => name.startsWith(prefix)));
for (const view of VIEWS) {
  for (const person of new Set(chosen.map((shot) => shot.person))) {
    await photograph(
      browser,
      view,
      person,
      chosen.filter((shot) => shot.person === person),
    );
  }
  console.log(`${view.name}: ${chosen.length} screens`);
}
await browser.close();
await api.delete(`${sandbox}/sandbox/partitions/${partition}`);
await api.dispose();
