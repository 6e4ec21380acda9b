import { expect, expectAccessible, test } from '../fixtures';

const gone = '5f0c0d5e-7a41-4c3e-9b0e-20c1d8e4a101';

test.describe('Package', () => {
  test('two ways: none preselected, pressed too early the focus goes to the first', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', `/access-packages/${await sandbox.packageId('Handheld device pool')}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Handheld device pool' })).toBeVisible();
    await expect(page.getByText('You had this until')).toBeVisible();
    const shift = page.getByRole('radio', { name: /For a shift/ });
    await expect(shift).not.toBeChecked();
    await expect(page.getByRole('group', { name: 'Two ways to ask' })).toContainText('Lasts 1 day');
    await expect(page.getByRole('group', { name: 'Two ways to ask' })).toContainText('You choose, up to 60 days');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Request access' }).click();
    await expect(shift).toBeFocused();
    await expect(page.getByRole('alert').filter({ hasText: 'Choose a way to ask first.' })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: /For a season/ })).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/request\?policy=/);
    await expect(page.getByRole('complementary')).toContainText('For a season');
  });

  test('one way: the box without a choice, and what is inside', async ({ page, sandbox, signIn }) => {
    await signIn('Nils Ekberg', `/access-packages/${await sandbox.packageId('CRM, European accounts')}`);
    await expect(page.getByRole('heading', { level: 1, name: 'CRM, European accounts' })).toBeVisible();
    await expect(page.getByRole('radio')).toHaveCount(0);
    await expect(page.getByText('3 questions, and why')).toBeVisible();
    const inside = page.getByRole('complementary');
    await expect(inside.getByText('Customer CRM')).toBeVisible();
    await expect(inside.getByText('Regional editor')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Request access' }).click();
    await expect(page.getByRole('button', { name: 'Send request' })).toBeVisible();
  });

  test('held: Extend comes first; on its way: Follow', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', `/access-packages/${await sandbox.packageId('Quarter close workspace')}`);
    await expect(page.getByText('9 days left')).toBeVisible();
    await expect(page.getByText('Needs approval again')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Request access' })).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Extend' }).click();
    await expect(page).toHaveURL(/\/assignments\/.+\/update/);
    await page.goto(`/access-packages/${await sandbox.packageId('Track and trace, production logs')}`);
    await expect(page.getByText('Waiting for approval')).toBeVisible();
    await page.getByRole('link', { name: 'Follow' }).click();
    await expect(page).toHaveURL(/\/requests\//);
  });

  test('denied: said, with the way to ask again', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', `/access-packages/${await sandbox.packageId('Payroll reports, read only')}`);
    await expect(page.getByText(/You can ask again/)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Request access' })).toBeVisible();
  });

  test('a hidden package opens by its link', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', `/access-packages/${await sandbox.packageId('Key account room')}`);
    await expect(page.getByRole('link', { name: 'Request access' })).toBeVisible();
  });

  for (const [what, path] of [
    ['gone', gone],
    ['of no known form', 'not%20an%20id'],
  ] as const)
    test(`not for me (${what}): one sentence, and what to do next`, async ({ page, signIn, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await signIn('Ana Ruiz', `/access-packages/${path}`);
      await expect(page.getByRole('heading', { level: 1, name: 'You cannot ask for this package' })).toBeVisible();
      await expect(page.getByRole('main').getByText('ana.ruiz@tidewater.example').first()).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Copy the message' }).click();
      await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('ana.ruiz@tidewater.example');
    });

  test('not for me: a package whose policies admit others only', async ({ page, sandbox, signIn }) => {
    await signIn('Emil Strand', `/access-packages/${await sandbox.packageId('Tender library')}`);
    await expect(page.getByRole('heading', { level: 1, name: 'You cannot ask for this package' })).toBeVisible();
    await expect(page.getByText('Tender library')).toHaveCount(0);
  });

  test('contents that the cloud does not offer are said to be so', async ({ page, sandbox, signIn }) => {
    await sandbox.behave({ cloud: 'usgov' });
    await signIn('Ana Ruiz', `/access-packages/${await sandbox.packageId('Tender library')}`);
    await expect(page.getByText('Your organisation does not show what is inside.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Request access' })).toBeVisible();
  });

  test('a service that does not answer is a panel; the package is there after trying again', async ({ page, sandbox, signIn }) => {
    const id = await sandbox.packageId('Tender library');
    await signIn('Ana Ruiz', '/requests');
    await sandbox.fault({ kind: 'status', status: 503, path: 'getApplicablePolicyRequirements', times: 4 });
    await page.goto(`/access-packages/${id}`);
    await expect(page.getByRole('heading', { name: 'This package could not be loaded' })).toBeVisible();
    await sandbox.control('DELETE', 'faults');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('link', { name: 'Request access' })).toBeVisible();
  });

  test('at 390 px the action stands above the tabs', async ({ page, sandbox, signIn }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn('Ana Ruiz', `/access-packages/${await sandbox.packageId('Handheld device pool')}`);
    await expect(page.getByRole('button', { name: 'Request access' })).toBeInViewport();
    await expect(page.getByText('Inside:')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await expectAccessible(page);
  });
});
