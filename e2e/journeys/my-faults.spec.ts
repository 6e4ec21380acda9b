import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures';
import type { JournalCall, Sandbox } from '../sandbox';

const EM = '/identityGovernance/entitlementManagement';
const SMALL = 'EntitlementMgmt-SubjectAccess.ReadWrite';
const MINE = "filterByCurrentUser\\(on='target'\\)";
const item = (page: Page, name: string) => page.getByRole('listitem').filter({ has: page.getByRole('button', { name, exact: true }) });
const why = (page: Page) => page.getByRole('textbox', { name: /Say in a sentence why/ });

async function requestOf(sandbox: Sandbox, name: string): Promise<string> {
  const [row] = await sandbox.requestsFor(await sandbox.packageId(name), 'Ana Ruiz');
  return row?.id ?? '';
}

async function assignmentOf(sandbox: Sandbox, name: string): Promise<string> {
  const target = sandbox.person('Ana Ruiz').id;
  const filter = `accessPackage/id eq '${await sandbox.packageId(name)}' and target/objectId eq '${target}'`;
  return (await sandbox.rows(`${EM}/assignments?$filter=${filter}`))[0]?.id ?? '';
}

/** What was written so far, and of it what Graph took. */
async function writes(
  sandbox: Sandbox,
  path = /assignmentRequests(\/[^/]+\/cancel)?$/,
): Promise<{ sent: JournalCall[]; taken: JournalCall[] }> {
  const sent = await sandbox.journal('POST', path);
  return { sent, taken: sent.filter(({ status, fault }) => status < 300 && fault !== 'reset') };
}

