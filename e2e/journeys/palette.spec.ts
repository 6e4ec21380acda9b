import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures';

const CRM = 'CRM, European accounts';
const posts = /assignmentRequests$/;
const palette = (page: Page) => page.getByRole('dialog', { name: 'Find anything' });
const field = (page: Page) => palette(page).getByRole('combobox', { name: 'Find anything' });
const line = (page: Page, name: string | RegExp) => palette(page).getByRole('option', { name });
/** The line that Enter takes, as the field says it. */
const current = (page: Page) => palette(page).getByRole('option', { selected: true });

async function open(page: Page) {
  // The page's script is there: only then is a key heard.
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(field(page)).toBeFocused({ timeout: 2_000 });
  }).toPass();
}

test.describe('Command palette', () => {
  test('any package, request, place or action by typing, with my state on it', async ({ page, sandbox, signIn }) => {
    test.setTimeout(90_000);
    await signIn('Ana Ruiz', '/');
    await open(page);
    await expect(line(page, 'Home')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.type('warehouse d');
    await expect(current(page)).toContainText('Warehouse dashboards');
    await expect(current(page)).toContainText('Being set up');
    await expect(field(page)).toHaveAttribute('aria-activedescendant', (await current(page).getAttribute('id')) ?? '');
    await expect(palette(page)).toContainText('All read. Packages: 43.');
    await expectAccessible(page);
    await page.keyboard.press('ArrowDown');
    await expect(current(page)).toContainText('Follow your request: Warehouse dashboards');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Warehouse dashboards' })).toBeVisible();
    await expect(palette(page)).toHaveCount(0);
    await expect(page.getByRole('main')).toBeFocused();

    await open(page);
    await page.keyboard.type('quarter close');
    await expect(current(page)).toContainText('9 days left');
    await expect(line(page, 'Extend: Quarter close workspace')).toBeVisible();
    // Microsoft's own word finds it too.
    await field(page).fill('pendingapproval');
    await expect(current(page)).toContainText('Waiting for approval');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/requests\/[^/]+$/);

    await open(page);
    await page.keyboard.type('my acc');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/assignments$/);
    await open(page);
    await page.keyboard.type('appearance dark');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await open(page);
    await expectAccessible(page);
    await page.keyboard.type('zeppelin');
    await expect(palette(page)).toContainText('Nothing matches “zeppelin”.');
    await page.keyboard.press('Escape');
    await expect(palette(page)).toHaveCount(0);
    await expect(page).toHaveURL(/\/assignments$/);
    // What I have moves, so it is read again; the list of packages is not.
    const lists = await sandbox.journal('GET', /accessPackages\/filterByCurrentUser/);
    expect(lists.length).toBeLessThanOrEqual(6);
  });

  test('a whole request from the keyboard alone', async ({ page, sandbox, signIn }) => {
    await signIn('Nils Ekberg', '/');
    await open(page);
    await page.keyboard.type('crm eur');
    await expect(line(page, `Request access: ${CRM}`)).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const centre = page.getByLabel(/Which cost centre pays/);
    await expect(centre).toBeVisible();
    await expect(async () => {
      for (let presses = 0; presses < 8 && !(await centre.evaluate((each) => each === document.activeElement)); presses += 1)
        await page.keyboard.press('Tab');
      await expect(centre).toBeFocused({ timeout: 500 });
    }).toPass();
    await page.keyboard.type('4310-DE');
    await expect(page.getByText(/Draft saved/)).toBeVisible();
    // Between the two an earlier answer may be offered.
    const ways = page.getByRole('radio');
    const isOnWay = () => ways.evaluateAll((all) => all.some((each) => each === document.activeElement));
    for (let presses = 0; presses < 4 && !(await isOnWay()); presses += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'Update contacts and notes' })).toBeChecked();
    const why = page.getByLabel(/Business justification/);
    for (let presses = 0; presses < 8 && !(await why.evaluate((each) => each === document.activeElement)); presses += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.type('I look after the Nordic accounts.');
    // Over the form: its keys are the palette's, and what was typed is still there afterwards.
    await open(page);
    await page.keyboard.type('zeppelin');
    await page.keyboard.press('Escape');
    await expect(why).toBeFocused();
    await expect(why).toHaveValue('I look after the Nordic accounts.');
    expect(await sandbox.journal('POST', posts)).toEqual([]);
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(page).toHaveURL(/\/requests\/[^/]+$/);
    expect(await sandbox.journal('POST', posts)).toHaveLength(1);
  });

  test('what is missing is said, tried again, and never called "not found"', async ({ page, sandbox, signIn }) => {
    await sandbox.behave({ pageSize: 2 });
    const rest = '**/api/access-packages?next=*';
    await page.route(rest, (route) => route.fulfill({ status: 503, json: { ok: false, error: { kind: 'unavailable' } } }));
    await page.route('**/api/palette', (route) => route.fulfill({ status: 503, json: { ok: false, error: { kind: 'unavailable' } } }));
    await signIn('Ana Ruiz', '/requests');
    await open(page);
    await page.keyboard.type('zeppelin');
    await expect(palette(page)).toContainText(/This is not all\. Packages that came: \d+; then the service stopped answering\./);
    await expect(palette(page)).toContainText(/Nothing so far\. Packages read: \d+; not all have come\./);
    await expect(palette(page).getByText('Nothing matches')).toHaveCount(0);
    await expectAccessible(page);
    // What came can be used meanwhile.
    await field(page).fill('budget');
    await page.unroute(rest);
    await palette(page).getByRole('button', { name: 'Try again' }).click();
    await expect(palette(page)).toContainText('What you have and asked for could not be read.');
    await page.unrouteAll();
    await palette(page).getByRole('button', { name: 'Try again' }).click();
    await expect(palette(page)).toContainText('All read. Packages: 43.');
    await expect(current(page)).toContainText('Budget planner');
    await field(page).fill('zeppelin');
    await expect(palette(page)).toContainText('Nothing matches “zeppelin”.');

    // Neither list tells its packages: no marks, no line lost, said.
    await sandbox.behave({ expandOnFunctions: 'ignored' });
    await page.goto('/requests');
    await open(page);
    await page.keyboard.type('quarter close');
    await expect(palette(page)).toContainText('What you have could not be read, so the lines do not say it.');
    await expect(current(page)).toContainText('Quarter close workspace');
    await expect(current(page)).not.toContainText('9 days left');
  });

  test('at 390 px with a thumb: find, ask, send', async ({ browser, sandbox, signIn, baseURL }) => {
    const context = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 844 }, baseURL: baseURL ?? '' });
    await context.addCookies([{ name: 'sandbox-partition', value: sandbox.partition, url: process.env.E2E_SANDBOX ?? '' }]);
    const page = await context.newPage();
    await signIn('Nils Ekberg', '/', page);
    const find = page.getByRole('banner').getByRole('link', { name: 'Find anything' });
    expect((await find.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await expect(async () => {
      await page.goto('/');
      await find.tap();
      await expect(field(page)).toBeVisible({ timeout: 3_000 });
    }).toPass();
    await field(page).fill('tender');
    const ask = line(page, 'Request access: Tender library');
    expect((await ask.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await expectAccessible(page);
    await ask.tap();
    await page.getByRole('button', { name: 'Send request' }).tap();
    await expect(page).toHaveURL(/\/requests\/[^/]+$/);
    await context.close();
  });
});
