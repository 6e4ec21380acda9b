import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures';

const EM = '/identityGovernance/entitlementManagement';
const SMALL = 'EntitlementMgmt-SubjectAccess.ReadWrite';

const row = (page: Page, name: string) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });

test.describe('Requests', () => {
  test('finding, filters, search and the row that opens', async ({ page, signIn }) => {
    await signIn('Ana Ruiz', '/requests');
    await expect(page.getByRole('heading', { level: 1, name: 'Three requests are on their way' })).toBeVisible();
    await expect(row(page, 'Track and trace, production logs')).toContainText('Since yesterday. See who decides in My Access');
    await expect(row(page, 'Design system libraries')).toContainText('Léa Moreau asked for you.');
    await expect(row(page, 'Demand planning models').first()).toContainText('Extended');
    await expectAccessible(page);

    await page.getByRole('link', { name: /^Denied, failed or cancelled/ }).click();
    await expect(row(page, 'Payroll reports, read only')).toBeVisible();
    await expect(row(page, 'Track and trace, production logs')).toBeHidden();
    await expect(page).toHaveURL(/show=notGiven/);
    await page.reload();
    await expect(row(page, 'Payroll reports, read only')).toBeVisible();
    await expect(row(page, 'Track and trace, production logs')).toBeHidden();

    await page.getByRole('link', { name: /^All/ }).click();
    await page.getByRole('searchbox', { name: 'Search your requests' }).fill('gdansk');
    await expect(page.getByText('1 request found')).toBeAttached();
    await page.getByRole('searchbox', { name: 'Search your requests' }).fill('nothing like this');
    await expect(page.getByRole('heading', { name: 'Nothing here matches' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Show all requests' }).click();

    await row(page, 'Payroll reports, read only').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Payroll reports, read only' })).toBeVisible();
  });

  test('narrows by kind and package, keeps that in the address, and asks again for what was given back', async ({
    page,
    sandbox,
    signIn,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await sandbox.behave({ deliverySeconds: 0 });
    const id = await sandbox.packageId('Photo library');
    const send = (body: object) => sandbox.graph('Ana Ruiz', SMALL, 'POST', `${EM}/assignmentRequests`, body);
    expect((await send({ requestType: 'userAdd', assignment: { accessPackageId: id } })).status).toBe(201);
    await sandbox.clock({ advance: 'PT1M' });
    const [held] = await sandbox.rows(
      `${EM}/assignments?$filter=accessPackage/id eq '${id}' and target/objectId eq '${sandbox.person('Ana Ruiz').id}'`,
    );
    expect((await send({ requestType: 'userRemove', assignment: { id: held?.id } })).status).toBe(201);
    await sandbox.clock({ advance: 'PT1M' });
    await signIn('Ana Ruiz', '/requests');
    const kind = page.getByRole('combobox', { name: 'Kind of request' });
    const chosen = page.getByRole('combobox', { name: 'Package' });
    await kind.selectOption('Changed or extended');
    await expect(page.getByText('1 request found')).toBeAttached();
    await expect(row(page, 'Demand planning models')).toContainText('Extended');
    await expect(page.getByRole('link', { name: /^All 1$/ })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectAccessible(page);
    await kind.selectOption('Any kind');
    await chosen.selectOption('Photo library');
    await expect(page).toHaveURL(/[?&]package=/);
    await page.reload();
    await expect(chosen).toHaveValue(/.+/);
    await expect(row(page, 'Payroll reports, read only')).toHaveCount(0);
    await expect(row(page, 'Photo library')).toHaveCount(2);
    await kind.selectOption('Access asked for');
    await row(page, 'Photo library').click();
    await page.getByRole('button', { name: 'Ask again' }).last().click();
    await expect(page).toHaveURL(/access-packages\/.*\/request/);
  });

  test('keeps what Microsoft keeps no longer, and says that it does not know what came of it', async ({ page, sandbox, signIn }) => {
    await sandbox.behave({ listLagSeconds: 200 * 86_400 });
    await signIn('Ana Ruiz', `/access-packages/${await sandbox.packageId('Photo library')}/request`);
    await page.getByRole('button', { name: 'Send request' }).first().click();
    await expect(page.getByText('Sent just now').first()).toBeVisible();
    await sandbox.clock({ advance: 'P100D' });
    await page.goto('/requests');
    await expect(row(page, 'Photo library')).toContainText('Kept by Latchkey, no longer in Entra');
    await expectAccessible(page);
    await page.getByRole('searchbox', { name: 'Search your requests' }).fill('photo');
    await expect(page.getByText('1 request found')).toBeAttached();
    await row(page, 'Photo library').click();
    await expect(page.getByText('What came of it is not told here.')).toBeVisible();
  });

  test('moves by itself, and not in a hidden tab', async ({ page, sandbox, signIn }) => {
    await page.clock.install();
    await signIn('Ana Ruiz', '/requests');
    await expect(row(page, 'Track and trace, production logs')).toContainText('Waiting for approval');
    const pending = (
      await sandbox.rows('/identityGovernance/entitlementManagement/assignmentRequests?$expand=accessPackage,requestor')
    ).find(
      (request) =>
        (request.accessPackage as { displayName: string }).displayName === 'Track and trace, production logs' &&
        (request.requestor as { displayName: string }).displayName === 'Ana Ruiz',
    );
    const { status } = await sandbox.graph(
      'Ana Ruiz',
      'EntitlementMgmt-SubjectAccess.ReadWrite',
      'POST',
      `/identityGovernance/entitlementManagement/assignmentRequests/${pending?.id}/cancel`,
    );
    expect(status).toBeLessThan(300);
    await page.clock.runFor(25_000);
    await expect(row(page, 'Track and trace, production logs')).toContainText('Cancelled');
    await expect(page.getByText('Track and trace, production logs: Cancelled')).toBeAttached();

    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    const before = await sandbox.journal('GET', /assignmentRequests/);
    await page.clock.runFor(300_000);
    expect(await sandbox.journal('GET', /assignmentRequests/)).toHaveLength(before.length);
  });

  test('streams further pages, says what is missing, and reads on', async ({ page, sandbox, signIn }) => {
    await sandbox.behave({ pageSize: 4, emptyPages: true });
    await page.route('**/api/requests?next=*', (route) => route.abort(), { times: 1 });
    await signIn('Ana Ruiz', '/requests');
    await expect(page.getByRole('heading', { name: 'The list is not whole.', exact: false })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(row(page, 'Travel booking, Asia')).toBeVisible();
    await expect(page.getByText(/^All read at|All read at/)).toBeVisible();
  });

  for (const expandOnFunctions of ['ignored', '400']) {
    test(`loses no row where the expansion is ${expandOnFunctions}`, async ({ page, sandbox, signIn }) => {
      await sandbox.behave({ expandOnFunctions });
      await signIn('Ana Ruiz', '/requests');
      await expect(page.getByRole('link', { name: /^All 1\d/ })).toBeVisible();
      await expect(page.getByRole('link', { name: 'An access package' }).first()).toBeVisible();
      await expectAccessible(page);
    });
  }

  test('reads legacy answers', async ({ page, sandbox, signIn }) => {
    await sandbox.behave({ answers: 'legacy', questions: 'beta' });
    await signIn('Ana Ruiz', '/requests');
    await expect(page.getByRole('heading', { level: 1, name: 'Three requests are on their way' })).toBeVisible();
    await expect(row(page, 'Payroll reports, read only')).toContainText('Denied');
  });

  test('says when the list cannot be loaded, and loads it', async ({ page, sandbox, signIn }) => {
    await sandbox.fault({ kind: 'status', status: 503, method: 'GET', path: '/assignmentRequests/' });
    await signIn('Ana Ruiz', '/requests');
    await expect(page.getByRole('heading', { name: 'Your requests could not be loaded' })).toBeVisible();
    await expectAccessible(page);
    await sandbox.control('DELETE', 'faults');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Three requests are on their way' })).toBeVisible();
  });

  test('is empty for somebody who asked for nothing', async ({ page, sandbox, signIn }) => {
    const asked = new Set(
      (
        await sandbox.rows('/identityGovernance/entitlementManagement/assignmentRequests?$expand=requestor,assignment($expand=target)')
      ).flatMap((request) => [
        (request.requestor as { objectId?: string } | null)?.objectId,
        (request.assignment as { target?: { objectId?: string } } | null)?.target?.objectId,
      ]),
    );
    const nobody = sandbox.people.find((person) => !asked.has(person.id));
    if (!nobody) throw new Error('Everybody has asked for something');
    await signIn(nobody.displayName, '/requests');
    await expect(page.getByRole('heading', { level: 1, name: 'You have not asked for anything yet' })).toBeVisible();
    await expectAccessible(page);
  });

  test('fits a phone', async ({ page, signIn }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn('Ana Ruiz', '/requests');
    await expect(row(page, 'Track and trace, production logs')).toBeVisible();
    await expect(page.getByRole('link', { name: /^Not given/ })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectAccessible(page);
  });
});
