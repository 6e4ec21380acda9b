import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures';
import type { Sandbox } from '../sandbox';

const EM = '/identityGovernance/entitlementManagement';
const SMALL = 'EntitlementMgmt-SubjectAccess.ReadWrite';

/** Id of a person's newest request for a package. */
async function requestOf(sandbox: Sandbox, person: string, name: string): Promise<string> {
  const rows = await sandbox.requestsFor(await sandbox.packageId(name), person);
  const newest = rows.toSorted((a, b) => String(b.createdDateTime).localeCompare(String(a.createdDateTime)))[0];
  if (!newest) throw new Error(`${person} has no request for ${name}`);
  return newest.id;
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
const steps = (page: Page) => page.getByRole('region', { name: 'What has happened' }).getByRole('listitem');

test.describe('Request status', () => {
  test('waiting: what happens next, the lock, the answers, and cancelling', async ({ page, sandbox, signIn }) => {
    const id = await requestOf(sandbox, 'Ana Ruiz', 'Track and trace, production logs');
    await signIn('Ana Ruiz', `/requests/${id}`);
    await expect(heading(page, 'Track and trace, production logs')).toBeVisible();
    await expect(page.getByText('Waiting since yesterday.')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Progress of the request' }).getByRole('listitem')).toHaveCount(3);
    await expect(steps(page)).toHaveCount(3);
    await expect(page.getByRole('complementary').getByText('Parcel events from Gdańsk arrive late')).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Cancel request' }).first().click();
    const dialog = page.getByRole('alertdialog', { name: 'Cancel the request for Track and trace, production logs?' });
    await expect(dialog).toContainText('Nobody has to decide any more');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect(await sandbox.journal('POST', /cancel$/)).toHaveLength(0);

    await page.getByRole('button', { name: 'Cancel request' }).first().click();
    await dialog.getByRole('button', { name: 'Cancel request' }).click();
    await expect(page.getByText('Nothing was set up, and nothing you already had has changed.')).toBeVisible();
    await expect(steps(page).nth(1)).toContainText('The request was cancelled');
    expect(await sandbox.journal('POST', /cancel$/)).toHaveLength(1);
  });

  test('a scheduled request can be cancelled, one being set up cannot', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', `/requests/${await requestOf(sandbox, 'Ana Ruiz', 'Quality lab bookings')}`);
    const start = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', day: 'numeric', month: 'long' }).format(
      Date.now() + 13 * 24 * 60 * 60_000,
    );
    await expect(page.getByText(new RegExp(`It starts on .*\\b${start}`))).toBeVisible();
    await expect(page.getByRole('button', { name: 'Cancel request' }).first()).toBeVisible();
    await page.goto(`/requests/${await requestOf(sandbox, 'Ana Ruiz', 'Warehouse dashboards')}`);
    await expect(heading(page, 'Warehouse dashboards')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Cancel request' })).toHaveCount(0);
    await expectAccessible(page);
  });

  test('cancelling what has moved on meanwhile says so and shows how it stands', async ({ page, sandbox, signIn }) => {
    const id = await requestOf(sandbox, 'Ana Ruiz', 'Quality lab bookings');
    // The page would see it by itself within seconds: here it must not.
    await page.route('**/api/requests/*', (route) => route.abort());
    await signIn('Ana Ruiz', `/requests/${id}`);
    await page.getByRole('button', { name: 'Cancel request' }).first().click();
    await sandbox.graph('Ana Ruiz', SMALL, 'POST', `${EM}/assignmentRequests/${id}/cancel`);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel request' }).click();
    await expect(page.getByText('It moved on before it could be cancelled.')).toBeVisible();
    await expect(page.getByText('Nothing was set up, and nothing you already had has changed.')).toBeVisible();
  });

  test('cancelling while Microsoft asks to wait: the button comes alive at the stated time', async ({ page, sandbox, signIn }) => {
    const id = await requestOf(sandbox, 'Ana Ruiz', 'Quality lab bookings');
    await signIn('Ana Ruiz', `/requests/${id}`);
    await page.getByRole('button', { name: 'Cancel request' }).first().click();
    await sandbox.fault({ kind: 'throttle', method: 'POST', path: '/cancel$', retryAfter: 4, times: 1 });
    const confirm = page.getByRole('alertdialog').getByRole('button', { name: 'Cancel request' });
    await confirm.click();
    await expect(
      page
        .getByRole('alertdialog')
        .getByText(/You can try again at \d\d:\d\d/)
        .first(),
    ).toBeVisible();
    await expect(confirm).toHaveAttribute('aria-disabled', 'true');
    await expect(confirm).not.toHaveAttribute('aria-disabled', 'true');
    await confirm.click();
    await expect(page.getByText('Nothing was set up, and nothing you already had has changed.')).toBeVisible();
  });

  test('denied: no name, no reason, where to read it, and asking again with what was written', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', `/requests/${await requestOf(sandbox, 'Ana Ruiz', 'Payroll reports, read only')}`);
    await expect(page.getByText('The reason is in My Access').first()).toBeVisible();
    await expect(steps(page)).toHaveCount(3);
    await expect(page.getByRole('main')).not.toContainText('Beatriz');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Ask again' }).first().click();
    await expect(page).toHaveURL(/\/request/);
    await expect(page.getByText('I check the freight bonus against the hours of the Lyon team.')).toBeVisible();
  });

  test('moves by itself from waiting to Done, and says so', async ({ page, sandbox, signIn }) => {
    await sandbox.behave({ deliverySeconds: 0 });
    await page.clock.install();
    const id = await requestOf(sandbox, 'Ana Ruiz', 'Quality lab bookings');
    await signIn('Ana Ruiz', `/requests/${id}`);
    await expect(page.getByText('This page updates by itself.')).toBeVisible();
    await sandbox.clock({ advance: 'P14D' });
    await page.clock.runFor(30_000);
    await expect(page.getByText('Now: Done')).toBeAttached();
    await expect(page.getByText('It stands under')).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'My access', exact: true }).click();
    await expect(heading(page, 'My access')).toBeVisible();
  });

  test('says that it waits for a system outside, can be cancelled meanwhile, and goes on by itself', async ({ page, sandbox, signIn }) => {
    await sandbox.behave({ delivery: 'waitForCallback' });
    await page.clock.install();
    await signIn('Ana Ruiz', `/access-packages/${await sandbox.packageId('Photo library')}/request`);
    await page.getByRole('button', { name: 'Send request' }).first().click();
    await expect(page).toHaveURL(/\/requests\//);
    await page.clock.runFor(30_000);
    await expect(page.getByText('It waits for the answer of a system outside Microsoft Entra')).toBeVisible();
    await expect(steps(page).nth(1)).toContainText('Waiting for a system outside Microsoft Entra');
    await expect(page.getByRole('button', { name: 'Cancel request' }).first()).toBeVisible();
    await expectAccessible(page);
    const id = page.url().split('/').at(-1);
    const type = 'microsoft.graph.accessPackageCustomExtensionStage.assignmentRequestCreated';
    const data = { '@odata.type': 'microsoft.graph.accessPackageAssignmentRequestCallbackData', stage: 'assignmentRequestCreated' };
    const resumed = await sandbox.graph(
      'Priya Nair',
      'EntitlementManagement.ReadWrite.All',
      'POST',
      `${EM}/assignmentRequests/${id}/resume`,
      { source: 'Training records', type, data },
    );
    expect(resumed.status, JSON.stringify(resumed.body)).toBe(204);
    await sandbox.clock({ advance: 'PT1M' });
    await page.clock.runFor(120_000);
    await expect(page.getByText('It stands under')).toBeVisible();
  });

  test('just sent and not listed yet is never "not found"', async ({ page, sandbox, signIn }) => {
    await sandbox.behave({ listLagSeconds: 3600 });
    await page.clock.install();
    await signIn('Ana Ruiz', `/access-packages/${await sandbox.packageId('Photo library')}/request`);
    await page.getByRole('button', { name: 'Send request' }).first().click();
    await expect(page).toHaveURL(/\/requests\//);
    await expect(heading(page, 'Photo library')).toBeVisible();
    await expect(page.getByText('Sent just now').first()).toBeVisible();
    await expectAccessible(page);
    await sandbox.behave({ listLagSeconds: 0 });
    await page.clock.runFor(30_000);
    await expect(page.getByText('What has happened')).toBeVisible();
  });

  test('says when it was sent while it is not listed, and after days no more than that it is not listed', async ({
    page,
    sandbox,
    signIn,
  }) => {
    await sandbox.behave({ listLagSeconds: 10 * 86_400 });
    await signIn('Ana Ruiz', `/access-packages/${await sandbox.packageId('Photo library')}/request`);
    await page.getByRole('button', { name: 'Send request' }).first().click();
    await expect(page.getByText('Sent just now').first()).toBeVisible();
    await sandbox.clock({ advance: 'PT1H' });
    await page.reload();
    await expect(page.getByText(/^Sent (today|yesterday), \d\d:\d\d$/)).toBeVisible();
    await expect(page.getByText('Microsoft has not listed it yet')).toBeVisible();
    await sandbox.clock({ advance: 'P4D' });
    await page.reload();
    await expect(page.getByText('Microsoft does not list it at the moment')).toBeVisible();
    await expect(page.getByText('no longer in Entra')).toHaveCount(0);
    await expect(page.getByText('Sent just now')).toHaveCount(0);
    await expectAccessible(page);
  });

  test('asked by somebody else: two names', async ({ page, sandbox, signIn }) => {
    const rows = await sandbox.rows(
      `${EM}/assignmentRequests?$filter=accessPackage/id eq '${await sandbox.packageId('Design system libraries')}'&$expand=requestor,assignment($expand=target)`,
    );
    const mine = rows.find(
      (request) => (request.assignment as { target?: { displayName?: string } } | null)?.target?.displayName === 'Ana Ruiz',
    );
    await signIn('Ana Ruiz', `/requests/${mine?.id}`);
    await expect(steps(page).first()).toContainText('Léa Moreau sent the request for you');
    await expect(page.getByRole('complementary')).toContainText('Asked by');
  });

  test('an unknown id, and another person’s request, are the same page', async ({ page, sandbox, signIn }) => {
    const theirs = await sandbox.rows(`${EM}/assignmentRequests?$expand=requestor`);
    const other = theirs.find((request) => (request.requestor as { displayName?: string } | null)?.displayName === 'Bastien Roux');
    await signIn('Ana Ruiz', '/requests/no-such-request');
    await expect(heading(page, 'This request is not here')).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/requests/${other?.id}`);
    await expect(heading(page, 'This request is not here')).toBeVisible();
  });

  for (const expandOnFunctions of ['ignored', '400']) {
    test(`stands where the expansion is ${expandOnFunctions}`, async ({ page, sandbox, signIn }) => {
      const id = await requestOf(sandbox, 'Ana Ruiz', 'Track and trace, production logs');
      await sandbox.behave({ expandOnFunctions });
      await signIn('Ana Ruiz', `/requests/${id}`);
      await expect(heading(page, 'An access package')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Cancel request' }).first()).toBeVisible();
    });
  }

  test('finds its request on a later page, also where pages come empty, in legacy shapes', async ({ page, sandbox, signIn }) => {
    const id = await requestOf(sandbox, 'Ana Ruiz', 'Travel booking, Asia');
    await sandbox.behave({ pageSize: 3, emptyPages: true, answers: 'legacy', questions: 'beta' });
    await signIn('Ana Ruiz', `/requests/${id}`);
    await expect(heading(page, 'Travel booking, Asia')).toBeVisible();
  });

  test('the id is there to copy, by keyboard', async ({ page, sandbox, signIn }) => {
    const id = await requestOf(sandbox, 'Ana Ruiz', 'Payroll reports, read only');
    await signIn('Ana Ruiz', `/requests/${id}`);
    await expect(page.getByText('For support')).toBeVisible();
    await page.getByText('For support').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Copy request id' })).toBeVisible();
    await expect(page.getByText(id, { exact: true })).toBeVisible();
  });

  test('fits a phone, with the action within reach', async ({ page, sandbox, signIn }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn('Ana Ruiz', `/requests/${await requestOf(sandbox, 'Ana Ruiz', 'Track and trace, production logs')}`);
    await expect(page.getByRole('button', { name: 'Cancel request' }).last()).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectAccessible(page);
  });
});
