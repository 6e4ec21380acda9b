import type { Page } from '@playwright/test';
import { ADMINISTRATOR, APPROVER, EMPLOYEE, expectContract, SMALL, WRITING } from './recorder/contract';
import { expect, test } from './recorder/fixtures';
import type { RecordedCall } from './recorder/graph-proxy';

const CRM = 'CRM, European accounts';
const isWrite = ({ method, url }: RecordedCall) => method === 'POST' && /\/assignmentRequests$/.test(url);
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** Which of these words stand in some address the portal called. */
const called = (calls: readonly RecordedCall[], words: readonly string[]) =>
  words.filter((word) => calls.some(({ url }) => decodeURIComponent(url).includes(word)));

test('an employee’s screens: only calls, fields and values of the contract, asked with the small scope', async ({
  page,
  sandbox,
  traffic,
  enter,
}) => {
  test.setTimeout(120_000);
  await sandbox.behave({ scopes: 'exact', deliverySeconds: 1, pageSize: 9, emptyPages: true });
  await enter('Ana Ruiz');
  await page.goto('/');
  await expect(heading(page, /, Ana$/)).toBeVisible();
  await page.goto('/access-packages');
  await expect(page.getByText('43 access packages you can ask for.')).toBeVisible();
  await expect(page.getByText('Needs approval').first()).toBeVisible();

  await page.goto(`/access-packages/${await sandbox.packageId(CRM)}`);
  await page.getByRole('link', { name: 'Request access' }).click();
  await page.getByLabel(/Which cost centre pays/).fill('4310-DE');
  await page.getByRole('radio', { name: 'Update contacts and notes' }).check();
  await page.getByRole('checkbox', { name: 'Nordics' }).check();
  await page.getByRole('checkbox', { name: 'DACH' }).check();
  await page.getByLabel(/Business justification/).fill('I look after the Nordic accounts.');
  await page.getByRole('radio', { name: /Dates I choose/ }).check();
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page).toHaveURL(/\/requests\/[^/]+$/);
  await page.getByRole('button', { name: 'Cancel request' }).first().click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel request' }).click();
  await expect(page.getByText('Nothing was set up, and nothing you already had has changed.')).toBeVisible();
  await page.goto('/requests');
  await expect(page.getByText(/All read at/)).toBeVisible();

  await page.goto('/assignments');
  await page.getByRole('button', { name: 'Supplier portal', exact: true }).click();
  await page.getByRole('button', { name: 'Give it back' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Give it back' }).click();
  await expect(page.getByText('Supplier portal is being given back.')).toBeVisible();
  await page.getByRole('link', { name: 'Extend Quarter close workspace' }).click();
  await page.getByRole('textbox', { name: /What do you do in the close/ }).fill('I check the freight accruals and the rebates.');
  await page.getByRole('textbox', { name: /Say in a sentence why/ }).fill('The close goes on until spring.');
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page).toHaveURL(/\/requests\/[^/]+$/);
  await expect(heading(page, 'Quarter close workspace')).toBeVisible();

  const own = traffic.calls.filter(({ claims }) => claims.oid === sandbox.person('Ana Ruiz').id);
  expectContract(own, EMPLOYEE, traffic.links, traffic.origin);
  expect([...new Set(own.map(({ claims }) => claims.scp))].toSorted()).toEqual([SMALL]);
  expect(own.filter(isWrite).map(({ body }) => (body as { requestType: string }).requestType)).toEqual([
    'userAdd',
    'userRemove',
    'userUpdate',
  ]);
  const words = ['allowedRequestor', 'getApplicablePolicyRequirements', 'availableAccessPackages', '$batch', '/cancel', 'skiptoken'];
  expect(called(own, words), 'what the walk is meant to touch').toEqual(words);
});

