import { expect, expectAccessible, test } from '../fixtures';

const search = 'Search the packages you can ask for';
const list = 'Access packages you can ask for';

test.describe('Available', () => {
  test('shows what I may ask for, with my state on each row', async ({ page, signIn }) => {
    await signIn('Ana Ruiz', '/access-packages');
    await expect(page.getByText('43 access packages you can ask for.')).toBeVisible();
    const rows = page.getByRole('list', { name: list }).getByRole('listitem');
    await expect(rows.filter({ hasText: 'Quarter close workspace' })).toContainText('9 days left');
    await expect(rows.filter({ hasText: 'Warehouse dashboards' })).toContainText('Being set up');
    await expect(rows.filter({ hasText: 'Demand planning models' })).toContainText('You have this until');
    await expect(rows.filter({ hasText: 'Tender library' }).getByRole('button', { name: 'Choose' })).toBeVisible();
    await expect(rows.filter({ hasText: 'Key account room' })).toHaveCount(0);
    await expectAccessible(page);
    await rows.filter({ hasText: 'Warehouse dashboards' }).getByRole('link', { name: 'Follow' }).click();
    await expect(page).toHaveURL(/\/requests\//);
  });

  test('says approval and length of the rows in view, by one $batch after the list has painted', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', '/access-packages');
    const row = page.getByRole('list', { name: list }).getByRole('listitem').filter({ hasText: 'CRM, European accounts' });
    // Only what is seen is asked for.
    await row.scrollIntoViewIfNeeded();
    await expect(row).toContainText('Needs approval');
    await expect(row).toContainText('180 days');
    const inner = async () =>
      (await sandbox.journal('POST', /getApplicablePolicyRequirements/)).filter((call) => call.batch !== null).length;
    await page.getByRole('list', { name: list }).getByRole('listitem').nth(8).scrollIntoViewIfNeeded();
    await expect.poll(inner).toBeGreaterThan(5);
    const [batch] = await sandbox.journal('POST', /\/\$batch$/);
    expect(batch?.status).toBe(200);
  });

  test('searches as one types: beginnings, typing errors, marks, and keeps it in the address', async ({ page, signIn }) => {
    await signIn('Ana Ruiz', '/access-packages');
    await page.getByRole('searchbox', { name: search }).fill('ware');
    await expect(page.getByText(/\d found/).first()).toBeVisible();
    const names = page.getByRole('list', { name: list }).getByRole('listitem');
    await expect(names.first()).toContainText('Warehouse dashboards');
    await expect(names.first().locator('mark').first()).toHaveText('Ware');
    await page.getByRole('searchbox', { name: search }).fill('wherehouse');
    await expect(names.first()).toContainText('Warehouse');
    await page.getByRole('searchbox', { name: search }).fill('gdansk');
    await expect(names.first()).toContainText('Gdańsk');
    await expect(page).toHaveURL(/q=gdansk/);
    await page.reload();
    await expect(page.getByRole('searchbox', { name: search })).toHaveValue('gdansk');
    await expect(names.first()).toContainText('Gdańsk');
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await expect(page.getByText('43 access packages you can ask for.')).toBeVisible();
  });

  test('says when nothing matches, after the whole list was searched', async ({ page, signIn }) => {
    await signIn('Ana Ruiz', '/access-packages');
    await page.getByRole('searchbox', { name: search }).fill('zeppelin');
    await expect(page.getByRole('heading', { name: 'Nothing matches “zeppelin”' })).toBeVisible();
    await expectAccessible(page);
  });

  test('facets and order', async ({ page, signIn }) => {
    await signIn('Ana Ruiz', '/access-packages');
    const rows = page.getByRole('list', { name: list }).getByRole('listitem');
    await page.getByRole('combobox', { name: 'Order' }).selectOption('By name');
    await expect(rows.first()).toContainText('Budget planner');
    await page.getByRole('combobox', { name: 'Order' }).selectOption('Mine first');
    await expect(rows.first()).toContainText('Demand planning models');
    await page.getByRole('checkbox', { name: /Not yet mine/ }).check();
    await expect(rows.filter({ hasText: 'Demand planning models' })).toHaveCount(0);
    await page.getByRole('checkbox', { name: /Needs no approval/ }).check();
    await page.getByRole('checkbox', { name: /Asks nothing/ }).check();
    await expect(rows.filter({ hasText: 'CRM' })).toHaveCount(0);
  });

  test('a page that fails is a visible gap, and nothing is called "not found" meanwhile', async ({ page, signIn }) => {
    const broken = '**/api/access-packages?next=*';
    await page.route(broken, (route) => route.fulfill({ status: 503, json: { ok: false, error: { kind: 'unavailable' } } }));
    await signIn('Ana Ruiz', '/access-packages');
    await expect(page.getByRole('alert').filter({ hasText: 'This is not all.' })).toBeVisible();
    await page.getByRole('searchbox', { name: search }).fill('zeppelin');
    await expect(page.getByText(/Nothing among the first \d+ packages/)).toBeVisible();
    await expect(page.getByRole('heading', { name: /Nothing matches/ })).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole('searchbox', { name: search }).fill('');
    await page.unroute(broken);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText('43 access packages you can ask for.')).toBeVisible();
  });

  for (const expandOnFunctions of ['ignored', '400'])
    test(`$expand ${expandOnFunctions}: no marks, no row lost, said plainly`, async ({ page, sandbox, signIn }) => {
      await sandbox.behave({ expandOnFunctions });
      await signIn('Ana Ruiz', '/access-packages');
      await expect(page.getByText('What you already have could not be read')).toBeVisible();
      await expect(page.getByText('43 access packages you can ask for.')).toBeVisible();
      await expect(page.getByText('9 days left')).toHaveCount(0);
    });

  test('an unreadable list is a panel with a way on', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', '/requests');
    await sandbox.fault({ kind: 'status', status: 503, path: 'accessPackages/filterByCurrentUser', times: 4 });
    await page.goto('/access-packages');
    await expect(page.getByRole('heading', { name: 'The packages you can ask for could not be loaded' })).toBeVisible();
    await expectAccessible(page);
    await sandbox.control('DELETE', 'faults');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText('43 access packages you can ask for.')).toBeVisible();
  });

  test('somebody who may ask for nothing reads so', async ({ page, signIn }) => {
    await signIn('Emil Strand', '/access-packages');
    await expect(page.getByRole('heading', { name: 'Nothing is open to you yet' })).toBeVisible();
    await expectAccessible(page);
  });

  test('My Access’s own link leads to the package', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', '/requests');
    await page.goto(`/access-packages#/access-packages/${await sandbox.packageId('Tender library')}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Tender library' })).toBeVisible();
  });

  test('by keyboard alone, from the search to the form', async ({ page, signIn }) => {
    await signIn('Ana Ruiz', '/access-packages');
    await expect(page.getByRole('searchbox', { name: search })).toBeVisible();
    await page.getByRole('searchbox', { name: search }).focus();
    await page.keyboard.type('tender');
    await expect(page.getByText(/\d found/).first()).toBeVisible();
    const link = page.getByRole('link', { name: 'Tender library' });
    for (let presses = 0; presses < 10 && !(await link.evaluate((each) => each === document.activeElement)); presses += 1)
      await page.keyboard.press('Tab');
    await expect(link).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Tender library' })).toBeVisible();
  });

  test('at 390 px everything is there', async ({ page, signIn }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn('Ana Ruiz', '/access-packages');
    await expect(page.getByText('43 access packages you can ask for.')).toBeVisible();
    await page.getByText('Show and order').click();
    await expect(page.getByRole('checkbox', { name: /Not yet mine/ })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await expectAccessible(page);
  });
});

test.describe('Available with 4,000 packages', () => {
  test.use({ seed: { seed: 'bare', packages: 4000 } });

  test('streams in, holds few rows, finds within the whole', async ({ page, signIn, sandbox }) => {
    test.setTimeout(120_000);
    await sandbox.behave({ pageSize: 400 });
    await signIn('Ana Ruiz', '/access-packages');
    await expect(page.getByText('4,000 access packages you can ask for.')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('list', { name: list }).getByRole('listitem').first()).toBeVisible();
    expect(await page.locator('[data-row]').count()).toBeLessThan(2000);
    const name = (await page.getByRole('list', { name: list }).getByRole('link').first().textContent()) ?? '';
    await page.getByRole('searchbox', { name: search }).fill(name);
    await expect(page.getByRole('list', { name: list }).getByRole('listitem').first()).toContainText(name);
    await page.getByRole('searchbox', { name: search }).fill('');
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    await expect(page.locator('[data-row="3999"]')).toBeVisible();
    expect(await page.locator('[data-row]').count()).toBeLessThan(2000);
  });
});
