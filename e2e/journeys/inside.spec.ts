import type { Page } from '@playwright/test';
import { anotherContext, expect, expectAccessible, test } from '../fixtures';
import type { JournalCall, Sandbox } from '../sandbox';

const EM = '/identityGovernance/entitlementManagement';
const list = 'Access packages you can ask for';
const box = (page: Page) => page.getByRole('searchbox', { name: 'Search the packages you can ask for' });
const rows = (page: Page) => page.getByRole('list', { name: list }).getByRole('listitem');
const contents = /availableAccessPackages\/[^/]+\/resourceRoleScopes/;
const suggested = (page: Page) => page.getByRole('region', { name: 'Suggested for you' });

/** Calls of this person for what is inside, as they went in batches. */
async function looks(sandbox: Sandbox, name: string): Promise<JournalCall[]> {
  const { id, userPrincipalName } = sandbox.person(name);
  return (await sandbox.journal('GET', contents)).filter(
    ({ user, batch }) => batch !== null && (user === id || user === userPrincipalName),
  );
}

test.describe('Inside', () => {
  test('search looks inside, 20 packages a batch, once somebody means to search, and says how far it has come', async ({
    page,
    sandbox,
    signIn,
  }) => {
    test.setTimeout(90_000);
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn('Nils Ekberg', '/access-packages');
    await expect(rows(page).first()).toBeVisible();
    expect(await looks(sandbox, 'Nils Ekberg')).toEqual([]);
    // The first batch comes, the second is slow: between them the search has looked into 20.
    await sandbox.fault({ kind: 'slow', delayMs: 4_000, method: 'GET', path: '/resourceRoleScopes$', times: 20 });
    await box(page).fill('warehouse approver');
    await expect(page.getByText('Nothing in the names and descriptions. What is inside is still being searched.')).toBeVisible();
    await expect(page.getByText(/None so far/).first()).toBeAttached();
    await expect(page.getByText(/Contents of \d+ of \d+ packages searched\./)).toBeVisible();
    await expect(rows(page).filter({ hasText: 'Supplier payments, approve' })).toContainText('Inside: Payments, Warehouse approver', {
      timeout: 30_000,
    });
    await expect(rows(page).first().locator('mark').filter({ hasText: 'Warehouse' })).toBeVisible();
    await expect(page.getByText('Search looks inside them too.')).toBeVisible({ timeout: 30_000 });
    await box(page).fill('zeppelin');
    await expect(page.getByRole('heading', { name: 'Nothing matches “zeppelin”' })).toBeVisible();
    await expect(page.getByText(/We looked at names, descriptions and what is inside/)).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    const calls = await looks(sandbox, 'Nils Ekberg');
    const batches = Map.groupBy(calls, ({ batch }) => batch);
    expect(Math.max(...[...batches.values()].map((each) => each.length))).toBeLessThanOrEqual(20);
    expect(new Set(calls.map(({ url }) => url)).size, 'nothing is asked twice').toBe(calls.length);
    // The way back finds it all still there.
    await page.getByRole('navigation').getByRole('link', { name: 'Requests', exact: true }).filter({ visible: true }).click();
    await expect(page).toHaveURL(/\/requests$/);
    await page.getByRole('navigation').getByRole('link', { name: 'Available', exact: true }).filter({ visible: true }).click();
    await box(page).fill('warehouse approver');
    await expect(rows(page).first()).toContainText('Inside:');
    expect(await looks(sandbox, 'Nils Ekberg')).toHaveLength(calls.length);
  });

  test('waits as long as Graph asks, stops when the page is left, and another person starts anew', async ({ page, sandbox, signIn }) => {
    test.setTimeout(120_000);
    await signIn('Nils Ekberg', '/access-packages');
    await expect(rows(page).first()).toBeVisible();
    await sandbox.fault({ kind: 'throttle', path: '/resourceRoleScopes$', retryAfter: 6, times: 40 });
    await box(page).fill('warehouse approver');
    await expect(page.getByText('Microsoft asked us to wait; it goes on by itself.')).toBeVisible();
    const [first] = await looks(sandbox, 'Nils Ekberg');
    await expect(page.getByText('Search looks inside them too.')).toBeVisible({ timeout: 40_000 });
    const served = (await looks(sandbox, 'Nils Ekberg')).filter(({ status }) => status === 200);
    expect(Date.parse(served[0]?.at ?? '') - Date.parse(first?.at ?? '')).toBeGreaterThanOrEqual(6_000);

    // Somebody else, who leaves in the middle: no more is asked for, and nothing is left of the first person's.
    await sandbox.control('DELETE', 'faults');
    const other = await anotherContext(page, sandbox);
    await signIn('Ana Ruiz', '/access-packages', other);
    await expect(rows(other).first()).toBeVisible();
    await sandbox.fault({ kind: 'slow', delayMs: 5_000, method: 'GET', path: '/resourceRoleScopes$' });
    await box(other).fill('warehouse approver');
    const asked = async () => (await looks(sandbox, 'Ana Ruiz')).length;
    await expect.poll(asked).toBeGreaterThan(0);
    await other.getByRole('navigation').getByRole('link', { name: 'Requests', exact: true }).filter({ visible: true }).first().click();
    await expect(other).toHaveURL(/\/requests$/);
    await expect(other.getByText(/All read at/)).toBeVisible();
    // What was on its way still comes; nothing after it: two batches of three at most.
    let before = -1;
    const settled = async () => {
      const now = await asked();
      const same = now === before;
      before = now;
      return same;
    };
    await expect.poll(settled, { intervals: [6_000], timeout: 40_000 }).toBe(true);
    expect(before).toBeLessThanOrEqual(40);
    await other.context().close();
  });

  test('a service that does not answer leaves a gap to try again; a cloud that tells nothing says so', async ({
    page,
    sandbox,
    signIn,
  }) => {
    test.setTimeout(90_000);
    await signIn('Nils Ekberg', '/access-packages');
    await expect(rows(page).first()).toBeVisible();
    await sandbox.fault({ kind: 'status', status: 503, path: '/resourceRoleScopes$' });
    await box(page).fill('ware');
    await expect(page.getByText('The rest could not be read.')).toBeVisible({ timeout: 40_000 });
    await expect(rows(page).first()).toContainText('Warehouse');
    await expectAccessible(page);
    await sandbox.control('DELETE', 'faults');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText('Search looks inside them too.')).toBeVisible({ timeout: 30_000 });

    await sandbox.behave({ cloud: 'usgov' });
    const other = await anotherContext(page, sandbox);
    await signIn('Ana Ruiz', '/access-packages', other);
    await expect(other.getByText('43 access packages you can ask for.')).toBeVisible();
    await expect(suggested(other)).toHaveCount(0);
    await box(other).fill('zeppelin');
    await expect(other.getByText('Your organisation does not show what is inside.')).toBeVisible();
    await expect(other.getByRole('heading', { name: 'Nothing matches “zeppelin”' })).toBeVisible();
    expect(await looks(sandbox, 'Ana Ruiz')).toHaveLength(20);
    await other.context().close();
  });

  test('suggestions say why, lead to the package, and are absent where there are none or they fail', async ({ page, sandbox, signIn }) => {
    test.setTimeout(90_000);
    const path = `${EM}/accessPackageSuggestions/filterByCurrentUser(on='relatedPeopleAssignments,assignmentHistory')?$expand=accessPackage`;
    const { body } = await sandbox.graph('Nils Ekberg', 'EntitlementMgmt-SubjectAccess.ReadWrite', 'GET', path);
    const told = (
      body as { value: { id: string; accessPackage: { displayName: string }; reasons: { relatedPeople?: { displayName: string }[] }[] }[] }
    ).value;
    const name = told[0]?.accessPackage.displayName ?? '';
    const person = told[0]?.reasons.flatMap(({ relatedPeople }) => relatedPeople ?? [])[0]?.displayName ?? 'You had it before';
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn('Nils Ekberg', '/access-packages');
    await expect(suggested(page).getByRole('listitem').first()).toContainText(name);
    await expect(suggested(page).getByRole('listitem').first()).toContainText(person);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await expectAccessible(page);
    await box(page).fill('ware');
    await expect(suggested(page)).toHaveCount(0);
    await box(page).fill('');
    await suggested(page).getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

    for (const fault of [
      { kind: 'status', status: 403, path: 'accessPackageSuggestions' },
      { kind: 'status', status: 500, path: 'accessPackageSuggestions' },
      { kind: 'truncated', path: 'accessPackageSuggestions' },
    ]) {
      const other = await anotherContext(page, sandbox);
      await sandbox.control('DELETE', 'faults');
      await sandbox.fault(fault);
      await signIn('Ana Ruiz', '/access-packages', other);
      await expect(other.getByText('43 access packages you can ask for.')).toBeVisible();
      await expect(suggested(other)).toHaveCount(0);
      await other.context().close();
    }
  });
});
