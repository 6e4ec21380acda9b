import { expect, test } from './fixtures';

/** What the real service may do differently without saying so (contract §1.5, §4.3, §4.6, §7): the main journey holds under each. */
const VARIANTS: { name: string; behaviour: Record<string, unknown> }[] = [
  { name: 'as documented', behaviour: {} },
  { name: 'beta-shaped questions', behaviour: { questions: 'beta' } },
  { name: 'legacy answers', behaviour: { answers: 'legacy' } },
  { name: 'empty pages between full ones', behaviour: { emptyPages: true, pageSize: 7 } },
  { name: '$expand ignored', behaviour: { expandOnFunctions: 'ignored' } },
  { name: '$expand refused', behaviour: { expandOnFunctions: '400' } },
  { name: 'lists that lag', behaviour: { listLagSeconds: 5 } },
  { name: 'a cloud without contents', behaviour: { cloud: 'usgov' } },
];

for (const { name, behaviour } of VARIANTS) {
  test(`find, answer three questions, justify, request, follow: ${name}`, async ({ page, sandbox, signIn }) => {
    await sandbox.behave(behaviour);
    await signIn('Nils Ekberg', '/access-packages');
    await page.getByRole('searchbox').first().fill('CRM Europ');
    await page.getByRole('link', { name: 'CRM, European accounts' }).click();
    await page.getByRole('link', { name: 'Request access' }).click();
    await page.getByLabel(/Which cost centre/).fill('4310-DE');
    await page.getByRole('radio', { name: 'Update contacts and notes' }).check();
    await page.getByRole('checkbox', { name: 'Nordics' }).check();
    await page.getByRole('checkbox', { name: 'DACH' }).check();
    await page.getByLabel(/Business justification/).fill('I look after the Nordic accounts.');
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page).toHaveURL(/\/requests\/[^/]+$/);
    await expect(page.getByRole('main')).toContainText(/Sent|Waiting for approval/);

    const id = await sandbox.packageId('CRM, European accounts');
    const words = async () => (await sandbox.requestsFor(id, 'Nils Ekberg')).map(({ justification }) => justification);
    await expect.poll(words).toEqual(['I look after the Nordic accounts.']);
    await page.goto('/requests');
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
    await page.goto('/assignments');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}
