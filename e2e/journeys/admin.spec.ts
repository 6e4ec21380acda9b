import { anotherContext, expect, expectAccessible, test } from '../fixtures';
import { CRM, choosePackage, choosePerson, fillDirect, openCrm, rowOf, sentFromHere, table, writes } from './admin-steps';

const EM = '/identityGovernance/entitlementManagement';

test('lists who holds what, page by page, and filters by package, state and person', async ({ page, sandbox, signIn }) => {
  await signIn('Priya Nair', '/admin/assignments');
  await expect(table(page).getByRole('row')).toHaveCount(21);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(table(page).getByRole('row')).toHaveCount(41);
  await expectAccessible(page);

  await page.getByRole('combobox', { name: 'Package' }).fill('CRM, Euro');
  await page.getByRole('option', { name: new RegExp(CRM) }).click();
  await expect(page).toHaveURL(/package=/);
  await page.getByRole('combobox', { name: 'State' }).selectOption('Active');
  await expect(page).toHaveURL(/state=delivered/);
  await expect(rowOf(page, 'Yuki Sato')).toBeVisible();
  await page.getByRole('combobox', { name: 'Person' }).fill('Yuki');
  await page.getByRole('option', { name: /Yuki Sato/ }).click();
  await expect(table(page).getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(table(page).getByRole('row')).toHaveCount(21);
  const lists = await sandbox.journal('GET', /\/assignments\?/);
  expect(lists.every(({ url }) => !/\$(skip|orderby|search)=/.test(decodeURIComponent(url)))).toBe(true);
});

test('says that a page of the list could not be read, and reads it again', async ({ page, sandbox, signIn }) => {
  await signIn('Priya Nair', '/admin/assignments');
  await expect(page.getByRole('navigation', { name: 'Main' }).first().getByRole('link', { name: 'Assignments' })).toBeVisible();
  await page.reload();
  await expect(table(page).getByRole('row')).toHaveCount(21);
  await sandbox.fault({ kind: 'status', status: 503, method: 'GET', path: '/assignments$' });
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'it is not all' })).toBeVisible();
  await sandbox.control('DELETE', 'faults');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(table(page).getByRole('row')).toHaveCount(41);
});

test('assigns, and follows the result until it is true', async ({ page, sandbox, signIn }) => {
  await sandbox.behave({ deliverySeconds: 1 });
  await signIn('Priya Nair', '/admin/assignments');
  await page.getByRole('link', { name: 'Assign' }).last().click();
  await choosePerson(page, 'Nils Ekberg');
  await fillDirect(page);
  await expect(page.getByText('Nothing in the way')).toBeVisible();
  await expect(page.getByText('Nils Ekberg gets CRM, European accounts')).toBeVisible();
  await page.getByLabel(/^Justification/).fill('Covers the Nordics');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Assign' }).click();
  await expect(sentFromHere(page).getByText('Nils Ekberg')).toBeVisible();
  await expect(sentFromHere(page).getByText('Done')).toBeVisible();

  const [write, ...others] = await writes(sandbox, 'adminAdd');
  expect(others).toEqual([]);
  const body = write?.body as { assignment: Record<string, unknown>; answers: { value: string }[]; justification: string };
  expect(Object.keys(body.assignment).sort()).toEqual(['accessPackageId', 'assignmentPolicyId', 'targetId']);
  expect(body.assignment.targetId).toBe(sandbox.person('Nils Ekberg').id);
  expect(body.answers.map(({ value }) => value)).toContain('4310-DE');
  expect(body.justification).toBe('Covers the Nordics');

  const { id } = sandbox.person('Nils Ekberg');
  await page.goto(`/admin/assignments?person=${id}&personName=Nils&state=delivered`);
  await expect(rowOf(page, CRM)).toBeVisible();
});

test('assigns somebody who is not in the directory, by e-mail', async ({ page, sandbox, signIn }) => {
  await signIn('Priya Nair', '/admin/assignments/new');
  await page.getByRole('combobox', { name: /^Who/ }).fill('rita.sousa@portside.example');
  await page.getByRole('option', { name: /rita\.sousa@portside\.example, not in the directory/ }).click();
  await fillDirect(page);
  await page.getByRole('button', { name: 'Assign' }).click();
  await expect(sentFromHere(page).getByText('rita.sousa@portside.example')).toBeVisible();
  const [write] = await writes(sandbox, 'adminAdd');
  expect((write?.body as { assignment: { target: unknown } }).assignment.target).toEqual({ email: 'rita.sousa@portside.example' });
});

