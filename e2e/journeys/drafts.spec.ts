import type { Page } from '@playwright/test';
import { anotherContext, expect, expectAccessible, test } from '../fixtures';
import { changeQuestions, oneMore } from './policy-steps';

const CRM = 'CRM, European accounts';
const posts = /assignmentRequests$/;

const costCentre = (page: Page) => page.getByLabel(/Which cost centre pays/);
const why = (page: Page) => page.getByLabel(/Business justification/);
const news = (page: Page) => page.getByRole('status').filter({ hasText: 'What is asked has changed since you wrote this' });

/** Waits until the note is of the newest key. */
async function saved(page: Page, key: string, change: () => Promise<void>) {
  const put = page.waitForResponse((answer) => answer.request().method() === 'PUT' && Boolean(answer.request().postData()?.includes(key)));
  await change();
  await put;
}

async function signOut(page: Page) {
  await page
    .getByRole('button', { name: /^Account and settings/ })
    .filter({ visible: true })
    .click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
}

test.describe('Drafts', () => {
  test('what was begun on a phone survives signing out, and goes on in another browser; nobody else sees it', async ({
    page,
    sandbox,
    signIn,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn('Nils Ekberg', `/access-packages/${await sandbox.packageId(CRM)}/request`);
    await costCentre(page).fill('4310-DE');
    await saved(page, 'Nordic', () => why(page).fill('I look after the Nordic accounts.'));
    await signOut(page);
    await signIn('Ana Ruiz', '/');
    await expect(page.getByRole('heading', { name: 'Two things wait for you, Ana' })).toBeVisible();
    await expect(page.getByText(CRM)).toHaveCount(0);

    const desk = await anotherContext(page, sandbox);
    await signIn('Nils Ekberg', new URL('/', page.url()).href, desk);
    const row = desk.getByRole('region', { name: 'Waiting for you' }).getByRole('listitem');
    await expect(row).toContainText(/CRM, European accounts\s*Draft, 1 of 3 questions left, kept since today/);
    await row.getByRole('link', { name: 'Continue the draft for' }).click();
    await expect(costCentre(desk)).toHaveValue('4310-DE');
    await expect(why(desk)).toHaveValue('I look after the Nordic accounts.');
    await desk.getByRole('radio', { name: 'Read them only' }).check();
    await desk.getByRole('button', { name: 'Send request' }).click();
    await expect(desk).toHaveURL(/\/requests\/[^/]+$/);
    // Sent: nothing of it is kept.
    await desk.goto('/');
    await expect(desk.getByText('Nothing asks anything of you.')).toBeVisible();
    await desk.context().close();
  });

  test('the questions changed meanwhile: what fits is kept, and what changed is said', async ({ page, sandbox, signIn }) => {
    const id = await sandbox.packageId(CRM);
    await signIn('Nils Ekberg', `/access-packages/${id}/request`);
    await costCentre(page).fill('4310-DE');
    await page.getByRole('radio', { name: 'Read them only' }).check();
    await page.getByRole('checkbox', { name: 'Nordics' }).check();
    await saved(page, 'stock', () => why(page).fill('To size the stock.'));
    await changeQuestions(sandbox, id, 'Employees', (asked) => [
      ...asked.slice(0, 1).map((costs) => ({ ...costs, regexPattern: '[A-Z]{2}-[0-9]{4}' })),
      ...asked.slice(1, 2).map((use) => ({ ...use, choices: use.choices?.filter(({ actualValue }) => actualValue !== 'read') ?? [] })),
      oneMore('Which customer first?'),
    ]);
    await page.goto('/');
    await page.getByRole('link', { name: `Continue the draft for ${CRM}` }).click();
    await expect(news(page).getByRole('listitem')).toHaveText([
      '“Which cost centre pays for the licence?” wants its answer in another form now. What you wrote is still there.',
      '“Read them only” can no longer be chosen for “What will you do with the records?”.',
      '“Which regions do you look after?” is not asked any more. You had answered: Nordics',
      '“Which customer first?” is new.',
    ]);
    await expectAccessible(page);
    await expect(costCentre(page)).toHaveValue('4310-DE');
    await expect(why(page)).toHaveValue('To size the stock.');
    await costCentre(page).fill('DE-4310');
    await page.getByRole('radio', { name: 'Update contacts and notes' }).check();
    await saved(page, 'Lyon', () => page.getByLabel('Which customer first?').fill('The one in Lyon'));

    // Once more, while the form is open.
    await changeQuestions(sandbox, id, 'Employees', ([costs, ...others]) => [
      ...(costs ? [{ ...costs, regexPattern: '[A-Z]{2}-[0-9]{3}' }] : []),
      ...others.slice(0, 1),
    ]);
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'One answer needs another look' })).toContainText('has changed while you wrote');
    await expect(news(page).getByRole('listitem')).toHaveText([
      '“Which cost centre pays for the licence?” wants its answer in another form now. What you wrote is still there.',
      '“Which customer first?” is not asked any more. You had answered: The one in Lyon',
    ]);
    await expect(costCentre(page)).toHaveValue('DE-4310');
    await costCentre(page).fill('DE-431');
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page).toHaveURL(/\/requests\/[^/]+$/);
    expect(await sandbox.journal('POST', posts)).toHaveLength(1);
  });
});
