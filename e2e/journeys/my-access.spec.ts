import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures';
import type { Sandbox } from '../sandbox';

const EM = '/identityGovernance/entitlementManagement';

const item = (page: Page, name: string) => page.getByRole('listitem').filter({ has: page.getByRole('button', { name, exact: true }) });

/** Puts a role of one package's contents into another package as well. */
async function alsoGives(sandbox: Sandbox, from: string, resource: string, to: string) {
  const write = 'EntitlementManagement.ReadWrite.All';
  const packages = `${EM}/accessPackages`;
  const expand = '$expand=resourceRoleScopes($expand=role($expand=resource),scope)';
  const { body } = await sandbox.graph('Priya Nair', write, 'GET', `${packages}/${await sandbox.packageId(from)}?${expand}`);
  const { resourceRoleScopes } = body as { resourceRoleScopes: { role: { resource: { displayName: string } }; scope: object }[] };
  const found = resourceRoleScopes.find(({ role }) => role.resource.displayName === resource);
  const answer = await sandbox.graph('Priya Nair', write, 'POST', `${packages}/${await sandbox.packageId(to)}/resourceRoleScopes`, {
    role: found?.role,
    scope: found?.scope,
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
}

test.describe('My access', () => {
  test('active, soonest to end first; the row opens in place and says what it gives', async ({ page, signIn }) => {
    await signIn('Ana Ruiz', '/assignments');
    await expect(page.getByRole('heading', { level: 1, name: 'My access' })).toBeVisible();
    const names = await page.getByRole('main').getByRole('button', { expanded: false }).allInnerTexts();
    expect(names.slice(0, 3)).toEqual(['Quarter close workspace', 'VPN for travel', 'Supplier portal']);
    await expect(item(page, 'Quarter close workspace')).toContainText('9 days left');
    await expect(item(page, 'Lyon office and printers')).toContainText('No end date');
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Quarter close workspace', exact: true }).click();
    const opened = item(page, 'Quarter close workspace');
    await expect(opened.getByRole('list', { name: 'What it gives' }).getByRole('listitem')).toHaveCount(4);
    await expect(opened).toContainText('You can extend it');
    await expect(opened).toContainText('It needs approval again; your access stays open meanwhile.');
    await expect(opened.getByRole('link', { name: 'Extend Quarter close workspace' })).toBeVisible();
    await expectAccessible(page);
  });

  test('says at once where nobody has to approve, and why not where no policy admits me', async ({ page, signIn }) => {
    await signIn('Ana Ruiz', '/assignments');
    await page.getByRole('button', { name: 'VPN for travel', exact: true }).click();
    await expect(item(page, 'VPN for travel')).toContainText('It takes effect at once');
    await page.getByRole('button', { name: 'Lyon office and printers', exact: true }).click();
    await expect(item(page, 'Lyon office and printers')).toContainText('Nothing to extend');
    await expect(item(page, 'Lyon office and printers').getByRole('link', { name: /^Extend/ })).toHaveCount(0);
  });

  test('gives back: names what goes, sends once, follows it', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', '/assignments');
    await page.getByRole('button', { name: 'Supplier portal', exact: true }).click();
    await item(page, 'Supplier portal').getByRole('button', { name: 'Give it back' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Give back Supplier portal?' });
    await expect(dialog).toContainText('To get it back you have to ask again.');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Give it back' }).click();
    await expect(page.getByText('Supplier portal is being given back.')).toBeVisible();
    const [write, ...more] = await sandbox.journal('POST', /assignmentRequests$/);
    expect(more).toEqual([]);
    expect(write?.body).toEqual({ requestType: 'userRemove', assignment: { id: expect.any(String) } });
    await page.getByRole('button', { name: 'Follow' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Supplier portal' })).toBeVisible();
  });

  test('opens a site, and nothing whose address is not known; says what stays when it is given back', async ({ page, sandbox, signIn }) => {
    await alsoGives(sandbox, 'Supplier portal', 'Supplier files', 'Demand planning models');
    await signIn('Ana Ruiz', '/assignments');
    await page.getByRole('button', { name: 'Supplier portal', exact: true }).click();
    const gives = item(page, 'Supplier portal').getByRole('list', { name: 'What it gives' });
    await expect(gives.getByRole('link', { name: 'Open Supplier files' })).toHaveAttribute(
      'href',
      /^https:\/\/tidewater\.example\/sites\//,
    );
    await expect(gives.getByRole('link')).toHaveCount(1);
    await item(page, 'Supplier portal').getByRole('button', { name: 'Give it back' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Give back Supplier portal?' });
    await expect(dialog).toContainText('You keep, through other access:');
    const [goes, stays] = [dialog.getByRole('list').first(), dialog.getByRole('list').last()];
    await expect(goes).toContainText('Supplier portal');
    await expect(goes).not.toContainText('Supplier files');
    await expect(stays).toContainText(/Supplier files.*through Demand planning models, until/);
    await expectAccessible(page);

    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await sandbox.fault({ kind: 'status', status: 503, method: 'GET', path: '/availableAccessPackages/' });
    await item(page, 'Supplier portal').getByRole('button', { name: 'Give it back' }).click();
    await expect(dialog).toContainText('Not all of your other access could be read; it may give some of this too.');
    await expect(dialog.getByRole('list').first()).toContainText('Supplier files');
  });

  test('a refused return is explained and changes nothing', async ({ page, signIn }) => {
    await signIn('Ana Ruiz', '/assignments');
    await page.getByRole('button', { name: 'Everybody at Tidewater', exact: true }).click();
    await item(page, 'Everybody at Tidewater').getByRole('button', { name: 'Give it back' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Give it back' }).click();
    await expect(page.getByText('Microsoft refused it. You still have Everybody at Tidewater, nothing was changed.')).toBeVisible();
    await expect(item(page, 'Everybody at Tidewater')).toBeVisible();
  });

  test('throttled: the dialog stays and its button comes alive at the stated time', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', '/assignments');
    await page.getByRole('button', { name: 'Supplier portal', exact: true }).click();
    await item(page, 'Supplier portal').getByRole('button', { name: 'Give it back' }).click();
    await sandbox.fault({ kind: 'throttle', method: 'POST', path: '/assignmentRequests$', retryAfter: 4, times: 1 });
    const confirm = page.getByRole('alertdialog').getByRole('button', { name: 'Give it back' });
    await confirm.click();
    await expect(
      page
        .getByRole('alertdialog')
        .getByText(/You can try again at \d\d:\d\d/)
        .first(),
    ).toBeVisible();
    await expect(confirm).toHaveAttribute('aria-disabled', 'true');
    await expectAccessible(page);
    await expect(confirm).not.toHaveAttribute('aria-disabled', 'true');
    await confirm.click();
    await expect(page.getByText('Supplier portal is being given back.')).toBeVisible();
  });

  test('ended: asks again with what was written', async ({ page, signIn }) => {
    await signIn('Ana Ruiz', '/assignments');
    await page.getByRole('link', { name: /^Ended/ }).click();
    await page.getByRole('button', { name: 'Contract archive', exact: true }).click();
    await expect(item(page, 'Contract archive')).toContainText('You can ask for it again');
    await expectAccessible(page);
    await item(page, 'Contract archive').getByRole('button', { name: 'Ask again' }).click();
    await expect(page).toHaveURL(/access-packages\/.*\/request/);
  });

  test('what ends moves to Ended when its time has come', async ({ page, sandbox, signIn }) => {
    await sandbox.clock({ advance: 'P10D' });
    await signIn('Ana Ruiz', '/assignments?show=ended');
    await expect(item(page, 'Quarter close workspace')).toContainText('Ended');
  });

  for (const expandOnFunctions of ['ignored', '400']) {
    test(`loses no row where the expansion is ${expandOnFunctions}`, async ({ page, sandbox, signIn }) => {
      await sandbox.behave({ expandOnFunctions });
      await signIn('Ana Ruiz', '/assignments');
      await expect(page.getByRole('button', { name: 'An access package' })).toHaveCount(9);
      await page.getByRole('button', { name: 'An access package' }).first().click();
      await expect(page.getByText('Extend it in My Access')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Give it back' })).toBeVisible();
      await expectAccessible(page);
    });
  }

  test('streams further pages, also empty ones', async ({ page, sandbox, signIn }) => {
    await sandbox.behave({ pageSize: 2, emptyPages: true });
    await signIn('Ana Ruiz', '/assignments');
    await expect(page.getByRole('link', { name: 'Active 9' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Ended 3' })).toBeVisible();
  });

  test('says when it cannot be loaded', async ({ page, sandbox, signIn }) => {
    await sandbox.fault({ kind: 'status', status: 503, method: 'GET', path: '/assignments/' });
    await signIn('Ana Ruiz', '/assignments');
    await expect(page.getByRole('heading', { name: 'Your access could not be loaded' })).toBeVisible();
    await sandbox.control('DELETE', 'faults');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(item(page, 'Quarter close workspace')).toBeVisible();
  });

  test('works by keyboard and fits a phone', async ({ page, signIn }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn('Ana Ruiz', '/assignments');
    const name = page.getByRole('button', { name: 'Quarter close workspace', exact: true });
    await expect(name).toBeVisible();
    await name.focus();
    await page.keyboard.press('Enter');
    await expect(name).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByText('You can extend it')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectAccessible(page);
  });
});
