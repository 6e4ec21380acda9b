import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures';

/** Employee journeys on a phone, by taps alone; what must be seen without scrolling is in view. Managers and approvers have their own files. */
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

const posts = /assignmentRequests$/;

/** Whole above the bar at the foot. */
async function inView(page: Page, ...what: Locator[]) {
  for (const each of what) await expect(each).toBeInViewport({ ratio: 1 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
}

test('from a link to its answer in two taps, and found without a link in three', async ({ page, sandbox, signIn }) => {
  const id = await sandbox.packageId('Tender library');
  await signIn('Nils Ekberg', `/access-packages/${id}`);
  const ask = page.getByRole('link', { name: 'Request access' });
  await inView(page, page.getByRole('heading', { level: 1, name: 'Tender library' }), page.getByText('Inside:'), ask);
  await ask.tap();
  const send = page.getByRole('button', { name: 'Send request' });
  await send.tap();
  await expect(page).toHaveURL(/\/requests\/[^/]+$/);
  await inView(page, page.getByRole('heading', { level: 1, name: 'Tender library' }));
  expect(await sandbox.journal('POST', posts)).toHaveLength(1);

  await page.goto('/');
  await page.getByRole('navigation').getByRole('link', { name: 'Available' }).tap();
  const search = page.getByRole('searchbox', { name: /Search/ });
  await search.tap();
  await inView(page, search);
  await search.fill('design');
  const found = page.getByRole('link', { name: 'Design system libraries' });
  await inView(page, found);
  await found.tap();
  await expect(page.getByRole('heading', { level: 1, name: 'Design system libraries' })).toBeVisible();
});

test('both ways to ask are whole in view, and none is chosen for me', async ({ page, sandbox, signIn }) => {
  await signIn('Ana Ruiz', `/access-packages/${await sandbox.packageId('Handheld device pool')}`);
  const [shift, season] = [page.getByRole('radio', { name: /For a shift/ }), page.getByRole('radio', { name: /For a season/ })];
  await inView(page, page.getByText('Lasts 1 day'), page.getByText('You choose, up to 60 days'));
  await expect(shift).not.toBeChecked();
  await page.getByText('For a season').tap();
  await expect(season).toBeChecked();
  await page.getByRole('button', { name: 'Request access' }).tap();
  await expect(page).toHaveURL(/\/request\?policy=/);
  await expectAccessible(page);
});

test('where is my request, extend in two taps, give back', async ({ page, sandbox, signIn }) => {
  await signIn('Ana Ruiz', '/');
  await page.getByRole('main').getByRole('link', { name: 'Track and trace, production logs' }).first().tap();
  await inView(page, page.getByText('Waiting since yesterday.'), page.getByRole('button', { name: 'Cancel request' }).first());

  await page.goto('/assignments');
  await page.getByRole('link', { name: 'Extend VPN for travel' }).tap();
  await inView(page, page.getByRole('radio', { name: /^Until .*The longest the policy allows today/ }));
  await page.getByRole('button', { name: 'Send request' }).tap();
  await expect(page).toHaveURL(/\/requests\//);
  await expect(page.getByText('Extended', { exact: true })).toBeVisible();

  await page.goto('/assignments');
  await page.getByRole('button', { name: 'Supplier portal', exact: true }).tap();
  await page.getByRole('button', { name: 'Give it back' }).tap();
  const dialog = page.getByRole('alertdialog', { name: 'Give back Supplier portal?' });
  await inView(page, dialog.getByRole('list').first(), dialog.getByRole('button', { name: 'Give it back' }));
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Give it back' }).tap();
  await expect(page.getByText('Supplier portal is being given back.')).toBeVisible();
  expect((await sandbox.journal('POST', posts)).map(({ body }) => (body as { requestType: string }).requestType)).toEqual([
    'userUpdate',
    'userRemove',
  ]);
});
