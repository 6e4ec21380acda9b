import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures';
import { approve, bar, expectNothingUnsent, patches, pendingId, row, words } from './approvals-steps';

/** The list has told the navigation how many it holds: the page's script is there. */
const alive = (page: Page) => expect(page.getByRole('banner').getByRole('link', { name: /Approvals.*wait/ })).toBeVisible();

test.describe('Approvals by keyboard', () => {
  test('J and K go through the list, A asks for words, Enter decides, Z undoes', async ({ page, sandbox, signIn }) => {
    await signIn('Jonas Weber', '/approvals');
    await alive(page);
    await page.keyboard.press('j');
    await expect(page.getByRole('heading', { level: 1, name: 'Samir Haddad asks for access' })).toBeVisible();
    await page.keyboard.press('j');
    await expect(page.getByRole('heading', { level: 1, name: 'Oliver Byrne asks for access' })).toBeVisible();
    await page.keyboard.press('k');
    await expect(page.getByRole('heading', { level: 1, name: 'Samir Haddad asks for access' })).toBeVisible();
    await page.keyboard.press('x');
    await expect(page.getByRole('group', { name: 'Selected requests' })).toContainText('1 selected');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('group', { name: 'Selected requests' })).toHaveCount(0);
    await expect(approve(page)).toBeVisible();

    await page.keyboard.press('a');
    await expect(words(page)).toBeFocused();
    await expect(page.getByText('then Enter approves', { exact: false })).toBeVisible();
    // While somebody types the letters are letters.
    await page.keyboard.type('jazz akd');
    await expect(words(page)).toHaveValue('jazz akd');
    await page.keyboard.press('Enter');
    await expect(bar(page)).toContainText('Approved for Samir Haddad.');
    await expect(bar(page).getByRole('timer')).toContainText(/Sends in \d seconds?/);
    await expect(page.getByText('You approve this. It is not sent yet.')).toBeFocused();
    await expect(row(page, 'Samir Haddad')).toContainText('Approved, not sent yet');
    await page.keyboard.press('z');
    await expect(bar(page)).toHaveCount(0);
    await expect(words(page)).toHaveValue('jazz akd');
    await expect(page.getByRole('status').filter({ hasText: 'Undone. Nothing was sent.' })).toBeAttached();

    // The words are there now: one key decides, J goes on, the same words are used again on purpose.
    await page.keyboard.press('d');
    await expect(bar(page)).toContainText('Denied for Samir Haddad.');
    await page.keyboard.press('j');
    await expect(page.getByRole('heading', { level: 1, name: 'Oliver Byrne asks for access' })).toBeVisible();
    await page.getByRole('button', { name: /^Use again:/ }).click();
    await expect(words(page)).toHaveValue('jazz akd');
    await expect(row(page, 'Samir Haddad')).toHaveCount(0, { timeout: 15_000 });
    expect((await patches(sandbox)).map(({ body }) => body)).toEqual([{ reviewResult: 'Deny', justification: 'jazz akd' }]);
  });

  test('nothing is sent while somebody stands in the bar; who needs more time chooses it; single keys can be off', async ({
    page,
    sandbox,
    signIn,
  }) => {
    const id = await pendingId(sandbox, 'Jonas Weber', 'Aiko Tanaka', 'Event gateway, operate');
    await signIn('Jonas Weber', `/approvals/${id}`);
    await alive(page);
    await page.keyboard.press('?');
    const help = page.getByRole('alertdialog', { name: 'Keys for approvals' });
    await expect(help).toContainText('Undo what is not sent yet');
    await expectAccessible(page);
    await help.getByRole('radio', { name: '20 seconds' }).check();
    await help.getByRole('button', { name: 'Save' }).click();
    await words(page).fill('Fits the drill.');
    await approve(page).click();
    await expect(bar(page).getByRole('timer')).toContainText(/Sends in (19|20) seconds/);
    const undo = bar(page).getByRole('button', { name: 'Undo' });
    await undo.hover();
    await expect(bar(page).getByRole('timer')).toHaveText('Waits while you are here');
    await page.mouse.move(5, 5);
    await expect(bar(page).getByRole('timer')).toContainText(/Sends in/);
    await undo.focus();
    await expect(bar(page).getByRole('timer')).toHaveText('Waits while you are here');
    await expectAccessible(page);
    // In a hidden tab nobody stands in it.
    const hide = (isHidden: boolean) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, isHidden);
    await hide(true);
    await expect(bar(page).getByRole('timer')).toContainText(/Sends in/);
    await hide(false);
    await expect(bar(page).getByRole('timer')).toHaveText('Waits while you are here');
    await page.keyboard.press('Tab');
    await expect(bar(page).getByRole('button', { name: 'Send now' })).toBeFocused();
    expect(await patches(sandbox)).toHaveLength(0);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'You approved it' })).toBeVisible();
    expect(await patches(sandbox)).toHaveLength(1);

    await page.evaluate(() => {
      document.cookie = 'keys=off; path=/';
    });
    await page.goto('/approvals');
    await alive(page);
    await page.keyboard.press('j');
    await expect(page.getByRole('heading', { level: 1, name: 'Approvals' })).toBeVisible();
  });

  test('leaving sends what waits, exactly once: another page of the portal, another address', async ({ page, sandbox, signIn }) => {
    const first = await pendingId(sandbox, 'Jonas Weber', 'Diego Fuentes', 'Event gateway, operate');
    const second = await pendingId(sandbox, 'Jonas Weber', 'Ingrid Solberg', 'Event gateway, operate');
    await signIn('Jonas Weber', `/approvals/${first}`);
    await words(page).fill('Within the portal.');
    await approve(page).click();
    await expect(bar(page)).toBeVisible();
    await page.getByRole('link', { name: 'Requests', exact: true }).click();
    await expect(page).toHaveURL(/\/requests$/);
    await expect.poll(async () => (await patches(sandbox)).length, { timeout: 4_000 }).toBe(1);

    await page.goto(`/approvals/${second}`);
    await words(page).fill('On my way out.');
    await approve(page).click();
    await expect(bar(page)).toBeVisible();
    await page.goto('about:blank');
    await expect.poll(async () => (await patches(sandbox)).length, { timeout: 4_000 }).toBe(2);
    await page.goto('/approvals/decided');
    await expect(page.getByRole('list', { name: 'Decided by me' }).getByRole('listitem')).toHaveCount(2);
    await expectNothingUnsent(page);
    expect((await patches(sandbox)).map(({ status }) => status)).toEqual([204, 204]);
  });

  test('what could not be sent when the page was left is said the next time', async ({ page, sandbox, signIn }) => {
    const id = await pendingId(sandbox, 'Jonas Weber', 'Ana Ruiz');
    await signIn('Jonas Weber', `/approvals/${id}`);
    await words(page).fill('She works on the late parcels.');
    // Not even the call that outlives the page gets through.
    await page.evaluate(() => {
      const real = window.fetch;
      window.fetch = (input, init) => (String(input).endsWith('/decisions') ? Promise.reject(new TypeError('offline')) : real(input, init));
    });
    await approve(page).click();
    await expect(bar(page)).toBeVisible();
    await page.goto('about:blank');
    await page.goto(`/approvals/${id}`);
    const note = page.getByRole('status').filter({ hasText: 'One decision of your last visit was not sent so far.' });
    await expect(note).toContainText('Ana Ruiz');
    await expect(words(page)).toHaveValue('She works on the late parcels.');
    await expectAccessible(page);
    expect(await patches(sandbox)).toHaveLength(0);
    await note.getByRole('button', { name: 'Understood' }).click();
    await expect(note).toHaveCount(0);
    await approve(page).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Stage 2 of 2 decides now' })).toBeVisible();
    expect(await patches(sandbox)).toHaveLength(1);
  });
});
