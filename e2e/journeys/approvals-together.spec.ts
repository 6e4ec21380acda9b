import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures';
import type { Sandbox } from '../sandbox';
import { bar, decideElsewhere, expectNothingUnsent, fillQueue, patches, pendingId, row } from './approvals-steps';

const box = (page: Page, name: string) => row(page, name).getByRole('checkbox');
const review = (page: Page) => page.getByRole('link', { name: 'Review together' });
const toDecide = (page: Page) => page.getByRole('list', { name: 'Requests to decide together' }).getByRole('listitem');
const results = (page: Page) => page.getByRole('list', { name: 'What came of each' }).getByRole('listitem');
const allWords = (page: Page) => page.getByRole('textbox', { name: /^Your words to all/ });

/** How often each stage was really sent: what came back 429 was not taken. */
async function sentPerStage(sandbox: Sandbox) {
  const counts = new Map<string, number>();
  for (const { url, status } of await patches(sandbox)) if (status !== 429) counts.set(url, (counts.get(url) ?? 0) + 1);
  return counts;
}

test.describe('Many approvals at once', () => {
  test.use({ seed: { seed: 'company', people: 14 } });

  test('all shown are reviewed and approved together: throttled and lost answers, none lost, none doubled', async ({
    page,
    sandbox,
    signIn,
  }) => {
    test.setTimeout(120_000);
    await fillQueue(sandbox, 14);
    await signIn('Jonas Weber', '/approvals');
    await expect(page.getByRole('status').filter({ hasText: '26 wait for you' })).toBeVisible();
    await page.getByRole('checkbox', { name: 'Select all 26 shown' }).check();
    await expect(page.getByRole('group', { name: 'Selected requests' })).toContainText('26 selected');
    await expectAccessible(page);
    await review(page).click();
    await expect(page.getByRole('heading', { level: 1, name: '26 requests to decide together' })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: '26 of them were never opened here.' })).toBeVisible();
    await expect(toDecide(page)).toHaveCount(26);
    await expect(toDecide(page).filter({ hasText: 'Ana Ruiz' })).toContainText('Parcel events from Gdańsk arrive late');
    await expect(toDecide(page).filter({ hasText: 'Ana Ruiz' })).toContainText('Stage 1 of 2 is yours');
    await expect(toDecide(page).filter({ hasText: 'Ana Ruiz' }).getByRole('term').first()).toContainText(/systems/i);
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Approve 26' }).click();
    await expect(page.getByRole('main').getByText('Say in a sentence why.')).toBeVisible();
    await expect(allWords(page)).toBeFocused();
    await sandbox.fault({ kind: 'throttle', method: 'PATCH', path: '/stages/', retryAfter: 2, share: 0.2, seed: 4, times: 5 });
    await sandbox.fault({ kind: 'lost', method: 'PATCH', path: '/stages/', share: 0.2, seed: 8, times: 1 });
    await sandbox.control('DELETE', 'journal');
    await allWords(page).fill('For the season.');
    await page.getByRole('button', { name: 'Approve 26' }).click();
    await expect(bar(page)).toContainText('26 requests approved.');
    await expect(page.getByRole('heading', { level: 1, name: '26 decisions, not sent yet' })).toBeFocused();
    expect(await patches(sandbox)).toHaveLength(0);

    await expect(page.getByRole('heading', { level: 1, name: /^\d+ of 26 decided$/ })).toBeVisible({ timeout: 75_000 });
    // What was refused inside a batch whose answer was lost was never taken, and is nowhere to be found: its person sends it once more.
    const again = page.getByRole('button', { name: /^Send (one|\d+) again$/ });
    if (await again.isVisible()) await again.click();
    await expect(page.getByRole('heading', { level: 1, name: '26 of 26 decided' })).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page);
    const counts = await sentPerStage(sandbox);
    expect([counts.size, ...new Set(counts.values())]).toEqual([26, 1]);
    expect((await patches(sandbox)).some(({ status }) => status === 429)).toBe(true);
    await expect(page.getByRole('status').filter({ hasText: 'Nothing waits for you' })).toBeVisible();
  });

  test('words for each, some left out, somebody else was first: one honest result per row', async ({ page, sandbox, signIn }) => {
    const raced = await pendingId(sandbox, 'Jonas Weber', 'Samir Haddad');
    const moved = await pendingId(sandbox, 'Jonas Weber', 'Karim Aziz');
    await signIn('Jonas Weber', '/approvals');
    await row(page, 'Aiko Tanaka').getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Aiko Tanaka asks for access' })).toBeVisible();
    for (const name of ['Samir Haddad', 'Aiko Tanaka', 'Diego Fuentes', 'Karim Aziz']) await box(page, name).check();
    // The list does not know yet: the first stage of this one is decided by a colleague.
    await decideElsewhere(sandbox, 'Mei Lin Chan', moved, 'Approve');
    await review(page).click();
    await expect(page.getByRole('heading', { level: 1, name: '3 requests to decide together' })).toBeVisible();
    await expect(page.getByText('another stage decides now')).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: '2 of them were never opened here.' })).toBeVisible();
    await page.getByRole('button', { name: 'Leave out Diego Fuentes' }).click();
    await expect(toDecide(page)).toHaveCount(2);
    await page.getByRole('checkbox', { name: 'Different words for each' }).check();
    await page.getByRole('textbox', { name: 'Your words to Samir Haddad' }).fill('Not without a ticket.');
    await page.getByRole('button', { name: 'Deny 2' }).click();
    await expect(page.getByRole('textbox', { name: 'Your words to Aiko Tanaka' })).toBeFocused();
    await page.getByRole('textbox', { name: 'Your words to Aiko Tanaka' }).fill('The drill is over.');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Deny 2' }).click();
    await bar(page).getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '2 requests to decide together' })).toBeFocused();
    await expect(page.getByRole('textbox', { name: 'Your words to Aiko Tanaka' })).toHaveValue('The drill is over.');
    await decideElsewhere(sandbox, 'Mei Lin Chan', raced, 'Approve');
    await page.getByRole('button', { name: 'Deny 2' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '1 of 2 decided' })).toBeVisible();
    await expect(results(page).filter({ hasText: 'Samir Haddad' })).toContainText('Mei Lin Chan approved it');
    await expect(results(page).filter({ hasText: 'Aiko Tanaka' })).toContainText('Denied');
    await expectAccessible(page);
    const mine = (await patches(sandbox)).filter(({ user }) => user.startsWith('jonas'));
    expect(mine.map(({ body, status }) => [(body as { justification: string }).justification, status])).toEqual([
      ['Not without a ticket.', 409],
      ['The drill is over.', 204],
    ]);
  });

  test('leaving in the middle: the server goes on, and the next visit has nothing to say', async ({ page, sandbox, signIn }) => {
    await signIn('Jonas Weber', '/approvals');
    await page.getByRole('checkbox', { name: 'Select all 12 shown' }).check();
    await review(page).click();
    await expect(toDecide(page)).toHaveCount(12);
    await allWords(page).fill('All of them fit.');
    await sandbox.fault({ kind: 'throttle', method: 'PATCH', path: '/stages/', retryAfter: 1, times: 3 });
    await page.getByRole('button', { name: 'Approve 12' }).click();
    await expect(bar(page)).toBeVisible();
    await page.goto('about:blank');
    await expect.poll(async () => (await sentPerStage(sandbox)).size, { timeout: 15_000 }).toBe(12);
    await page.goto('/approvals/decided');
    await expect(page.getByRole('list', { name: 'Decided by me' }).getByRole('listitem')).toHaveCount(12);
    await expectNothingUnsent(page);
    expect([...new Set((await sentPerStage(sandbox)).values())]).toEqual([1]);
  });

  test('on a phone: several are chosen, reviewed and decided with the thumb', async ({ page, sandbox, signIn }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn('Jonas Weber', '/approvals');
    await expect(box(page, 'Samir Haddad')).toBeHidden();
    await page.getByRole('button', { name: 'Select several' }).click();
    await box(page, 'Samir Haddad').check();
    await box(page, 'Aiko Tanaka').check();
    await expectAccessible(page);
    await expect(review(page)).toBeInViewport();
    await review(page).click();
    await expect(page.getByRole('heading', { level: 1, name: '2 requests to decide together' })).toBeVisible();
    await expect(toDecide(page)).toHaveCount(2);
    await expect(page.getByRole('button', { name: 'Approve 2' })).toBeInViewport();
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBe(0);
    await allWords(page).fill('On the way.');
    await page.getByRole('button', { name: 'Approve 2' }).click();
    await expect(bar(page).getByRole('button', { name: 'Undo' })).toBeInViewport();
    await expectAccessible(page);
    await expect(page.getByRole('heading', { level: 1, name: '2 of 2 decided' })).toBeVisible();
    expect((await sentPerStage(sandbox)).size).toBe(2);
  });
});
