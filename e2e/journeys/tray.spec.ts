import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures';

const posts = /assignmentRequests$/;
const CRM = 'CRM, European accounts';
const PRICES = 'Price books, edit';
const TENDERS = 'Tender library';

const row = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Access packages you can ask for' }).getByRole('listitem').filter({ hasText: name });
const bar = (page: Page) => page.getByRole('region', { name: 'Chosen packages' });
const part = (page: Page, name: string) => page.getByRole('region', { name });
const results = (page: Page) => page.getByRole('list', { name: /request.* sent|Nothing was sent/ }).getByRole('listitem');

async function choose(page: Page, ...names: string[]) {
  for (const name of names) {
    await row(page, name).getByRole('button', { name: 'Choose' }).click();
    await expect(row(page, name).getByRole('button', { name: 'Chosen' })).toBeVisible();
  }
  await expect(bar(page)).toContainText(`${names.length} chosen.`);
}

async function goOn(page: Page, heading: string) {
  await bar(page).getByRole('link', { name: 'Answer and send together' }).click();
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}

type SignIn = (name: string, path?: string) => Promise<void>;

async function chosenBy(page: Page, signIn: SignIn, name: string, ...packages: string[]) {
  await signIn(name, '/access-packages');
  await choose(page, ...packages);
}

const write = (field: Locator, text: string) =>
  expect(async () => {
    await field.fill(text);
    await expect(field).toHaveValue(text, { timeout: 500 });
  }).toPass();

