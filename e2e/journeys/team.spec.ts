import { expect, expectAccessible, test } from '../fixtures';
import { choose, DASHBOARDS, fits, TRAVEL } from './for-others-steps';

test.describe('The team', () => {
  test('from the team at 390 px with a thumb: what they have, whom to ask for, packages, one press', async ({ page, sandbox, signIn }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 390, height: 844 });
    await sandbox.behave({ pageSize: 5 });
    const probe = "/assignments/filterByCurrentUser\\(on='targetManager'\\)";
    // Where the service does not offer it, the page does without.
    await sandbox.fault({ kind: 'status', status: 400, path: probe });
    await signIn('Léa Moreau', '/requests');
    await page.getByRole('link', { name: 'Your team' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '6 people report to you' })).toBeVisible();
    await expect(page.getByText('What they have already is not told here.')).toBeVisible();
    await expect(page.getByText(/^Has \d/)).toHaveCount(0);
    await sandbox.control('DELETE', 'faults');
    // A later page fails: a gap with a way to read on.
    await page.route('**/api/team/assignments?next=*', (route) => route.abort());
    await page.reload();
    await expect(page.getByText('The list is not whole.')).toBeVisible();
    await page.unroute('**/api/team/assignments?next=*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText('Has 9 packages')).toBeVisible();
    await page.getByText('Has 9 packages').click();
    await expect(page.getByRole('list').filter({ hasText: 'Quarter close workspace' }).first()).toBeVisible();
    expect(await fits(page)).toBe(true);
    await expectAccessible(page);
    await page.getByRole('checkbox', { name: 'Nadia Benali' }).check();
    await page.getByRole('checkbox', { name: 'Henrik Dahl' }).check();
    await page.getByRole('button', { name: 'Choose packages for 2 people' }).click();
    const bar = page.getByRole('region', { name: 'Chosen packages' });
    await expect(bar).toContainText('For Nadia Benali and Henrik Dahl.');
    await choose(page, DASHBOARDS, TRAVEL);
    await expect(page.getByRole('heading', { level: 1, name: 'Ask for 2 packages for 2 people' })).toBeVisible();
    await page.getByRole('checkbox', { name: 'Japan' }).check();
    expect(await fits(page)).toBe(true);
    await expectAccessible(page);
    const send = page.getByRole('button', { name: 'Send 4 requests' });
    await send.click();
    await expect(page.getByRole('heading', { level: 1, name: '4 requests sent' })).toBeVisible({ timeout: 40_000 });
    expect(await fits(page)).toBe(true);
    await expectAccessible(page);
    await page.goto('/access-packages');
    await expect(page.getByRole('heading', { level: 1, name: 'Available' })).toBeVisible();
    await expect(bar).toHaveCount(0);
  });
});