test('keeps the form and says what is missing before anything is sent', async ({ page, sandbox, signIn }) => {
  await signIn('Priya Nair', '/admin/assignments/new');
  await page.getByRole('button', { name: 'Assign' }).click();
  await expect(page.getByText('Choose at least one person.')).toBeVisible();
  await choosePerson(page, 'Nils Ekberg');
  await choosePackage(page, CRM);
  await page.getByRole('radio', { name: /Direct, sales support/ }).check();
  await page.getByLabel(/cost centre/i).fill('nonsense');
  await page.getByRole('button', { name: 'Assign' }).click();
  await expect(page.getByLabel(/cost centre/i)).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel(/cost centre/i)).toHaveValue('nonsense');
  expect(await writes(sandbox, 'adminAdd')).toEqual([]);
});

test('tells a refusal in words and leaves the person in the form', async ({ page, sandbox, signIn }) => {
  await signIn('Priya Nair', '/admin/assignments/new');
  await choosePerson(page, 'Dmitri Volkov');
  await fillDirect(page);
  await page.getByRole('button', { name: 'Assign' }).click();
  await expect(sentFromHere(page).getByText('Refused')).toBeVisible();
  await expect(sentFromHere(page).getByText(/Nothing was changed/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take Dmitri Volkov out' })).toBeVisible();
  expect(await writes(sandbox, 'adminAdd')).toHaveLength(1);
});

test('never assigns twice when the answer is lost', async ({ page, sandbox, signIn }) => {
  await sandbox.behave({ deliverySeconds: 1 });
  await signIn('Priya Nair', '/admin/assignments/new');
  await sandbox.fault({ kind: 'lost', method: 'POST', path: '/assignmentRequests$', times: 1 });
  await choosePerson(page, 'Nils Ekberg');
  await fillDirect(page);
  await page.getByRole('button', { name: 'Assign' }).dblclick();
  await expect(sentFromHere(page).getByText('Done')).toBeVisible({ timeout: 45_000 });
  expect(await writes(sandbox, 'adminAdd')).toHaveLength(1);
});

test('shows an approval where the service asks for one', async ({ page, sandbox, signIn }) => {
  await sandbox.behave({ adminAdd: 'asksApproval' });
  await signIn('Priya Nair', '/admin/assignments/new');
  await choosePerson(page, 'Hugo Lindqvist');
  await choosePackage(page, 'Price books, edit');
  await page.getByLabel(/cost centre/i).fill('4310-DE');
  await page.getByRole('button', { name: 'Assign' }).click();
  await expect(sentFromHere(page).getByText('Waiting for approval')).toBeVisible();
});

test('changes an end, on the row', async ({ page, sandbox, signIn }) => {
  await sandbox.behave({ deliverySeconds: 1 });
  await signIn('Priya Nair', '/admin/assignments');
  await openCrm(page, sandbox);
  await page.getByRole('button', { name: /^Yuki Sato/ }).click();
  const inspector = page.getByRole('complementary', { name: 'Details' });
  await expect(inspector.getByRole('heading', { name: 'Yuki Sato' })).toBeFocused();
  await expectAccessible(page);
  await inspector.getByRole('button', { name: 'Change end' }).click();
  await inspector.getByRole('button', { name: 'Save change' }).click();
  await expect(rowOf(page, 'Yuki Sato').getByText('Extended')).toBeVisible();
  const [write] = await writes(sandbox, 'adminUpdate');
  const body = write?.body as { assignment: Record<string, unknown>; schedule: { expiration: { type: string } } };
  expect(Object.keys(body.assignment)).toEqual(['id']);
  expect(body.schedule.expiration.type).toBe('afterDateTime');
});

test('removes, naming person, package and what is lost, and follows it to the end', async ({ page, sandbox, signIn }) => {
  await sandbox.behave({ deliverySeconds: 1 });
  await signIn('Priya Nair', '/admin/assignments');
  await openCrm(page, sandbox);
  await page.getByRole('button', { name: /^Yuki Sato/ }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Remove CRM, European accounts from Yuki Sato?' });
  await expect(dialog.getByRole('listitem').first()).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Remove access' }).click();
  await expect(rowOf(page, 'Yuki Sato').getByText('Removed')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Details' }).getByText('Removed').first()).toBeVisible();
  const [write, ...others] = await writes(sandbox, 'adminRemove');
  expect(others).toEqual([]);
  expect(Object.keys((write?.body as { assignment: object }).assignment)).toEqual(['id']);
  await page.reload();
  await expect(table(page)).toBeVisible();
  await expect(rowOf(page, 'Yuki Sato')).toBeHidden();
});

test('marks what the server does not accept at its field', async ({ page, sandbox, signIn }) => {
  await sandbox.behave({ deliverySeconds: 1 });
  await signIn('Priya Nair', '/admin/assignments/new');
  await choosePerson(page, 'Nils Ekberg');
  await fillDirect(page);
  // The rules moved on while the form was open: what the browser lets through is refused by the server.
  await page.route('**/admin/assignments/new', async (route) => {
    const body = route.request().postData();
    if (route.request().method() === 'POST' && body) await route.continue({ postData: body.replace('4310-DE', 'nonsense') });
    else await route.continue();
  });
  await page.getByRole('button', { name: 'Assign' }).click();
  await expect(page.getByLabel(/cost centre/i)).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel(/cost centre/i)).toBeFocused();
  await expect(sentFromHere(page).getByText('An answer or date was not accepted.')).toBeVisible();
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Assign' }).click();
  await expect(sentFromHere(page).getByText('Done')).toBeVisible();
  expect((await writes(sandbox, 'adminAdd')).filter(({ status }) => status === 201)).toHaveLength(1);
});

test('shows a catalog-scoped administrator theirs, one package at a time', async ({ page, sandbox, signIn }) => {
  await signIn('Tilda Brandt', '/admin/assignments');
  await expect(page.getByRole('heading', { name: 'Choose a package to see who has it' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Package' }).fill('CRM');
  await page.getByRole('option', { name: new RegExp(CRM) }).click();
  await expect(rowOf(page, 'Yuki Sato')).toBeVisible();
  const lists = (await sandbox.journal('GET', /\/assignments\?.*accessPackage/)).filter(({ status }) => status === 200);
  expect(lists.length).toBeGreaterThan(0);
});

test('tells everybody else plainly, and refuses them when called by hand', async ({ page, sandbox, signIn }) => {
  await signIn('Ana Ruiz', '/admin/assignments');
  await expect(page.getByRole('heading', { name: 'This part is for those who administer access' })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/admin/assignments/new');
  await expect(page.getByRole('heading', { name: 'This part is for those who administer access' })).toBeVisible();

  const admin = await anotherContext(page, sandbox);
  await signIn('Priya Nair', '/admin/assignments/new', admin);
  await choosePerson(admin, 'Nils Ekberg');
  await fillDirect(admin);
  const sent = admin.waitForRequest((request) => request.method() === 'POST' && Boolean(request.headers()['next-action']));
  await admin.getByRole('button', { name: 'Assign' }).click();
  const action = await sent;
  await expect(sentFromHere(admin).getByText('Nils Ekberg')).toBeVisible();
  await admin.context().close();

  // The administrator's call, word for word, from another person's session: with the foreign tag, and with their own.
  const before = (await writes(sandbox, 'adminAdd')).length;
  const replay = (body: string) =>
    page.evaluate(
      async ([id, text]) => {
        const answer = await fetch('/admin/assignments/new', {
          method: 'POST',
          headers: { 'next-action': id ?? '', accept: 'text/x-component' },
          body: text,
        });
        return answer.text();
      },
      [action.headers()['next-action'] ?? '', body] as const,
    );
  const body = action.postData() ?? '';
  expect(await replay(body)).toContain('otherViewer');
  const accepted = (await writes(sandbox, 'adminAdd')).filter(({ status }) => status === 201);
  expect(accepted).toHaveLength(before);
  const rows = await page.evaluate(async () => (await fetch('/api/admin/assignments')).json());
  expect(JSON.stringify(rows)).not.toContain('Yuki Sato');
});

test('lets a reader read, and says that they may not remove', async ({ page, sandbox, signIn }) => {
  await signIn('Marek Dvořák', '/admin/assignments');
  await openCrm(page, sandbox);
  await page.getByRole('button', { name: /^Yuki Sato/ }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('button', { name: 'Remove access' }).click();
  await expect(page.getByRole('alertdialog').getByRole('alert')).toContainText('Nothing was changed');
  const { body } = await sandbox.graph(
    'Priya Nair',
    'EntitlementManagement.Read.All',
    'GET',
    `${EM}/assignmentRequests?$filter=state eq 'submitted'`,
  );
  expect(JSON.stringify(body)).not.toContain('adminRemove');
});

test('asks for consent by name where the scope is missing', async ({ page, sandbox, signIn }) => {
  await sandbox.control('POST', 'consent', { scope: 'EntitlementManagement.Read.All', granted: false });
  await signIn('Priya Nair', '/admin/assignments');
  await expect(page.getByText('EntitlementManagement.Read.All').first()).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('opens a row over the list and goes back to it', async ({ page, sandbox, signIn }) => {
    await signIn('Priya Nair', '/admin/assignments');
    await openCrm(page, sandbox);
    await page.getByRole('button', { name: /^Yuki Sato/ }).click();
    await expect(page.getByRole('heading', { name: 'Yuki Sato' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Close details' }).click();
    await expect(rowOf(page, 'Yuki Sato')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });
});