test('asking for others: the same; people with the scopes for people', async ({ page, sandbox, traffic, enter }) => {
  test.setTimeout(120_000);
  await sandbox.behave({ scopes: 'exact', pageSize: 4, emptyPages: true });
  await enter('Léa Moreau');
  await page.goto('/team');
  await expect(heading(page, '6 people report to you')).toBeVisible();
  await expect(page.getByText('Has 9 packages')).toBeVisible();
  await page.goto(`/access-packages/${await sandbox.packageId('Travel booking, Asia')}/for-others`);
  await page.getByRole('checkbox', { name: 'Nadia Benali' }).check();
  const anybody = page.getByRole('combobox', { name: 'Anybody in the directory' });
  await anybody.click();
  await anybody.pressSequentially('Nils "E\\');
  await expect(page.getByRole('option', { name: /Nils Ekberg/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: 'Japan' }).check();
  await page.getByRole('radio', { name: /Dates I choose/ }).check();
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(heading(page, 'One request sent')).toBeVisible();
  await page.getByRole('link', { name: 'Follow' }).click();
  await page.getByRole('button', { name: 'Cancel request' }).first().click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel request' }).click();
  await expect(page.getByText('nothing Nadia Benali already had has changed')).toBeVisible();
  await page.goto('/requests/for-others');
  await expect(page.getByText(/All read at/)).toBeVisible();

  const own = traffic.calls.filter(({ claims }) => claims.oid === sandbox.person('Léa Moreau').id);
  expectContract(own, EMPLOYEE, traffic.links, traffic.origin);
  expect([...new Set(own.map(({ claims }) => claims.scp))].toSorted()).toEqual([SMALL, 'User.Read', 'User.ReadBasic.All']);
  const [write] = own.filter(isWrite).map(({ body }) => body as { requestType: string; assignment: { target: { objectId: string } } });
  expect(write).toMatchObject({ requestType: 'userAdd', assignment: { target: { objectId: sandbox.person('Nadia Benali').id } } });
  const words = ['/me/directReports', "on='targetManager'", "on='createdBy'", '/users?', '/cancel', 'skiptoken'];
  expect(called(own, words), 'what the walk is meant to touch').toEqual(words);
});

test('an administrator’s screens: the same; the writing scope only to write', async ({ page, sandbox, traffic, enter }) => {
  test.setTimeout(120_000);
  await sandbox.behave({ scopes: 'exact', deliverySeconds: 1 });
  await enter('Priya Nair');
  await page.goto('/admin/assignments');
  const table = page.getByRole('table', { name: 'Assignments' });
  await expect(table.getByRole('row')).toHaveCount(21);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(table.getByRole('row')).toHaveCount(41);
  await page.getByRole('combobox', { name: 'Package' }).fill('CRM, Euro');
  await page.getByRole('option', { name: new RegExp(CRM) }).click();
  await expect(page).toHaveURL(/package=/);
  await page.getByRole('combobox', { name: 'State' }).selectOption('Active');
  await expect(page).toHaveURL(/state=delivered/);
  await expect(table.getByText('Yuki Sato')).toBeVisible();
  await page.getByRole('combobox', { name: 'Person' }).fill('Yuki "S\\');
  await page.getByRole('combobox', { name: 'Person' }).fill('Yuki');
  await page.getByRole('option', { name: /Yuki Sato/ }).click();
  await expect(table.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: /^Yuki Sato/ }).click();
  const inspector = page.getByRole('complementary', { name: 'Details' });
  const own = () => traffic.calls.filter(({ claims }) => claims.oid === sandbox.person('Priya Nair').id);
  expect(own().filter(({ claims }) => claims.scp.includes(WRITING))).toEqual([]);
  await inspector.getByRole('button', { name: 'Change end' }).click();
  await inspector.getByRole('button', { name: 'Save change' }).click();
  await expect(table.getByText('Extended')).toBeVisible();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove access' }).click();
  await expect(table.getByText('Removed')).toBeVisible();

  await page.goto('/admin/assignments/new');
  await page.getByRole('combobox', { name: /^Who/ }).fill('Nils Ekberg');
  await page
    .getByRole('option', { name: /Nils Ekberg/ })
    .first()
    .click();
  await page.getByRole('combobox', { name: /^Package/ }).fill(CRM);
  await page
    .getByRole('option', { name: new RegExp(CRM) })
    .first()
    .click();
  await page.getByRole('radio', { name: /Direct, sales support/ }).check();
  await page.getByLabel(/cost centre/i).fill('4310-DE');
  await page.getByRole('radio', { name: /Update contacts and notes/ }).check();
  await page.getByRole('button', { name: 'Assign' }).click();
  const sent = page.getByRole('region', { name: 'Sent from here' });
  await expect(sent.getByText('Done')).toBeVisible();

  expectContract(own(), [...EMPLOYEE, ...ADMINISTRATOR], traffic.links, traffic.origin);
  expect(
    own()
      .filter(isWrite)
      .map(({ body }) => (body as { requestType: string }).requestType),
  ).toEqual(['adminUpdate', 'adminRemove', 'adminAdd']);
  const words = ['/users?', 'target/objectId eq', "state eq 'delivered'", 'contains(tolower(displayName)', 'assignmentPolicies', '$batch'];
  expect(called(own(), words), 'what the walk is meant to touch').toEqual(words);
});

