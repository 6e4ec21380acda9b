import { anotherContext, expect, expectAccessible, test } from '../fixtures';
import { approve, bar, decideElsewhere, deny, EM, patches, pendingId, row, SMALL, words } from './approvals-steps';

test.describe('Approvals', () => {
  test('the list: oldest first with its age, search, filter, and the count in the navigation', async ({ page, signIn }) => {
    await signIn('Jonas Weber', '/approvals');
    await expect(page.getByRole('heading', { level: 1, name: 'Approvals' })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: '12 wait for you' })).toBeVisible();
    const rows = page.getByRole('list', { name: /Requests that wait for you/ }).getByRole('listitem');
    await expect(rows).toHaveCount(12);
    await expect(rows.first()).toContainText('Samir Haddad');
    await expect(rows.first()).toContainText('9 days');
    await expect(rows.nth(1)).toContainText('Integration test bench · guest');
    await expect(rows.last()).toContainText('Ana Ruiz');
    await expect(page.getByRole('main').getByText(/^As of \d\d:\d\d/)).toBeVisible();
    await expect(page.getByRole('main').getByText('Delegate in My Access')).toBeVisible();
    await expect(page.getByRole('banner').getByRole('link', { name: /Approvals.*12 wait for you/ })).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('searchbox', { name: 'Search what waits for you' }).fill('zielinski');
    await expect(rows).toHaveCount(1);
    await page.getByRole('searchbox', { name: 'Search what waits for you' }).fill('nobody at all');
    await expect(page.getByRole('heading', { name: 'Nothing here matches' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('combobox', { name: 'Which package' }).selectOption({ label: 'Event gateway, operate (3)' });
    await expect(rows).toHaveCount(3);

    // Nothing is typed here: another person who signs in in another tab takes the page over at once.
    const loaded = page.waitForEvent('load');
    await page.evaluate(() => new BroadcastChannel('latchkey-session').postMessage({ type: 'signed-in', oid: 'another' }));
    await loaded;
    await expect(rows).toHaveCount(12);
  });

  test('shows the place to nobody who has nothing to decide', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', '/requests');
    await expect.poll(async () => (await sandbox.journal('GET', /approver/)).length).toBeGreaterThan(0);
    await expect(page.getByRole('link', { name: /^Approvals/ })).toHaveCount(0);
    await page.goto('/approvals');
    await expect(page.getByRole('heading', { name: 'Nothing waits for you', exact: true })).toBeVisible();
    await expectAccessible(page);
  });

  test('one stage: the facts, then Approve with a reason, exactly once', async ({ page, sandbox, signIn }) => {
    await signIn('Jonas Weber', '/approvals');
    await row(page, 'Aiko Tanaka').getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Aiko Tanaka asks for access' })).toBeVisible();
    const panel = page.getByRole('region', { name: 'Aiko Tanaka asks for access' });
    await expect(panel.getByText('Waits for you')).toBeVisible();
    await expect(panel.getByText('Replay of the Tokyo backlog.')).toBeVisible();
    await expect(panel.getByRole('link', { name: 'Event gateway, operate' })).toBeVisible();
    await expect(panel.getByText(/Nobody else decides: the access is set up/)).toBeVisible();
    await expectAccessible(page);

    await approve(page).click();
    await expect(page.getByRole('main').getByText('Say in a sentence why.')).toBeVisible();
    await expect(words(page)).toBeFocused();
    await expectAccessible(page);
    expect(await patches(sandbox)).toHaveLength(0);

    await words(page).fill('Fits the drill.');
    await approve(page).dblclick();
    await expect(page.getByRole('heading', { level: 1, name: 'You approved it' })).toBeVisible();
    await expect(page.getByRole('main').getByText('You approved it here for Aiko Tanaka')).toBeVisible();
    await expect(row(page, 'Aiko Tanaka')).toHaveCount(0);
    await expect(page.getByRole('main').getByText('11 wait for you').first()).toBeVisible();
    const sent = await patches(sandbox);
    expect(sent.map(({ body }) => body)).toEqual([{ reviewResult: 'Approve', justification: 'Fits the drill.' }]);
    await expectAccessible(page);

    await page.getByRole('link', { name: /^Next:/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: /asks for access/ })).toBeVisible();
  });

  test('in a list of several pages what was decided leaves it, here and elsewhere', async ({ page, sandbox, signIn }) => {
    await sandbox.behave({ pageSize: 5 });
    const id = await pendingId(sandbox, 'Jonas Weber', 'Ana Ruiz');
    const others = await pendingId(sandbox, 'Jonas Weber', 'Samir Haddad');
    await signIn('Jonas Weber', `/approvals/${id}`);
    await expect(page.getByRole('main').getByText('12 wait for you').first()).toBeVisible();
    await words(page).fill('She works on the late parcels.');
    await approve(page).click();
    await bar(page).getByRole('button', { name: 'Send now' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Stage 2 of 2 decides now' })).toBeVisible();
    await expect(row(page, 'Ana Ruiz')).toHaveCount(0, { timeout: 15_000 });
    await decideElsewhere(sandbox, 'Mei Lin Chan', others, 'Approve');
    await expect(row(page, 'Samir Haddad')).toHaveCount(0, { timeout: 25_000 });
    await expect(page.getByRole('main').getByText('10 wait for you').first()).toBeVisible();
  });

  test('decided, gone or never mine: one page that says what is known', async ({ page, sandbox, signIn }) => {
    const id = await pendingId(sandbox, 'Jonas Weber', 'Diego Fuentes', 'Event gateway, operate');
    await decideElsewhere(sandbox, 'Jonas Weber', id, 'Approve');
    await signIn('Jonas Weber', `/approvals/${id}`);
    await expect(page.getByRole('heading', { level: 1, name: 'You approved it' })).toBeVisible();
    await page.goto('/approvals/00000000-0000-4000-8000-000000000000');
    await expect(page.getByRole('heading', { level: 1, name: 'This does not wait for you' })).toBeVisible();
    await expectAccessible(page);
    const cancelled = await pendingId(sandbox, 'Jonas Weber', 'Ana Ruiz');
    await sandbox.graph('Ana Ruiz', SMALL, 'POST', `${EM}/assignmentRequests/${cancelled}/cancel`);
    await page.goto(`/approvals/${cancelled}`);
    await expect(page.getByRole('heading', { level: 1, name: 'It ended without a decision' })).toBeVisible();
  });

  test('until when to decide is said only to who may read the policy', async ({ page, sandbox, signIn }) => {
    const id = await pendingId(sandbox, 'Hana Novák', 'Jakub Horák', 'Feature flags');
    await signIn('Hana Novák', `/approvals/${id}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Jakub Horák asks for access' })).toBeVisible();
    await expect(page.getByRole('term').filter({ hasText: 'Answer by' })).toBeVisible();
    await expect(page.getByText('After that Microsoft denies it by itself.')).toBeVisible();
    await expect(row(page, 'Jakub Horák')).toContainText(/by \d+ \p{L}+/u);
    await expectAccessible(page);

    const jonas = await anotherContext(page, sandbox);
    await signIn('Jonas Weber', `/approvals/${await pendingId(sandbox, 'Jonas Weber', 'Ana Ruiz')}`, jonas);
    await expect(jonas.getByRole('term').filter({ hasText: 'After you' })).toBeVisible();
    await expect(jonas.getByRole('term').filter({ hasText: 'Answer by' })).toHaveCount(0);
    const asked = jonas.waitForResponse('**/api/approvals/deadlines*');
    await jonas.goto('/approvals');
    expect(await (await asked).json()).toMatchObject({ ok: true, value: { deadlines: {} } });
    await expect(row(jonas, 'Ana Ruiz')).toContainText('1 day');
    await expect(row(jonas, 'Ana Ruiz').locator('time')).toHaveCount(1);
    await jonas.context().close();
  });

  test('decided by me: an approval given here is taken back, and says so', async ({ page, sandbox, signIn }) => {
    await sandbox.behave({ deliverySeconds: 0 });
    const id = await pendingId(sandbox, 'Jonas Weber', 'Hana Novák', 'Design system libraries');
    await signIn('Jonas Weber', `/approvals/${id}`);
    await words(page).fill('Agreed.');
    await approve(page).click();
    await expect(page.getByRole('heading', { level: 1, name: 'You approved it' })).toBeVisible();
    await page.getByRole('link', { name: 'Decided by me' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Decided by me' })).toBeVisible();
    const decided = page.getByRole('list', { name: 'Decided by me' }).getByRole('listitem');
    await expect(decided).toHaveCount(1);
    await expect(decided).toContainText('Hana Novák');
    await expectAccessible(page);
    await decided.getByRole('button', { name: 'Take it back' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Take back your approval of Design system libraries for Hana Novák?' });
    await expect(dialog).toContainText('Hana Novák loses this access.');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Take it back' }).click();
    await expect(decided).toContainText('Taken back');
    const sent = await sandbox.journal('POST', /\/assignmentRequests$/);
    expect(sent.map(({ body }) => (body as { requestType: string }).requestType)).toEqual(['approverRemove']);
  });

  test('on a phone: the list, then the request with the buttons in reach', async ({ page, sandbox, signIn }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn('Jonas Weber', '/approvals');
    await expect(row(page, 'Samir Haddad')).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /Approvals.*12/ })).toBeVisible();
    await expectAccessible(page);
    await row(page, 'Ana Ruiz').getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Ana Ruiz asks for access' })).toBeVisible();
    await expect(row(page, 'Samir Haddad')).toBeHidden();
    await expect(approve(page)).toBeInViewport();
    await expect(deny(page)).toBeInViewport();
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBe(0);
    await words(page).fill('Approved on the way.');
    await approve(page).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Stage 2 of 2 decides now' })).toBeVisible();
    expect(await patches(sandbox)).toHaveLength(1);
  });

  test('without JavaScript the facts are there', async ({ page, sandbox, signIn }) => {
    const id = await pendingId(sandbox, 'Jonas Weber', 'Ana Ruiz');
    await signIn('Jonas Weber', '/approvals');
    const html = await (await page.request.get(`/approvals/${id}`)).text();
    for (const fact of ['Ana Ruiz', 'Samir Haddad', 'Parcel events from Gdańsk', 'Log search']) expect(html).toContain(fact);
  });
});

test.describe('in Arabic', () => {
  test.use({ locale: 'ar' });

  test('list and request read from right to left', async ({ page, sandbox, signIn }) => {
    const id = await pendingId(sandbox, 'Jonas Weber', 'Ana Ruiz');
    await signIn('Jonas Weber', `/approvals/${id}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Ana Ruiz');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('button', { name: 'موافقة', exact: true })).toBeVisible();
    await expectAccessible(page);
  });
});
