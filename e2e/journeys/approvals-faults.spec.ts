import { expect, expectAccessible, test } from '../fixtures';
import { approve, bar, deny, patches, pendingId, POLL, row, words, WRITE } from './approvals-steps';

test.describe('Approvals, when something goes wrong', () => {
  test('a page that fails is a gap with another try, never an empty list', async ({ page, sandbox, signIn }) => {
    await sandbox.behave({ pageSize: 5, emptyPages: true });
    await page.route('**/api/approvals?next=*', (route) => route.abort(), { times: 1 });
    await signIn('Jonas Weber', '/approvals');
    await expect(page.getByRole('heading', { name: 'The list is not whole.', exact: false })).toBeVisible();
    await expect(row(page, 'Samir Haddad')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(row(page, 'Ana Ruiz')).toBeVisible();
    await expect(page.getByRole('main').getByText('12 wait for you').first()).toBeVisible();
  });

  for (const expandOnFunctions of ['ignored', '400']) {
    test(`loses no row where the expansion is ${expandOnFunctions}, and still decides`, async ({ page, sandbox, signIn }) => {
      const id = await pendingId(sandbox, 'Jonas Weber', 'Hana Novák', 'Design system libraries');
      await sandbox.behave({ expandOnFunctions });
      await signIn('Jonas Weber', '/approvals');
      await expect(row(page, 'An access package')).toHaveCount(12);
      await page.goto(`/approvals/${id}`);
      await words(page).fill('Agreed in the team.');
      await approve(page).click();
      await expect(page.getByRole('heading', { level: 1, name: 'You approved it' })).toBeVisible();
    });
  }

  test('without consent: the list works, the page names the scope and who grants it, and goes on after it was granted', async ({
    page,
    sandbox,
    signIn,
  }) => {
    const id = await pendingId(sandbox, 'Jonas Weber', 'Ana Ruiz');
    for (const scope of [WRITE, 'EntitlementManagement.Read.All']) await sandbox.control('POST', 'consent', { scope, granted: false });
    await signIn('Jonas Weber', '/approvals');
    await row(page, 'Ana Ruiz').getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Ana Ruiz asks for access' })).toBeVisible();
    await expect(page.getByRole('main').getByText('Parcel events from Gdańsk arrive late')).toBeVisible();
    await expect(page.getByRole('main').getByText(WRITE)).toBeVisible();
    await expect(page.getByRole('main').getByText(/A Privileged Role Administrator/)).toBeVisible();
    await expect(page.getByRole('main').getByText(/decide the same request in My Access/)).toBeVisible();
    await expect(approve(page)).toHaveCount(0);
    await expectAccessible(page);
    await sandbox.control('POST', 'consent', { scope: WRITE, granted: true });
    await page.goto(`/approvals/${id}`);
    await expect(approve(page)).toBeVisible();
  });

  test('the answer is lost: looked up and found, never sent twice', async ({ page, sandbox, signIn }) => {
    const id = await pendingId(sandbox, 'Jonas Weber', 'Mei Lin Chan', 'Data platform, build agents');
    await sandbox.fault({ kind: 'lost', method: 'PATCH', path: '/stages/', times: 1 });
    await signIn('Jonas Weber', `/approvals/${id}`);
    await words(page).fill('On call, fine.');
    await approve(page).click();
    await expect(page.getByRole('heading', { level: 1, name: 'You approved it' })).toBeVisible();
    expect(await patches(sandbox)).toHaveLength(1);
  });

  test('the connection breaks before it was taken: said plainly, sent again only by hand', async ({ page, sandbox, signIn }) => {
    test.setTimeout(120_000);
    const id = await pendingId(sandbox, 'Jonas Weber', 'Mei Lin Chan', 'Data platform, build agents');
    await sandbox.fault({ kind: 'reset', method: 'PATCH', path: '/stages/', times: 1 });
    await signIn('Jonas Weber', `/approvals/${id}`);
    await words(page).fill('On call, fine.');
    await approve(page).click();
    await expect(page.getByRole('heading', { name: 'The answer is not here yet' })).toBeVisible();
    await expect(words(page)).toHaveValue('On call, fine.');
    await expect(approve(page)).toHaveAttribute('aria-disabled', 'true');
    await expectAccessible(page);
    await page.reload();
    await expect(words(page)).toHaveValue('On call, fine.');
    await expect(page.getByRole('heading', { name: 'The answer was lost' })).toBeVisible({ timeout: 60_000 });
    expect(await patches(sandbox)).toHaveLength(1);
    await page.getByRole('button', { name: 'Send it once more' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'You approved it' })).toBeVisible();
    expect(await patches(sandbox)).toHaveLength(2);
  });

  test('the way between browser and portal breaks after it was taken: looked up and found, never told as not decided', async ({
    page,
    sandbox,
    signIn,
  }) => {
    const id = await pendingId(sandbox, 'Jonas Weber', 'Ingrid Solberg', 'Event gateway, operate');
    await signIn('Jonas Weber', `/approvals/${id}`);
    // Neither look may find the decision first.
    for (const look of [POLL, /\/api\/approvals(\?|$)/]) await page.route(look, (route) => route.abort());
    let calls = 0;
    await page.route('**/api/approvals/decisions', async (route) => {
      if (route.request().method() === 'POST' && (calls += 1) === 1) await route.fetch();
      await route.abort();
    });
    await words(page).fill('For the drill.');
    await approve(page).click();
    await bar(page).getByRole('button', { name: 'Send now' }).click();
    await expect(page.getByRole('heading', { name: 'The answer is not here yet' })).toBeVisible({ timeout: 15_000 });
    await expect(row(page, 'Ingrid Solberg')).toContainText('Being looked up');
    await expect(words(page)).toHaveValue('For the drill.');
    await page.unroute('**/api/approvals/decisions');
    await expect(page.getByRole('heading', { level: 1, name: 'You approved it' })).toBeVisible({ timeout: 20_000 });
    expect(await patches(sandbox)).toHaveLength(1);
  });

  for (const kind of ['truncated', 'html', 'empty']) {
    test(`an answer that is ${kind}: looked up and found, never sent twice`, async ({ page, sandbox, signIn }) => {
      const id = await pendingId(sandbox, 'Jonas Weber', 'Aiko Tanaka', 'Event gateway, operate');
      await sandbox.fault({ kind, method: 'PATCH', path: '/stages/', times: 1 });
      await signIn('Jonas Weber', `/approvals/${id}`);
      await words(page).fill('Fits the drill.');
      await approve(page).click();
      await expect(page.getByRole('heading', { level: 1, name: 'You approved it' })).toBeVisible();
      expect(await patches(sandbox)).toHaveLength(1);
    });
  }

  test('the session ended while the decision waited: renewed, or after the sign-in, it is sent once', async ({ page, sandbox, signIn }) => {
    const first = await pendingId(sandbox, 'Jonas Weber', 'Aiko Tanaka', 'Event gateway, operate');
    const second = await pendingId(sandbox, 'Jonas Weber', 'Diego Fuentes', 'Event gateway, operate');
    await signIn('Jonas Weber', `/approvals/${first}`, page, 'hand');
    await words(page).fill('Fits the drill.');
    await page.context().clearCookies({ name: /session/ });
    await approve(page).click();
    await expect(page.getByRole('heading', { level: 1, name: 'You approved it' })).toBeVisible({ timeout: 30_000 });

    await page.goto(`/approvals/${second}`);
    await words(page).fill('The same drill.');
    await sandbox.control('POST', 'revoke', { user: sandbox.person('Jonas Weber').userPrincipalName });
    await page.context().clearCookies({ name: /session/ });
    await deny(page).click();
    await page.getByRole('button', { name: /^Sign in as Jonas Weber/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'You denied it' })).toBeVisible({ timeout: 30_000 });
    const taken = (await patches(sandbox)).filter(({ status }) => status === 204);
    expect(taken.map(({ body }) => (body as { justification: string }).justification)).toEqual(['Fits the drill.', 'The same drill.']);
  });

  test('throttled: nothing sent, the words stay, the buttons come alive at the stated time', async ({ page, sandbox, signIn }) => {
    const id = await pendingId(sandbox, 'Jonas Weber', 'Nadia Benali', 'Route engine, read metrics');
    await sandbox.fault({ kind: 'throttle', method: 'PATCH', path: '/stages/', retryAfter: 4, times: 1 });
    await signIn('Jonas Weber', `/approvals/${id}`);
    await words(page).fill('Only metrics.');
    await approve(page).click();
    await expect(
      page
        .getByRole('main')
        .getByText(/You can try again at \d\d:\d\d/)
        .first(),
    ).toBeVisible();
    await expect(approve(page)).toHaveAttribute('aria-disabled', 'true');
    await expect(words(page)).toHaveValue('Only metrics.');
    await expect(approve(page)).not.toHaveAttribute('aria-disabled', 'true');
    // Once more, and this time without saying until when.
    await sandbox.fault({ kind: 'throttle', method: 'PATCH', path: '/stages/', retryAfter: null, times: 1 });
    await approve(page).click();
    await expect(page.getByRole('heading', { name: 'Too much at once' })).toBeVisible();
    await expect(words(page)).toHaveValue('Only metrics.');
    await approve(page).click();
    await expect(page.getByRole('heading', { level: 1, name: 'You approved it' })).toBeVisible();
    expect((await patches(sandbox)).map(({ status }) => status)).toEqual([429, 429, 204]);
  });

  test('slow: the buttons come with the facts; an answer slower than the patience is given up, looked up and found, never sent twice', async ({
    page,
    sandbox,
    signIn,
  }) => {
    test.setTimeout(120_000);
    const id = await pendingId(sandbox, 'Jonas Weber', 'Karim Aziz');
    await signIn('Jonas Weber', '/approvals');
    await sandbox.fault({ kind: 'slow', method: 'GET', path: '/accessPackageAssignmentApprovals/', delayMs: 8_000, times: 1 });
    await page.goto(`/approvals/${id}`, { waitUntil: 'commit' });
    await expect(page.getByRole('region', { name: 'Approval', exact: true }).getByText('Still waiting for Microsoft.')).toBeVisible();
    await expect(row(page, 'Karim Aziz')).toBeVisible();
    await expect(approve(page)).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1, name: 'Karim Aziz asks for access' })).toBeVisible();
    await sandbox.fault({ kind: 'slow', method: 'PATCH', path: '/stages/', delayMs: 33_000, times: 1 });
    await words(page).fill('His support case.');
    await approve(page).click();
    await bar(page).getByRole('button', { name: 'Send now' }).click();
    await expect(page.getByRole('main').getByText('Being sent')).toBeVisible();
    await expect(approve(page)).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1, name: 'Stage 2 of 2 decides now' })).toBeVisible({ timeout: 60_000 });
    // The journal has a call once it was answered.
    await expect.poll(async () => (await patches(sandbox)).length, { timeout: 30_000 }).toBe(1);
  });

  test('a challenge in the middle: what was typed survives the sign-in and is sent once', async ({ page, sandbox, signIn }) => {
    const id = await pendingId(sandbox, 'Jonas Weber', 'Pieter de Vries', 'Route engine, read metrics');
    await signIn('Jonas Weber', `/approvals/${id}`);
    await words(page).fill('He watches the warehouses.');
    await sandbox.fault({ kind: 'challenge', method: 'PATCH', path: '/stages/', times: 2 });
    await deny(page).click();
    await expect(page.getByRole('heading', { level: 1, name: /^You (denied|approved) it$/ })).toBeVisible({ timeout: 30_000 });
    const taken = (await patches(sandbox)).filter(({ status }) => status === 204);
    expect(taken.map(({ body }) => body)).toEqual([{ reviewResult: 'Deny', justification: 'He watches the warehouses.' }]);
  });

  test('two tabs, two different presses: the first stands, the second is told', async ({ page, sandbox, signIn }) => {
    const id = await pendingId(sandbox, 'Jonas Weber', 'Tomasz Zieliński', 'Data platform, build agents');
    await page.context().route(POLL, (route) => route.abort());
    await signIn('Jonas Weber', `/approvals/${id}`);
    const second = await page.context().newPage();
    await second.goto(`/approvals/${id}`);
    await words(page).fill('Agents stop at night.');
    await words(second).fill('Not needed.');
    await approve(page).click();
    await expect(page.getByRole('heading', { level: 1, name: 'You approved it' })).toBeVisible();
    await deny(second).click();
    await expect(second.getByText('You had approved it already. Nothing else was sent.').first()).toBeVisible();
    expect(await patches(sandbox)).toHaveLength(1);
  });
});