test('an approver’s screens: the same; the list with the small scope', async ({ page, sandbox, traffic, enter }) => {
  await sandbox.behave({ scopes: 'exact', pageSize: 5 });
  await enter('Jonas Weber');
  await page.goto('/approvals');
  await expect(page.getByText('12 wait for you').first()).toBeVisible();
  const own = () => traffic.calls.filter(({ claims }) => claims.oid === sandbox.person('Jonas Weber').id);
  expect([...new Set(own().map(({ claims }) => claims.scp))]).toEqual([SMALL]);
  await page.getByRole('link', { name: 'Ana Ruiz' }).click();
  await page.getByRole('textbox', { name: /^Your words/ }).fill('She works on it.');
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(heading(page, 'Stage 2 of 2 decides now')).toBeVisible();
  for (const name of ['Aiko Tanaka', 'Diego Fuentes']) await page.getByRole('checkbox', { name: `Select ${name}, Event gateway` }).check();
  await page.getByRole('link', { name: 'Review together' }).click();
  await page.getByRole('textbox', { name: /^Your words to all 2/ }).fill('The drill is planned.');
  await page.getByRole('button', { name: 'Approve 2' }).click();
  await expect(heading(page, '2 of 2 decided')).toBeVisible();
  const together = own().filter(({ url, body }) => url.endsWith('/$batch') && JSON.stringify(body).includes('"PATCH"'));
  expect(together).toHaveLength(1);

  expectContract(own(), [...EMPLOYEE, ...ADMINISTRATOR, ...APPROVER], traffic.links, traffic.origin);
  const decisions = own().filter(({ method }) => method === 'PATCH');
  expect(decisions.map(({ body }) => body)).toEqual([{ reviewResult: 'Approve', justification: 'She works on it.' }]);
});

test('a write whose outcome is unclear goes out once, however the answer got lost', async ({ page, sandbox, traffic, enter, context }) => {
  const FAULTS = [
    { name: 'Tender library', fault: { kind: 'lost' } },
    { name: 'Photo library', fault: { kind: 'truncated' } },
    { name: 'Trade fair calendar', fault: { kind: 'reset' } },
    { name: 'Contract archive', fault: { kind: 'status', status: 503 } },
  ];
  await enter('Nils Ekberg');
  const own = () => traffic.calls.filter(({ claims }) => claims.oid === sandbox.person('Nils Ekberg').id);
  const lookups = (from: number) =>
    own()
      .slice(from)
      .filter(({ method, url }) => method === 'GET' && url.includes('/assignmentRequests/filterByCurrentUser'));
  for (const { name, fault } of FAULTS) {
    const form = await context.newPage();
    await form.goto(`/access-packages/${await sandbox.packageId(name)}/request`);
    await sandbox.fault({ ...fault, method: 'POST', path: '/assignmentRequests$', times: 1 });
    const justification = form.getByLabel(/Business justification/);
    if ((await justification.count()) > 0) await justification.fill('For the tender.');
    const before = own().filter(isWrite).length;
    const from = own().length;
    await form.getByRole('button', { name: 'Send request' }).dblclick();
    await expect.poll(() => own().filter(isWrite).length).toBe(before + 1);
    // It is looked for instead, as often as it takes.
    await expect.poll(() => lookups(from).length, { timeout: 20_000 }).toBeGreaterThan(0);
  }
  // Two of them took effect and are found; for the others the second look comes after ten seconds.
  await expect.poll(() => lookups(0).length, { timeout: 40_000 }).toBeGreaterThan(7);
  const packages = own()
    .filter(isWrite)
    .map(({ body }) => (body as { assignment: { accessPackageId: string } }).assignment.accessPackageId);
  expect(packages).toHaveLength(FAULTS.length);
  expect(new Set(packages).size).toBe(FAULTS.length);
  await page.close();
});
