import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures';

const CRM = 'CRM, European accounts';
const posts = /assignmentRequests$/;

async function fill(page: Page) {
  await page.getByLabel(/Which cost centre pays/).fill('4310-DE');
  await page.getByRole('radio', { name: 'Update contacts and notes' }).check();
  await page.getByLabel(/Business justification/).fill('I look after the Nordic accounts.');
}

test.describe('Request', () => {
  test('a package that asks nothing takes two clicks', async ({ page, sandbox, signIn }) => {
    const id = await sandbox.packageId('Tender library');
    await signIn('Nils Ekberg', `/access-packages/${id}`);
    await page.getByRole('link', { name: 'Request access' }).click();
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page).toHaveURL(/\/requests\/[^/]+$/);
    const [made, ...more] = await sandbox.journal('POST', posts);
    expect(more).toEqual([]);
    expect(made?.body).toEqual({
      requestType: 'userAdd',
      assignment: { targetId: sandbox.person('Nils Ekberg').id, assignmentPolicyId: expect.any(String), accessPackageId: id },
    });
  });

  test('three questions, why and a period of one’s own, as the service wants them', async ({ page, sandbox, signIn }) => {
    await signIn('Nils Ekberg', `/access-packages/${await sandbox.packageId(CRM)}/request`);
    await fill(page);
    await page.getByRole('checkbox', { name: 'Nordics' }).check();
    await page.getByRole('checkbox', { name: 'DACH' }).check();
    await page.getByRole('radio', { name: /Dates I choose/ }).check();
    await expect(page.getByText('Dates are in your time zone, Paris (UTC+1).')).toBeVisible();
    await expect(page.getByText(/at the latest/)).toBeVisible();
    await expectAccessible(page);
    const review = page.getByRole('region', { name: 'Check before you send' });
    await expect(review).toContainText('Update contacts and notes');
    await expect(review).toContainText('I look after the Nordic accounts.');
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page).toHaveURL(/\/requests\/[^/]+$/);
    const [made] = await sandbox.journal('POST', posts);
    const body = made?.body as { answers: { value: string; answeredQuestion: { '@odata.type': string } }[]; justification: string };
    expect(body.justification).toBe('I look after the Nordic accounts.');
    expect(body.answers).toHaveLength(4);
    expect(body.answers[0]).toMatchObject({
      value: '4310-DE',
      answeredQuestion: { '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion' },
    });
  });

  test('faults: the summary takes the focus, each line leads to its field, every value is kept', async ({ page, sandbox, signIn }) => {
    await signIn('Nils Ekberg', `/access-packages/${await sandbox.packageId(CRM)}/request`);
    await page.getByLabel(/Which cost centre pays/).fill('4120 Europe');
    await page.getByRole('button', { name: 'Send request' }).click();
    const summary = page.getByRole('alert').filter({ hasText: 'Three answers need another look' });
    await expect(summary).toBeFocused();
    await expect(summary).toContainText('Nothing was sent.');
    await expectAccessible(page);
    await summary.getByRole('link', { name: /four digits, a dash and two capital letters/ }).click();
    const field = page.getByLabel(/Which cost centre pays/);
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('4120 Europe');
    await expect(field).toHaveAccessibleDescription(/Write it as four digits, a dash and two capital letters, like/);
    await fill(page);
    await expect(page.getByText('Needs another look')).toHaveCount(0);
    expect(await sandbox.journal('POST', posts)).toEqual([]);
  });

  test('the draft survives a reload and the way back', async ({ page, sandbox, signIn }) => {
    const id = await sandbox.packageId(CRM);
    await signIn('Nils Ekberg', `/access-packages/${id}/request`);
    await fill(page);
    await expect(page.getByText(/Draft saved \d\d:\d\d/)).toBeVisible();
    await page.reload();
    await expect(page.getByLabel(/Which cost centre pays/)).toHaveValue('4310-DE');
    // The page's script may come between marking the old words and writing the new ones.
    const why = page.getByLabel(/Business justification/);
    await expect(async () => {
      await why.fill('Typed just before leaving.');
      await expect(why).toHaveValue('Typed just before leaving.', { timeout: 500 });
    }).toPass();
    await page.getByRole('link', { name: 'Available' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Available' })).toBeVisible();
    await page.goto(`/access-packages/${id}/request`);
    await expect(page.getByLabel(/Business justification/)).toHaveValue('Typed just before leaving.');
    await expect(page.getByRole('radio', { name: 'Update contacts and notes' })).toBeChecked();
  });

  test('what could not be saved is kept in the tab, over a reload', async ({ page, sandbox, signIn }) => {
    await page.route('**/api/drafts/*', (route) => route.abort());
    await signIn('Nils Ekberg', `/access-packages/${await sandbox.packageId(CRM)}/request`);
    await fill(page);
    await expect(page.getByText('It is kept in this tab')).toBeVisible();
    await page.reload();
    await expect(page.getByLabel(/Which cost centre pays/)).toHaveValue('4310-DE');
    await page.unrouteAll();
    await page.getByLabel(/Business justification/).fill('Now it can be saved.');
    await expect(page.getByText(/Draft saved \d\d:\d\d/)).toBeVisible();
  });

  test('double click, two tabs, the way back: exactly one request', async ({ page, context, sandbox, signIn }) => {
    const id = await sandbox.packageId(CRM);
    await signIn('Nils Ekberg', `/access-packages/${id}/request`);
    await fill(page);
    await expect(page.getByText(/Draft saved/)).toBeVisible();
    const second = await context.newPage();
    // The note may still be of an earlier pause: until the whole draft has come.
    await expect(async () => {
      await second.goto(`/access-packages/${id}/request`);
      await expect(second.getByLabel(/Business justification/)).toHaveValue('I look after the Nordic accounts.', { timeout: 2_000 });
    }).toPass();
    await page.getByRole('button', { name: 'Send request' }).dblclick();
    await expect(page).toHaveURL(/\/requests\/[^/]+$/);
    await second.getByRole('button', { name: 'Send request' }).click();
    await expect(second).toHaveURL(/\/requests\/[^/]+$/);
    expect(new URL(second.url()).pathname).toBe(new URL(page.url()).pathname);
    await page.goto(`/access-packages/${id}/request`);
    await expect(page.getByRole('heading', { name: 'You have already asked for this' })).toBeVisible();
    await expectAccessible(page);
    expect(await sandbox.journal('POST', posts)).toHaveLength(1);
  });

  test('an answer lost on the way makes one request, found and shown', async ({ page, sandbox, signIn }) => {
    await signIn('Nils Ekberg', `/access-packages/${await sandbox.packageId('Tender library')}/request`);
    await sandbox.fault({ kind: 'lost', method: 'POST', path: '/assignmentRequests$', times: 1 });
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page).toHaveURL(/\/requests\/[^/]+$/, { timeout: 50_000 });
    expect(await sandbox.journal('POST', posts)).toHaveLength(1);
  });

  test('throttled: the form is kept and the button comes alive at the stated time', async ({ page, sandbox, signIn }) => {
    await signIn('Nils Ekberg', `/access-packages/${await sandbox.packageId('Tender library')}/request`);
    await sandbox.fault({ kind: 'throttle', method: 'POST', path: '/assignmentRequests$', retryAfter: 4, times: 1 });
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page.getByRole('heading', { name: 'Too much at once' })).toBeVisible();
    await expect(page.getByText(/You can try again at \d\d:\d\d/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Send request' })).toHaveAttribute('aria-disabled', 'true');
    await expect(page.getByRole('button', { name: 'Send request' })).not.toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page).toHaveURL(/\/requests\/[^/]+$/);
  });

  test('refused for what I hold: explained, nothing lost', async ({ page, sandbox, signIn }) => {
    await signIn('Dmitri Volkov', `/access-packages/${await sandbox.packageId(CRM)}/request`);
    await page.getByLabel(/Which cost centre pays/).fill('4310-DE');
    await page.getByRole('radio', { name: 'Read them only' }).check();
    await page.getByLabel(/Business justification/).fill('Payments and customers.');
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page.getByRole('heading', { name: 'It does not go together with what you have' })).toBeVisible();
    await expect(page.getByLabel(/Business justification/)).toHaveValue('Payments and customers.');
    await expectAccessible(page);
  });

  test('asked for elsewhere meanwhile: leads to that request', async ({ page, sandbox, signIn }) => {
    const id = await sandbox.packageId('Contract archive');
    await signIn('Nils Ekberg', `/access-packages/${id}/request`);
    await page.getByLabel(/Business justification/).fill('For the tender.');
    const scope = 'EntitlementMgmt-SubjectAccess.ReadWrite';
    const rules = await sandbox.graph(
      'Nils Ekberg',
      scope,
      'POST',
      `/identityGovernance/entitlementManagement/accessPackages/${id}/getApplicablePolicyRequirements`,
    );
    const [policy] = (rules.body as { value: { policyId: string }[] }).value;
    const made = await sandbox.graph('Nils Ekberg', scope, 'POST', '/identityGovernance/entitlementManagement/assignmentRequests', {
      requestType: 'userAdd',
      justification: 'From another portal',
      assignment: { targetId: sandbox.person('Nils Ekberg').id, assignmentPolicyId: policy?.policyId, accessPackageId: id },
    });
    expect(made.status).toBe(201);
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page.getByRole('heading', { name: 'You have already asked for this' })).toBeVisible();
    await page.getByRole('link', { name: 'See the request' }).click();
    await expect(page).toHaveURL(new RegExp(`/requests/${(made.body as { id: string }).id}`));
  });

  test('the session ends in the middle of the form: text survives, one request', async ({ page, context, sandbox, signIn }) => {
    await signIn('Nils Ekberg', `/access-packages/${await sandbox.packageId(CRM)}/request`, page, 'hand');
    await fill(page);
    await expect(page.getByText(/Draft saved/)).toBeVisible();
    await context.clearCookies({ name: /session/ });
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page).toHaveURL(/\/requests\/[^/]+$/, { timeout: 30_000 });
    expect(await sandbox.journal('POST', posts)).toHaveLength(1);
  });

  test('a period beyond the policy is said with its last day', async ({ page, sandbox, signIn }) => {
    await signIn('Nils Ekberg', `/access-packages/${await sandbox.packageId('Trade fair calendar')}/request`);
    await page.getByRole('radio', { name: /Dates I choose/ }).check();
    await page.evaluate(() => {
      // As a browser without the picker's chunk would send it.
      const end = document.getElementById('period-end') as HTMLInputElement;
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(end, '2099-01-01');
      end.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'One answer needs another look' })).toContainText(
      'At most 365 days from the start',
    );
    expect(await sandbox.journal('POST', posts)).toEqual([]);
  });

  test('by keyboard alone: Ctrl-Enter sends', async ({ page, sandbox, signIn }) => {
    await signIn('Nils Ekberg', `/access-packages/${await sandbox.packageId(CRM)}/request`);
    // While the page streams in, the field stands in a part that takes no focus yet.
    await expect(page.getByLabel(/Which cost centre pays/)).toBeVisible();
    await page.getByLabel(/Which cost centre pays/).focus();
    await page.keyboard.type('4310-DE');
    // The page's script is there: it has kept what was typed.
    await expect(page.getByText(/Draft saved/)).toBeVisible();
    // Between the two an earlier answer may be offered.
    const ways = page.getByRole('radio');
    const isOnWay = () => ways.evaluateAll((all) => all.some((each) => each === document.activeElement));
    for (let presses = 0; presses < 4 && !(await isOnWay()); presses += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'Update contacts and notes' })).toBeChecked();
    await page.getByLabel(/Business justification/).focus();
    await page.keyboard.type('I look after the Nordic accounts.');
    await page.keyboard.press('Control+Enter');
    await expect(page).toHaveURL(/\/requests\/[^/]+$/);
  });

  test('in Arabic from right to left, questions in the reader’s language', async ({ page, context, sandbox, signIn, baseURL }) => {
    await context.addCookies([{ name: 'locale', value: 'ar', url: baseURL ?? '' }]);
    await signIn('Samir Haddad', `/access-packages/${await sandbox.packageId('Warehouse floor planner')}/request`);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('button', { name: 'إرسال الطلب' })).toBeVisible();
    await expect(page.getByLabel('مبرر العمل')).toBeVisible();
    await expectAccessible(page);
  });

  test('at 390 px, without script: everything can be read', async ({ page, sandbox, signIn, browser }) => {
    const path = `/access-packages/${await sandbox.packageId(CRM)}/request`;
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn('Nils Ekberg', path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await expectAccessible(page);
    const context = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
      baseURL: new URL(page.url()).origin,
    });
    const plain = await context.newPage();
    await plain.goto(path);
    await expect(plain.getByLabel(/Which cost centre pays/)).toBeVisible();
    await expect(plain.getByText('Check before you send')).toBeVisible();
    await context.close();
  });
});