test.describe('The tray', () => {
  test('three packages on one page: what two ask alike is answered once, three requests, three results', async ({
    page,
    sandbox,
    signIn,
  }) => {
    test.setTimeout(120_000);
    await chosenBy(page, signIn, 'Nils Ekberg', CRM, PRICES, TENDERS);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Requests', exact: true }).first().click();
    await expect(page).toHaveURL(/\/requests$/);
    await page.goto('/access-packages');
    await expect(bar(page)).toContainText('3 chosen.');
    await goOn(page, 'Ask for 3 packages together');
    await expect(page.getByLabel(/Which cost centre pays/)).toHaveCount(1);
    await expect(page.getByText(`Asked by ${CRM} and ${PRICES}`)).toBeVisible();
    await expect(page.getByText('3 answers are missing.')).toBeVisible();
    await expectAccessible(page);
    await write(page.getByLabel(/Which cost centre pays/), '4310-DE');
    await page.getByRole('radio', { name: 'Update contacts and notes' }).check();
    await page.getByLabel('Business justification').fill('I look after the Nordic accounts.');
    await expect(page.getByText('Everything needed is answered.')).toBeVisible();
    await page.getByRole('button', { name: 'Send 3 requests' }).click();
    await expect(page.getByRole('heading', { name: '3 requests sent' }).first()).toBeVisible();
    await expect(results(page)).toHaveCount(3);
    await expectAccessible(page);
    const made = await sandbox.journal('POST', posts);
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201]);
    const bodies = made.map(
      ({ body }) => body as { justification?: string; answers?: { value: string }[]; assignment: { accessPackageId: string } },
    );
    expect(bodies.map(({ assignment }) => assignment.accessPackageId)).toEqual(
      await Promise.all([CRM, PRICES, TENDERS].map((name) => sandbox.packageId(name))),
    );
    expect(bodies.map(({ answers }) => answers?.map(({ value }) => value))).toEqual([['4310-DE', 'update'], ['4310-DE'], undefined]);
    expect(bodies[2]?.justification).toBeUndefined();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Nothing is chosen' })).toBeVisible();
    await expectAccessible(page);
  });

  test('one refused among several: the others are sent once, its text stays and can be sent again', async ({ page, sandbox, signIn }) => {
    await chosenBy(page, signIn, 'Dmitri Volkov', CRM, 'Contract archive', TENDERS);
    await goOn(page, 'Ask for 3 packages together');
    await write(page.getByLabel(/Which cost centre pays/), '4310-DE');
    await page.getByRole('radio', { name: 'Read them only' }).check();
    await page.getByRole('radio', { name: 'A reason for each' }).check();
    await page.getByLabel(`Business justification for ${CRM}`).fill('Payments and customers.');
    await page.getByLabel('Business justification for Contract archive').fill('For the tender.');
    await page.getByRole('button', { name: 'Send 3 requests' }).click();
    await expect(page.getByRole('heading', { name: '2 requests sent, one not' })).toBeFocused();
    await expect(results(page).filter({ hasText: CRM })).toContainText('Refused');
    await expect(results(page).filter({ hasText: CRM })).toContainText('It does not go together with what you have');
    await expect(results(page).filter({ hasText: TENDERS })).toContainText('Sent');
    await expect(page.getByLabel('Business justification')).toHaveValue('Payments and customers.');
    await expect(part(page, 'Contract archive')).toHaveCount(0);
    await expectAccessible(page);
    const made = await sandbox.journal('POST', posts);
    expect(made).toHaveLength(3);
    // The other one is given back meanwhile, so that it goes together now.
    const crm = await sandbox.packageId(CRM);
    const excluded = await sandbox.rows(`/identityGovernance/entitlementManagement/accessPackages/${crm}/incompatibleAccessPackages`);
    for (const { id } of excluded) {
      const path = `/identityGovernance/entitlementManagement/accessPackages/${crm}/incompatibleAccessPackages/${id}/$ref`;
      expect((await sandbox.graph('Priya Nair', 'EntitlementManagement.ReadWrite.All', 'DELETE', path)).status).toBe(204);
    }
    await write(page.getByLabel('Business justification'), 'Payments and customers, again.');
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page.getByRole('heading', { name: '3 requests sent' }).first()).toBeVisible();
    expect(await sandbox.journal('POST', posts)).toHaveLength(4);
  });

  test('what needs another look is listed once, with its package, and nothing is sent', async ({ page, sandbox, signIn }) => {
    await chosenBy(page, signIn, 'Nils Ekberg', PRICES, 'Handheld device pool');
    await goOn(page, 'Ask for 2 packages together');
    await write(page.getByLabel(/Which cost centre pays/), '4120 Europe');
    await page.getByRole('button', { name: 'Send 2 requests' }).click();
    const summary = page.getByRole('alert').filter({ hasText: 'Three answers need another look' });
    await expect(summary).toBeFocused();
    await expect(summary).toContainText('Handheld device pool: Choose a way to ask first.');
    await expectAccessible(page);
    await summary.getByRole('link', { name: /Which cost centre pays/ }).click();
    await expect(page.getByLabel(/Which cost centre pays/)).toBeFocused();
    await part(page, 'Handheld device pool')
      .getByRole('radio', { name: /For a season/ })
      .check();
    await expect(page.getByRole('radio', { name: 'The same reason for all' })).toBeVisible();
    await expect(part(page, 'Handheld device pool').getByLabel(/shift supervisor/)).toBeVisible();
    await part(page, 'Handheld device pool')
      .getByRole('radio', { name: /Dates I choose/ })
      .check();
    await expect(part(page, 'Handheld device pool').getByText(/at the latest/)).toBeVisible();
    expect(await sandbox.journal('POST', posts)).toEqual([]);
  });

  test('the page keeps what was typed over a reload, and offers what a package’s own form holds', async ({ page, sandbox, signIn }) => {
    await signIn('Nils Ekberg', `/access-packages/${await sandbox.packageId('Contract archive')}/request`);
    await write(page.getByLabel(/Business justification/), 'Typed in its own form.');
    await expect(page.getByText(/Draft saved/)).toBeVisible();
    await page.goto('/access-packages');
    await choose(page, 'Contract archive', PRICES);
    await goOn(page, 'Ask for 2 packages together');
    await expect(page.getByLabel('Business justification')).toHaveValue('Typed in its own form.');
    await write(page.getByLabel(/Which cost centre pays/), '4310-DE');
    await page.getByRole('radio', { name: 'A reason for each' }).check();
    await page.getByLabel(`Business justification for ${PRICES}`).fill('Surcharges.');
    await expect(page.getByText(/Draft saved/)).toBeVisible();
    await page.reload();
    await expect(page.getByLabel(/Which cost centre pays/)).toHaveValue('4310-DE');
    await expect(page.getByLabel(`Business justification for ${PRICES}`)).toHaveValue('Surcharges.');
    await part(page, PRICES).getByRole('button', { name: 'Take out' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Ask for one package' })).toBeVisible();
    await page.goto('/access-packages');
    await expect(bar(page)).toContainText('1 chosen.');
  });

  test('held, asked for and closed packages are told and left out; the others go on', async ({ page, sandbox, signIn }) => {
    await chosenBy(page, signIn, 'Nils Ekberg', TENDERS, 'Trade fair calendar', 'Contract archive', 'Customer complaints');
    const em = '/identityGovernance/entitlementManagement';
    const scope = 'EntitlementMgmt-SubjectAccess.ReadWrite';
    const ask = async (name: string, more: object) => {
      const id = await sandbox.packageId(name);
      const rules = await sandbox.graph('Nils Ekberg', scope, 'POST', `${em}/accessPackages/${id}/getApplicablePolicyRequirements`);
      const [policy] = (rules.body as { value: { policyId: string }[] }).value;
      const assignment = { targetId: sandbox.person('Nils Ekberg').id, assignmentPolicyId: policy?.policyId, accessPackageId: id };
      const made = await sandbox.graph('Nils Ekberg', scope, 'POST', `${em}/assignmentRequests`, {
        requestType: 'userAdd',
        assignment,
        ...more,
      });
      expect(made.status).toBe(201);
    };
    await ask('Trade fair calendar', {});
    await ask('Contract archive', { justification: 'From another portal' });
    await sandbox.clock({ advance: 'PT1M' });
    const complaints = await sandbox.packageId('Customer complaints');
    for (const { id } of await sandbox.rows(`${em}/assignmentPolicies?$filter=accessPackage/id eq '${complaints}'`))
      await sandbox.graph('Priya Nair', 'EntitlementManagement.ReadWrite.All', 'DELETE', `${em}/assignmentPolicies/${id}`);
    await goOn(page, 'Ask for one package');
    const left = page.getByRole('list', { name: '3 packages are left out' }).getByRole('listitem');
    await expect(left.filter({ hasText: 'Trade fair calendar' })).toContainText('You already have it.');
    await expect(left.filter({ hasText: 'Contract archive' })).toContainText('You have already asked for it.');
    await expect(left.filter({ hasText: 'Customer complaints' })).toContainText('It is no longer open to you.');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'One request sent' })).toBeVisible();
    await page.goto('/access-packages');
    await expect(bar(page)).toHaveCount(0);
  });

  test('an answer lost on the way makes one request, found and told', async ({ page, sandbox, signIn }) => {
    await chosenBy(page, signIn, 'Nils Ekberg', TENDERS, 'Trade fair calendar');
    await goOn(page, 'Ask for 2 packages together');
    await sandbox.fault({ kind: 'lost', method: 'POST', path: '/assignmentRequests$', times: 1 });
    await page.getByRole('button', { name: 'Send 2 requests' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '2 requests sent' })).toBeVisible({ timeout: 50_000 });
    expect(await sandbox.journal('POST', posts)).toHaveLength(2);
  });

  test('throttled in the middle: the rest waits, untried, and goes on when the button comes alive', async ({ page, sandbox, signIn }) => {
    await chosenBy(page, signIn, 'Nils Ekberg', TENDERS, 'Trade fair calendar');
    await goOn(page, 'Ask for 2 packages together');
    await sandbox.fault({ kind: 'throttle', method: 'POST', path: '/assignmentRequests$', retryAfter: 4, times: 1 });
    await page.getByRole('button', { name: 'Send 2 requests' }).click();
    await expect(page.getByText(/You can try again at \d\d:\d\d/).first()).toBeVisible();
    const send = page.getByRole('button', { name: 'Send 2 requests' });
    await expect(send).toHaveAttribute('aria-disabled', 'true');
    await expect(send).not.toHaveAttribute('aria-disabled', 'true');
    await send.click();
    await expect(page.getByRole('heading', { level: 1, name: '2 requests sent' })).toBeVisible();
    expect((await sandbox.journal('POST', posts)).map(({ status }) => status)).toEqual([429, 201, 201]);
  });

  test('the session ends in the middle: the text survives, each is sent once', async ({ page, context, sandbox, signIn }) => {
    await chosenBy(page, signIn, 'Nils Ekberg', PRICES, TENDERS);
    await goOn(page, 'Ask for 2 packages together');
    await write(page.getByLabel(/Which cost centre pays/), '4310-DE');
    await write(page.getByLabel('Business justification'), 'Surcharges.');
    await expect(page.getByText(/Draft saved/)).toBeVisible();
    // The portal's own; the authority still knows who it is.
    await context.clearCookies({ name: /^(?!sandbox-).*session/ });
    await page.getByRole('button', { name: 'Send 2 requests' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '2 requests sent' })).toBeVisible({ timeout: 30_000 });
    const made = await sandbox.journal('POST', posts);
    expect(made.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(made.find(({ body }) => JSON.stringify(body).includes('4310-DE'))?.body).toMatchObject({ justification: 'Surcharges.' });
  });

  test('by keyboard alone, from choosing to the results', async ({ page, signIn }) => {
    await signIn('Nils Ekberg', '/access-packages');
    await expect(row(page, TENDERS).getByRole('button', { name: 'Choose' })).toBeVisible();
    for (const name of [TENDERS, 'Contract archive']) {
      await row(page, name).getByRole('button', { name: 'Choose' }).focus();
      await page.keyboard.press('Enter');
      await expect(row(page, name).getByRole('button', { name: 'Chosen' })).toBeFocused();
    }
    await bar(page).getByRole('link', { name: 'Answer and send together' }).focus();
    await page.keyboard.press('Enter');
    const why = page.getByLabel('Business justification');
    await expect(why).toBeVisible();
    await why.focus();
    await page.keyboard.type('For the tender.');
    await expect(page.getByText(/Draft saved/)).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: '2 requests sent' }).first()).toBeVisible();
  });

  test('at 390 px with a thumb: chosen, answered, sent', async ({ page, signIn }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn('Nils Ekberg', '/access-packages');
    await choose(page, TENDERS, 'Contract archive');
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
    expect(await fits()).toBe(true);
    await expect(bar(page)).toBeInViewport();
    await goOn(page, 'Ask for 2 packages together');
    expect(await fits()).toBe(true);
    await expectAccessible(page);
    await write(page.getByLabel('Business justification'), 'For the tender.');
    await page.getByRole('button', { name: 'Send 2 requests' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '2 requests sent' })).toBeVisible();
    expect(await fits()).toBe(true);
    await expectAccessible(page);
  });

  test('in Arabic from right to left', async ({ page, context, signIn, baseURL }) => {
    await context.addCookies([{ name: 'locale', value: 'ar', url: baseURL ?? '' }]);
    await signIn('Samir Haddad', '/access-packages');
    const button = page.getByRole('button', { name: 'اختيار' });
    await button.first().click();
    await button.first().click();
    await expect(page.getByText('حزمتان مختارتان.').first()).toBeVisible();
    await page.getByRole('link', { name: 'الإجابة والإرسال معًا' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'اطلب حزمتين معًا' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expectAccessible(page);
  });
});
