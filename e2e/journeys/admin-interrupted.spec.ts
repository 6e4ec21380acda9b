import { expect, test } from '../fixtures';
import { CRM, choosePerson, fillDirect, openCrm, sentFromHere, table, writes } from './admin-steps';

test('asked to wait: assigning keeps everything and comes alive at the stated time', async ({ page, sandbox, signIn }) => {
  await signIn('Priya Nair', '/admin/assignments/new');
  await choosePerson(page, 'Nils Ekberg');
  await choosePerson(page, 'Marek Dvořák');
  await fillDirect(page);
  await sandbox.fault({ kind: 'throttle', method: 'POST', path: '/assignmentRequests$', retryAfter: 4, times: 1 });
  const assign = page.getByRole('button', { name: 'Assign' });
  await assign.click();
  await expect(page.getByText(/You can try again at \d\d:\d\d/)).toBeVisible();
  await expect(assign).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByRole('button', { name: 'Take Marek Dvořák out' })).toBeVisible();
  expect(await writes(sandbox, 'adminAdd')).toHaveLength(1);
  await expect(assign).not.toHaveAttribute('aria-disabled', 'true');
  await assign.click();
  await expect(sentFromHere(page).getByText('Marek Dvořák')).toBeVisible();
  expect((await writes(sandbox, 'adminAdd')).filter(({ status }) => status === 201)).toHaveLength(2);
});

test('asked to wait: a new end and a removal come alive at the stated time', async ({ page, sandbox, signIn }) => {
  await signIn('Priya Nair', '/admin/assignments');
  await openCrm(page, sandbox);
  await page.getByRole('button', { name: /^Yuki Sato/ }).click();
  const throttle = { kind: 'throttle', method: 'POST', path: '/assignmentRequests$', retryAfter: 3, times: 1 };
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await sandbox.fault(throttle);
  const remove = page.getByRole('alertdialog').getByRole('button', { name: 'Remove access' });
  await remove.click();
  await expect(remove).toHaveAttribute('aria-disabled', 'true');
  await expect(remove).not.toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Keep it' }).click();

  await page.getByRole('button', { name: 'Change end' }).click();
  await sandbox.fault(throttle);
  const change = page.getByRole('button', { name: 'Save change' });
  await change.click();
  await expect(page.getByText(/You can try again at \d\d:\d\d/)).toBeVisible();
  await expect(change).toHaveAttribute('aria-disabled', 'true');
  await expect(change).not.toHaveAttribute('aria-disabled', 'true');
  await change.click();
  await expect(page.getByRole('complementary', { name: 'Details' }).getByRole('status').filter({ hasText: 'Change' })).toBeVisible();
  expect((await writes(sandbox, 'adminRemove')).filter(({ status }) => status === 201)).toEqual([]);
});

test('follows what was sent also after leaving the page', async ({ page, sandbox, signIn }) => {
  await sandbox.behave({ deliverySeconds: 8 });
  await signIn('Priya Nair', '/admin/assignments/new');
  await choosePerson(page, 'Nils Ekberg');
  await fillDirect(page);
  await page.getByRole('button', { name: 'Assign' }).click();
  await expect(sentFromHere(page).getByText('Nils Ekberg')).toBeVisible();
  await page.getByRole('link', { name: 'Back to assignments' }).click();
  await expect(table(page)).toBeVisible();
  await page.getByRole('link', { name: 'Assign' }).last().click();
  await expect(sentFromHere(page).getByText('Nils Ekberg')).toBeVisible();
  await expect(sentFromHere(page).getByText(CRM)).toBeVisible();
  await expect(sentFromHere(page).getByText('Done')).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(sentFromHere(page).getByText('Done')).toBeVisible();
  expect(await writes(sandbox, 'adminAdd')).toHaveLength(1);
});

test('a change that is being typed survives a sign-in that comes between', async ({ page, sandbox, signIn }) => {
  await signIn('Priya Nair', '/admin/assignments');
  await openCrm(page, sandbox);
  await page.getByRole('button', { name: /^Yuki Sato/ }).click();
  await page.getByRole('button', { name: 'Change end' }).click();
  await page.getByLabel('Justification').fill('Stays on the account');
  await sandbox.fault({ kind: 'challenge', method: 'POST', path: '/assignmentRequests$', times: 1 });
  const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });
  await sandbox.fault({ kind: 'authority', grant: 'on_behalf_of', error: 'interaction_required', claims, times: 1 });
  await page.getByRole('button', { name: 'Save change' }).click();
  await page.getByRole('button', { name: 'Priya Nair' }).click();
  await expect(page.getByRole('heading', { name: 'Yuki Sato' })).toBeVisible();
  await expect(page.getByLabel('Justification')).toHaveValue('Stays on the account');
  await page.getByRole('button', { name: 'Save change' }).click();
  await expect(page.getByRole('complementary', { name: 'Details' }).getByRole('status').filter({ hasText: 'Change' })).toBeVisible();
  expect((await writes(sandbox, 'adminUpdate')).filter(({ status }) => status === 201)).toHaveLength(1);
});
