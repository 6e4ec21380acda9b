import { expect, test } from './recorder/fixtures';

const CRM = 'CRM, European accounts';

test('killed and started again: the session and what was typed live on, and what was being sent is sent once', async ({
  page,
  sandbox,
  portal,
  enter,
}) => {
  const id = await sandbox.packageId(CRM);
  const costCentre = page.getByLabel(/Which cost centre pays/);
  const why = page.getByLabel(/Business justification/);
  await enter('Nils Ekberg');
  await page.goto(`/access-packages/${id}/request`);
  await costCentre.fill('4310-DE');
  await expect(page.getByText(/Draft saved/)).toBeVisible();

  await portal.kill();
  await why.fill('I look after the Nordic accounts.');
  await expect(page.getByText('It is kept in this tab')).toBeVisible();
  await portal.start();
  await page.getByRole('radio', { name: 'Read them only' }).check();
  await expect(page.getByText(/Draft saved/)).toBeVisible();

  await page.goto('/');
  await page.getByRole('link', { name: `Continue the draft for ${CRM}` }).click();
  await expect(costCentre).toHaveValue('4310-DE');
  await expect(why).toHaveValue('I look after the Nordic accounts.');

  // Graph takes the request; the portal dies before it has heard so.
  await sandbox.fault({ kind: 'slow', method: 'POST', path: '/assignmentRequests$', delayMs: 60_000, times: 1 });
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect.poll(async () => (await sandbox.requestsFor(id, 'Nils Ekberg')).length).toBe(1);
  await portal.kill();
  await portal.start();
  await page.goto(`/access-packages/${id}/request`);
  await expect(page.getByRole('heading', { name: 'You have already asked for this' })).toBeVisible();
  await page.getByRole('link', { name: 'Follow it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: CRM })).toBeVisible();
  expect(await sandbox.requestsFor(id, 'Nils Ekberg')).toHaveLength(1);
});
