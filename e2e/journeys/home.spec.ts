import { expect, expectAccessible, test } from '../fixtures';
import { EM, ending, expectWhole, finding, onItsWay, pending, rows, SMALL, waiting, WORDS } from './home-steps';

test.describe('Home', () => {
  test('what waits, each with its one action; what is on its way; what was lately; what ends', async ({ page, signIn }) => {
    await signIn('Ana Ruiz', '/');
    await expectWhole(page);
    await expect(waiting(page).first()).toContainText(/Quarter close workspace\s*Ends in 9 days,/);
    await expect(waiting(page).nth(1)).toContainText(/Payroll reports, read only\s*Denied on/);
    await expect(waiting(page).nth(1)).toContainText('The reason is in My Access');
    await expect(onItsWay(page).filter({ hasText: 'Track and trace, production logs' })).toContainText('Waiting for approval');
    await expect(onItsWay(page).filter({ hasText: 'Quality lab bookings' })).toContainText('Starts later');
    await expect(onItsWay(page).filter({ hasText: 'Warehouse dashboards' })).toContainText('Being set up');
    const lately = page.getByRole('complementary', { name: 'Lately' });
    await expect(lately.getByRole('listitem').first()).toContainText('You asked for Track and trace, production logs');
    await expect(ending(page).first()).toContainText('Quarter close workspace');
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Add all ends to calendar' }).click();
    expect((await file).suggestedFilename()).toMatch(/\.ics$/);
    await expectAccessible(page);

    await page.getByRole('link', { name: 'What now with Payroll reports, read only' }).click();
    await expect(page).toHaveURL(/\/requests\/[^/]+$/);
    await page.goBack();
    await page.getByRole('link', { name: 'Extend Quarter close workspace' }).click();
    await expect(finding(page, 'Change Quarter close workspace')).toBeVisible();
  });

  test('a form that was begun waits here, and goes on where it was left', async ({ page, sandbox, signIn }) => {
    const id = await sandbox.packageId('CRM, European accounts');
    await signIn('Ana Ruiz', `/access-packages/${id}/request`);
    await page.getByLabel(/Which cost centre pays/).fill('4310-DE');
    await expect(page.getByText(/Draft saved/)).toBeVisible();
    await page.goto('/');
    await expect(finding(page, 'Three things wait for you, Ana')).toBeVisible();
    await expect(waiting(page).nth(1)).toContainText(/CRM, European accounts\s*Draft, 1 of 3 questions left, kept since today/);
    await page.getByRole('link', { name: 'Continue the draft for CRM, European accounts' }).click();
    await expect(page.getByLabel(/Which cost centre pays/)).toHaveValue('4310-DE');

    await page.goto('/');
    await page.getByRole('button', { name: 'Discard what was begun for CRM, European accounts' }).press('Enter');
    await expect(finding(page, 'Two things wait for you, Ana')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Waiting for you' })).toBeFocused();
    await expect(page.getByText('What you had begun for CRM, European accounts is gone.')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(waiting(page)).toHaveCount(3);
    await page.getByRole('button', { name: 'Discard what was begun for CRM, European accounts' }).click();
    await expect(waiting(page)).toHaveCount(2);
    await page.goto(`/access-packages/${id}/request`);
    await expect(page.getByLabel(/Which cost centre pays/)).toHaveValue('');
  });

  test('what may end is asked about no more, until that is undone', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', '/');
    await page.getByRole('button', { name: 'Let it end: Quarter close workspace' }).click();
    await expect(finding(page, 'One thing waits for you, Ana')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Waiting for you' })).toBeFocused();
    await expect(ending(page).filter({ hasText: 'Quarter close workspace' })).toHaveCount(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(waiting(page)).toHaveCount(2);
    await page.getByRole('button', { name: 'Let it end: Quarter close workspace' }).click();
    await expect(waiting(page)).toHaveCount(1);
    await page.reload();
    await expect(finding(page, 'One thing waits for you, Ana')).toBeVisible();
    expect(await sandbox.journal('POST', /assignmentRequests/)).toEqual([]);
  });

  test('packages chosen together wait here with what their page holds', async ({ page, signIn }) => {
    await signIn('Ana Ruiz', '/access-packages');
    const choice = (name: string) =>
      page
        .getByRole('main')
        .getByRole('listitem')
        .filter({ hasText: name })
        .getByRole('button', { name: /^Cho(ose|sen)$/ });
    for (const name of ['CRM, European accounts', 'Tender library']) {
      await choice(name).click();
      await expect(choice(name)).toHaveText('Chosen');
    }
    await page.getByRole('link', { name: 'Home' }).first().click();
    const row = waiting(page).filter({ hasText: '2 packages chosen together' });
    await expect(row).toContainText(/Chosen, kept since today. CRM, European accounts and Tender library/);
    await row.getByRole('link', { name: 'Continue the draft for' }).click();
    await page.getByLabel(/Which cost centre pays/).fill('4310-DE');
    await expect(page.getByText(/Draft saved/)).toBeVisible();
    await page.getByRole('link', { name: 'Home' }).first().click();
    await expect(row).toContainText('Draft, kept since today');
    await row.getByRole('button', { name: /^Discard what was begun for/ }).click();
    await expect(waiting(page)).toHaveCount(2);
    // Nothing of it is left anywhere in this page's memory either.
    await page.getByRole('link', { name: 'Available' }).first().click();
    await expect(choice('Tender library')).toHaveText('Choose');
    await page.goBack();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(row).toContainText('Draft, kept since today');
    await page.goto('/access-packages/together');
    await expect(page.getByLabel(/Which cost centre pays/)).toHaveValue('4310-DE');
  });

  test('who waits for a decision comes first, told to the rail as well; what of it fails is a gap', async ({ page, sandbox, signIn }) => {
    await signIn('Jonas Weber', '/sign-in?returnTo=/requests');
    await page.goto('about:blank');
    await sandbox.control('DELETE', 'journal');
    await page.goto('/');
    await expect(waiting(page).first()).toContainText(/\d+ requests to decide\s*Waits for you/);
    const [count] = (await waiting(page).first().innerText()).match(/\d+/) ?? [];
    await expect(page.getByRole('navigation').getByRole('link', { name: new RegExp(`Approvals.*${count} wait for you`) })).toBeVisible();
    expect(await sandbox.journal('GET', /on='approver'|on=%27approver%27/)).toHaveLength(1);
    await waiting(page).first().getByRole('link', { name: 'Decide', exact: true }).click();
    await expect(page).toHaveURL(/\/approvals$/);

    await sandbox.fault({ kind: 'truncated', method: 'GET', path: 'approver' });
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'What waits for your decision could not be loaded' })).toBeVisible();
    await expect(page.getByText('requests to decide')).toHaveCount(0);
    await sandbox.control('DELETE', 'faults');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(waiting(page).first()).toContainText(`${count} requests to decide`);
    await expectAccessible(page);
  });

  test('what is on its way moves by itself and says so, and not in a hidden tab', async ({ page, sandbox, signIn }) => {
    const id = await pending(sandbox, 'Track and trace, production logs');
    await page.clock.install();
    await signIn('Ana Ruiz', '/');
    const row = onItsWay(page).filter({ hasText: 'Track and trace, production logs' });
    await expect(row).toBeVisible();
    const cancelled = await sandbox.graph('Ana Ruiz', SMALL, 'POST', `${EM}/assignmentRequests/${id}/cancel`);
    expect(cancelled.status).toBeLessThan(300);
    await page.clock.runFor(25_000);
    await expect(row).toHaveCount(0);
    await expect(onItsWay(page)).toHaveCount(2);
    await expect(page.getByText('Track and trace, production logs has moved on.')).toBeAttached();

    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    const before = await sandbox.journal('GET', /assignmentRequests/);
    await page.clock.runFor(300_000);
    expect(await sandbox.journal('GET', /assignmentRequests/)).toHaveLength(before.length);
  });

  test('the search leads to Available with the words', async ({ page, signIn }) => {
    await signIn('Ana Ruiz', '/');
    await page.getByRole('searchbox', { name: WORDS }).fill('warehouse');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/access-packages\?q=warehouse$/);
    await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue('warehouse');
    await expect(page.getByText(/\d found/).first()).toBeVisible();
  });

  test('by keyboard alone: from the key of the search to a result, and to what ends', async ({ page, signIn }) => {
    await signIn('Ana Ruiz', '/');
    await expectWhole(page);
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox', { name: WORDS })).toBeFocused();
    await expect(page.getByRole('searchbox', { name: WORDS })).toHaveValue('');
    const extend = page.getByRole('link', { name: 'Extend Quarter close workspace' });
    for (let presses = 0; presses < 6 && !(await extend.evaluate((link) => link === document.activeElement)); presses += 1)
      await page.keyboard.press('Tab');
    await expect(extend).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(finding(page, 'Change Quarter close workspace')).toBeVisible();
    await page.goto('/');
    await expectWhole(page);
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox', { name: WORDS })).toBeFocused();
    await page.keyboard.type('tender');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('link', { name: 'Tender library' })).toBeVisible();
  });

  test('day one: three ways on, and nothing else', async ({ page, signIn }) => {
    await signIn('Emil Strand', '/');
    await expect(finding(page, 'What do you need to get into?')).toBeVisible();
    await expect(rows(page, 'Three things you can do here')).toHaveCount(3);
    await expect(page.getByRole('main').getByRole('region')).toHaveCount(1);
    await expectAccessible(page);
    await page.getByRole('main').getByRole('link', { name: 'Find access' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing is open to you yet' })).toBeVisible();
  });

  test.describe('somebody new to whom something is open', () => {
    test.use({ seed: { seed: 'company', people: 1 } });

    test('sees a few of it on day one', async ({ page, sandbox, signIn }) => {
      await signIn(sandbox.people.at(-1)?.displayName ?? '', '/');
      await expect(finding(page, 'What do you need to get into?')).toBeVisible();
      const open = rows(page, 'A few of what you can ask for');
      await expect(open).toHaveCount(5);
      await expectAccessible(page);
      const name = (await open.first().getByRole('link').innerText()).trim();
      await open.first().getByRole('link').click();
      await expect(finding(page, name)).toBeVisible();
    });
  });

  test('nothing waits for somebody who only waits', async ({ page, signIn }) => {
    await signIn('Nils Ekberg', '/');
    await expect(finding(page, 'Nothing waits for you, Nils')).toBeVisible();
    await expect(page.getByText('Nothing asks anything of you.')).toBeVisible();
    await expect(onItsWay(page)).toHaveCount(1);
    await expect(page.getByText('Nothing you have ends in the next 90 days.')).toBeVisible();
    await expectAccessible(page);
  });

  test('in Arabic from right to left', async ({ page, context, signIn, baseURL }) => {
    await context.addCookies([{ name: 'locale', value: 'ar', url: baseURL ?? '' }]);
    await signIn('Ana Ruiz', '/');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(rows(page, 'في الطريق')).toHaveCount(3);
    await expectAccessible(page);
  });

  test('fits a phone', async ({ page, signIn }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn('Ana Ruiz', '/');
    await expectWhole(page);
    await expect(page.getByRole('link', { name: 'Extend Quarter close workspace' })).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectAccessible(page);
  });
});
