import { expect, expectAccessible, test } from '../fixtures';

test.describe('Waiting', () => {
  test('a read that takes its time says so, can be left, and is asked again', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', '/requests?q=travel');
    await sandbox.fault({ kind: 'slow', method: 'GET', path: '/assignmentRequests', delayMs: 25_000 });
    await page.goto('/requests?q=travel', { waitUntil: 'commit' });
    const still = page.getByText('Still waiting for Microsoft.');
    await expect(still).toBeAttached();
    await expect(still).toBeHidden();
    await expect(still).toBeVisible({ timeout: 15_000 });
    await page.getByRole('link', { name: 'Stop waiting' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'You stopped waiting' })).toBeVisible();
    await expectAccessible(page);
    await sandbox.control('DELETE', 'faults');
    await page.getByRole('link', { name: 'Try again' }).click();
    await expect(page).toHaveURL(/\/requests\?q=travel$/);
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('You stopped waiting');
    await expect(page.getByRole('listitem').filter({ hasText: 'Travel booking, Asia' })).toBeVisible();
  });

  test('an answer that comes late takes the place of the waiting', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', '/requests');
    await sandbox.fault({ kind: 'slow', method: 'GET', path: '/assignmentRequests', delayMs: 9_000, times: 1 });
    await page.goto('/requests', { waitUntil: 'commit' });
    await expect(page.getByText('Still waiting for Microsoft.')).toBeVisible({ timeout: 15_000 });
    await expect(page.getByRole('listitem').filter({ hasText: 'Travel booking, Asia' })).toBeVisible({ timeout: 15_000 });
    await expect(page.getByText('Still waiting for Microsoft.')).toHaveCount(0);
  });

  test('leads nowhere else than into the portal', async ({ page, signIn }) => {
    await signIn('Ana Ruiz', '/stopped?to=https%3A%2F%2Fevil.example%2F');
    await expect(page.getByRole('link', { name: 'Try again' })).toHaveAttribute('href', '/');
  });

  test('an address that is none says so, with a way on', async ({ page }) => {
    await page.goto('/no/such/place');
    await expect(page.getByRole('heading', { level: 1, name: 'There is nothing at this address' })).toBeVisible();
    await expectAccessible(page);
    await expect(page.getByRole('link', { name: 'Go to Home' })).toHaveAttribute('href', '/');
  });
});