async function giveBack(page: Page, name: string) {
  await page.getByRole('button', { name, exact: true }).click();
  await item(page, name).getByRole('button', { name: 'Give it back' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Give it back' }).click();
}

async function pressCancel(page: Page) {
  await page.getByRole('button', { name: 'Cancel request' }).first().click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel request' }).click();
}

test.describe('My access, Update, Requests and Status, when something goes wrong', () => {
  test('reading: what is short passes unseen, what is not says what is missing and when, and comes with the next try', async ({
    page,
    sandbox,
    signIn,
  }) => {
    test.setTimeout(180_000);
    const screens = [
      { path: '/assignments', graph: `/assignments/${MINE}`, missing: 'Your access could not be loaded', shows: 'My access' },
      {
        path: `/assignments/${await assignmentOf(sandbox, 'VPN for travel')}/update`,
        graph: `/assignments/${MINE}`,
        missing: 'This could not be loaded',
        shows: 'Change VPN for travel',
      },
      {
        path: '/requests',
        graph: `/assignmentRequests/${MINE}`,
        missing: 'Your requests could not be loaded',
        shows: /requests are on their way$/,
      },
      {
        path: `/requests/${await requestOf(sandbox, 'Quality lab bookings')}`,
        graph: `/assignmentRequests/${MINE}`,
        missing: 'This request could not be loaded',
        shows: 'Quality lab bookings',
      },
    ];
    const short = [
      { kind: 'status', status: 503, times: 1 },
      { kind: 'throttle', retryAfter: 1, times: 1 },
      { kind: 'expired', times: 1 },
    ];
    const long = [
      { fault: { kind: 'status', status: 504 }, says: 'did not answer' },
      { fault: { kind: 'reset' }, says: 'did not answer' },
      { fault: { kind: 'truncated' }, says: 'did not answer' },
      { fault: { kind: 'html' }, says: 'did not answer' },
      { fault: { kind: 'throttle', retryAfter: 40 }, says: /Try again at \d\d:\d\d/ },
      { fault: { kind: 'throttle', retryAfter: null }, says: 'Try again in a moment' },
    ];
    await signIn('Ana Ruiz', '/');
    // Every fault meets two of the screens, every screen half of the faults.
    const half = <T>(faults: readonly T[], screen: number) => faults.filter((_, at) => (at + screen) % 2 === 0);
    for (const [screen, { path, graph, missing, shows }] of screens.entries()) {
      const content = page.getByRole('heading', { level: 1, name: shows });
      for (const fault of half(short, screen)) {
        await sandbox.fault({ method: 'GET', path: graph, ...fault });
        await page.goto(path);
        await expect(content, `${path} under ${JSON.stringify(fault)}`).toBeVisible();
        await expect(page.getByRole('heading', { name: missing })).toHaveCount(0);
        await sandbox.control('DELETE', 'faults');
      }
      for (const { fault, says } of half(long, screen)) {
        await sandbox.fault({ method: 'GET', path: graph, ...fault });
        await page.goto(path);
        const panel = page.getByRole('alert').filter({ hasText: missing });
        await expect(panel, `${path} under ${JSON.stringify(fault)}`).toContainText(says);
        await sandbox.control('DELETE', 'faults');
      }
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(content).toBeVisible();
    }
    // What only helps a row may fail without it: until when something lasts, what is on its way, what may be done with it.
    await sandbox.fault({ kind: 'status', status: 503, method: 'GET', path: `/assignmentRequests/${MINE}` });
    await sandbox.fault({ kind: 'status', status: 503, method: 'POST', path: '/getApplicablePolicyRequirements' });
    await page.goto('/assignments');
    await page.getByRole('button', { name: 'VPN for travel', exact: true }).click();
    await expect(item(page, 'VPN for travel')).toContainText('Whether it can be extended is not known');
    await expect(page.getByRole('alert').filter({ hasText: 'could not be loaded' })).toHaveCount(0);
  });

  test('writing: an answer lost in whatever way is looked for, told as it is, and never sent a second time by itself', async ({
    page,
    sandbox,
    signIn,
    context,
  }) => {
    test.setTimeout(180_000);
    const [quality, vpn] = [await requestOf(sandbox, 'Quality lab bookings'), await assignmentOf(sandbox, 'VPN for travel')];
    await signIn('Ana Ruiz', `/assignments/${vpn}/update`);
    await why(page).fill('Trips until spring.');
    await expect(page.getByText('What you typed is saved')).toBeVisible();
    await sandbox.fault({ kind: 'reset', method: 'POST', path: '/assignmentRequests$', times: 1 });
    await page.getByRole('button', { name: 'Send request' }).dblclick();
    await expect.poll(async () => (await writes(sandbox)).sent.length).toBe(1);

    // While that is being looked for: one cut in half, one that came as a page, one that took effect and was lost, one that is slow.
    const other = await context.newPage();
    await other.goto('/assignments');
    for (const [kind, name] of [
      ['truncated', 'Supplier portal'],
      ['html', 'Demand planning models'],
      ['lost', 'Design system libraries'],
    ] as const) {
      await sandbox.fault({ kind, method: 'POST', path: '/assignmentRequests$', times: 1 });
      await giveBack(other, name);
      await expect(other.getByText(`${name} is being given back.`), kind).toBeVisible({ timeout: 20_000 });
    }
    await sandbox.fault({ kind: 'slow', method: 'POST', path: '/cancel$', delayMs: 6_000, times: 1 });
    await other.goto(`/requests/${quality}`);
    await pressCancel(other);
    await expect(other.getByRole('alertdialog').getByText('Cancelling').first()).toBeVisible();
    await expect(other.getByText('Nothing was set up, and nothing you already had has changed.')).toBeVisible({ timeout: 20_000 });
    const { sent } = await writes(sandbox);
    expect(sent.map(({ body }) => (body as { requestType?: string } | null)?.requestType ?? 'cancel').toSorted()).toEqual(
      ['userUpdate', 'userRemove', 'userRemove', 'userRemove', 'cancel'].toSorted(),
    );

    const answerLost = page.getByRole('alert').filter({ hasText: /The answer was lost|It is being sent/ });
    await expect(answerLost).toBeVisible({ timeout: 60_000 });
    await expect(why(page)).toHaveValue('Trips until spring.');
    await expectAccessible(page);
    expect((await writes(sandbox, /assignmentRequests$/)).sent).toHaveLength(4);
    await page.reload();
    await expect(why(page)).toHaveValue('Trips until spring.');
  });

  test('writing: the session ends, Microsoft wants to see the person, the facts have changed: the text survives and goes once', async ({
    page,
    sandbox,
    signIn,
    context,
  }) => {
    test.setTimeout(180_000);
    const me = sandbox.person('Ana Ruiz').userPrincipalName;
    await sandbox.behave({ questions: 'beta', answers: 'legacy' });
    await signIn('Ana Ruiz', `/assignments/${await assignmentOf(sandbox, 'Quarter close workspace')}/update?change=answers`, page, 'hand');
    // Beta questions are shown and answered like any others.
    const answer = page.getByRole('textbox', { name: /What do you do in the close/ });
    await answer.fill('I check the rebates.');
    await sandbox.control('POST', 'revoke', { user: me });
    await context.clearCookies({ name: /session/ });
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByRole('button', { name: /^Sign in as Ana Ruiz/ }).click();
    await expect(page).toHaveURL(/\/requests\/[^/]+$/, { timeout: 30_000 });
    expect((await writes(sandbox)).taken.map(({ body }) => body)).toMatchObject([
      { requestType: 'userUpdate', answers: [{ value: 'I check the rebates.' }] },
    ]);

    // Signed out elsewhere: renewed silently, the press goes once.
    await page.goto('/assignments');
    await page.getByRole('button', { name: 'Supplier portal', exact: true }).click();
    await context.clearCookies({ name: /^latchkey-session/ });
    await item(page, 'Supplier portal').getByRole('button', { name: 'Give it back' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Give it back' }).click();
    await expect(page.getByText('Supplier portal is being given back.')).toBeVisible({ timeout: 30_000 });

    // A claims challenge that a new token answers.
    await sandbox.fault({ kind: 'challenge', method: 'POST', path: '/cancel$', times: 1 });
    await page.goto(`/requests/${await requestOf(sandbox, 'Quality lab bookings')}`);
    await pressCancel(page);
    await expect(page.getByText('Nothing was set up, and nothing you already had has changed.')).toBeVisible({ timeout: 30_000 });
    expect((await writes(sandbox)).taken).toHaveLength(3);

    // Given back elsewhere while the form was open.
    const vpn = await assignmentOf(sandbox, 'VPN for travel');
    await sandbox.behave({ deliverySeconds: 0, questions: 'v1.0', answers: 'v1.0' });
    await page.goto(`/assignments/${vpn}/update`);
    await expect(page.getByRole('radio', { name: /^Until .*The longest/ })).toBeChecked();
    await sandbox.graph('Ana Ruiz', SMALL, 'POST', `${EM}/assignmentRequests`, { requestType: 'userRemove', assignment: { id: vpn } });
    await sandbox.clock({ advance: 'PT1M' });
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(
      page
        .getByRole('alert')
        .filter({ hasText: /refused|changed|gone|not/ })
        .first(),
    ).toBeVisible();
    await expect(page).toHaveURL(/\/update$/);
    await expectAccessible(page);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'VPN for travel cannot be changed now' })).toBeVisible();
    // Not mine, or gone: one plain page, for the list, too.
    await page.goto('/assignments/no-such-assignment/update');
    await expect(page.getByRole('heading', { level: 1, name: 'This access is not here' })).toBeVisible();
  });
});
