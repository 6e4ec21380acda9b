import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures';
import { expect, test } from '../recorder/fixtures';

/** Asks for a package that nobody has to approve; answers the request's id. */
async function ask(page: Page, packageId: string): Promise<string> {
  await page.goto(`/access-packages/${packageId}/request`);
  await page.getByRole('button', { name: 'Send request' }).first().click();
  await page.waitForURL(/\/requests\/[^/]+$/);
  return page.url().split('/').at(-1) ?? '';
}

test('a set-up that takes longer than usual says so, by what the portal itself has measured', async ({ page, sandbox, portal, enter }) => {
  await sandbox.behave({ deliverySeconds: 2 });
  await enter('Nils Ekberg');
  const quick = await ask(page, await sandbox.packageId('Photo library'));
  await expect(page.getByText('It stands under')).toBeVisible();
  const store = new DatabaseSync(join(portal.dataDir, 'latchkey.sqlite'), { timeout: 5_000 });
  const measured = store.prepare('select * from deliveries where request_id = ?');
  await expect.poll(() => measured.get(quick)?.took_ms ?? null).not.toBeNull();
  expect(Number(measured.get(quick)?.took_ms)).toBeLessThan(60_000);

  await sandbox.behave({ delivery: 'hold' });
  const slow = await ask(page, await sandbox.packageId('Tender library'));
  await expect(page.getByText('Being set up').first()).toBeVisible();
  await sandbox.clock({ advance: 'PT3H' });
  await page.reload();
  await expect(page.getByText('Microsoft is setting it up.')).toBeVisible();
  await expect(page.getByText('longer than usual')).toHaveCount(0);

  // One that was measured says nothing; nineteen more like it do.
  const more = store.prepare(
    'insert into deliveries select request_id || ?, access_package_id, kind, began_ms, seen_ms, took_ms from deliveries where request_id = ?',
  );
  for (let count = 1; count < 20; count += 1) more.run(` ${count}`, quick);
  store.close();
  await page.reload();
  await expect(page.getByText(/Setting it up takes longer than usual: 3 hours so far, where others took about \d+ seconds?/)).toBeVisible();
  await expectAccessible(page);
  await page.goto('/requests');
  await expect(page.getByRole('listitem').filter({ hasText: 'Tender library' })).toContainText(
    'Being set up for 3 hours, longer than usual',
  );
  await sandbox.behave({ delivery: 'deliver', deliverySeconds: 0 });
  await page.goto(`/requests/${slow}`);
  await expect(page.getByText('It stands under')).toBeVisible();
  await expect(page.getByText('longer than usual')).toHaveCount(0);
});
