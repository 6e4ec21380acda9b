import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import type { Sandbox } from './sandbox';

/** What the real service may do differently without saying so (contract §1.5, §4.3, §4.6, §7): the main journey holds under each. */
const VARIANTS: { name: string; behaviour: Record<string, unknown> }[] = [
  { name: 'as documented', behaviour: {} },
  { name: 'beta-shaped questions', behaviour: { questions: 'beta' } },
  { name: 'legacy answers', behaviour: { answers: 'legacy' } },
  { name: 'empty pages between full ones', behaviour: { emptyPages: true, pageSize: 7 } },
  { name: '$expand ignored', behaviour: { expandOnFunctions: 'ignored' } },
  { name: '$expand refused', behaviour: { expandOnFunctions: '400' } },
  { name: 'lists that lag', behaviour: { listLagSeconds: 5 } },
  { name: 'a cloud without contents', behaviour: { cloud: 'usgov' } },
];

for (const { name, behaviour } of VARIANTS) {
  test(`find, answer three questions, justify, request, follow: ${name}`, async ({ page, sandbox, signIn }) => {
    await sandbox.behave(behaviour);
    await signIn('Nils Ekberg', '/access-packages');
    // Until the page's script is there nothing is heard of what is typed.
    await expect(async () => {
      await page.getByRole('searchbox').first().fill('CRM Europ');
      await expect(page.getByText(/\d found/).first()).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await page.getByRole('list', { name: 'Access packages you can ask for' }).getByRole('link', { name: 'CRM, European accounts' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'CRM, European accounts' })).toBeVisible();
    await page.getByRole('link', { name: 'Request access' }).click();
    await page.getByLabel(/Which cost centre/).fill('4310-DE');
    await page.getByRole('radio', { name: 'Update contacts and notes' }).check();
    await page.getByRole('checkbox', { name: 'Nordics' }).check();
    await page.getByRole('checkbox', { name: 'DACH' }).check();
    await page.getByLabel(/Business justification/).fill('I look after the Nordic accounts.');
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page).toHaveURL(/\/requests\/[^/]+$/);
    await expect(page.getByRole('main')).toContainText(/Sent|Waiting for approval/);

    const id = await sandbox.packageId('CRM, European accounts');
    const words = async () => (await sandbox.requestsFor(id, 'Nils Ekberg')).map(({ justification }) => justification);
    await expect.poll(words).toEqual(['I look after the Nordic accounts.']);
    await page.goto('/requests');
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
    await page.goto('/assignments');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
}

const EM = '/identityGovernance/entitlementManagement';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Ana's request for a package, newest first. */
async function requestId(sandbox: Sandbox, name: string): Promise<string> {
  const rows = await sandbox.requestsFor(await sandbox.packageId(name), 'Ana Ruiz');
  return rows.toSorted((one, other) => String(other.createdDateTime).localeCompare(String(one.createdDateTime)))[0]?.id ?? '';
}

async function cancel(page: Page) {
  await page.getByRole('button', { name: 'Cancel request' }).first().click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel request' }).click();
  await expect(page.getByText('Nothing was set up, and nothing you already had has changed.')).toBeVisible();
}

async function giveBack(page: Page) {
  await page.getByRole('button', { name: 'Give it back' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Give it back' }).click();
  await expect(page.getByText(/is being given back/)).toBeVisible();
}

test('home, my access, update, give back, ask anew, requests, cancel: beta questions, legacy answers, empty pages', async ({
  page,
  sandbox,
  signIn,
}) => {
  test.setTimeout(120_000);
  const track = await requestId(sandbox, 'Track and trace, production logs');
  await sandbox.behave({ questions: 'beta', answers: 'legacy', emptyPages: true, pageSize: 4, deliverySeconds: 1 });
  await signIn('Ana Ruiz', '/');
  await expect(page.getByRole('heading', { level: 1, name: 'Two things wait for you, Ana' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'On its way' }).getByRole('listitem')).toHaveCount(3);

  await page.getByRole('link', { name: 'Extend Quarter close workspace' }).click();
  await page.getByRole('textbox', { name: /What do you do in the close/ }).fill('I check the freight accruals and the rebates.');
  await page.getByRole('textbox', { name: /Say in a sentence why/ }).fill('The close goes on until spring.');
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Quarter close workspace' })).toBeVisible();
  await expect(page.getByRole('complementary')).toContainText('I check the freight accruals and the rebates.');

  await page.goto('/assignments');
  await expect(page.getByRole('link', { name: 'Active 9' })).toBeVisible();
  await button(page, 'Supplier portal').click();
  await giveBack(page);
  await page.goto('/assignments?show=ended');
  await button(page, 'Contract archive').click();
  await page.getByRole('button', { name: 'Ask again' }).click();
  await page.getByLabel(/Business justification/).fill('For the tender.');
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Contract archive' })).toBeVisible();

  await page.goto('/requests');
  await expect(page.getByText(/All read at/)).toBeVisible();
  await page.getByRole('link', { name: 'Track and trace, production logs', exact: true }).click();
  await expect(page).toHaveURL(`/requests/${track}`);
  await expect(page.getByRole('complementary')).toContainText('Parcel events from Gdańsk arrive late');
  await cancel(page);
  const kinds = (await sandbox.journal('POST', /assignmentRequests$/)).map(({ body }) => (body as { requestType: string }).requestType);
  expect(kinds).toEqual(['userUpdate', 'userRemove', 'userAdd']);
});

for (const expandOnFunctions of ['ignored', '400']) {
  test(`home, my access, update, give back, requests, cancel: $expand ${expandOnFunctions}`, async ({ page, sandbox, signIn }) => {
    test.setTimeout(120_000);
    const track = await requestId(sandbox, 'Track and trace, production logs');
    const [crm] = await sandbox.rows(
      `${EM}/assignments?$filter=target/objectId eq '${sandbox.person('Ana Ruiz').id}' and accessPackage/id eq '${await sandbox.packageId('Quarter close workspace')}'`,
    );
    await signIn('Ana Ruiz', '/requests');
    const all = await page.getByRole('link', { name: /^All \d/ }).innerText();
    await sandbox.behave({ expandOnFunctions, emptyPages: true, pageSize: 5, deliverySeconds: 1 });
    await page.goto('/');
    await expect(page.getByRole('region', { name: 'On its way' }).getByRole('listitem')).toHaveCount(3);

    await page.goto('/assignments');
    const rows = page.getByRole('button', { name: 'An access package' });
    await expect(rows).toHaveCount(9);
    await rows.nth(2).click();
    await giveBack(page);
    expect(await sandbox.journal('POST', /assignmentRequests$/)).toHaveLength(1);
    await page.goto(`/assignments/${crm?.id}/update`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(
      page
        .getByRole('link', { name: /My Access/ })
        .or(page.getByText(/in My Access/))
        .first(),
    ).toBeVisible();

    await page.goto('/requests');
    await expect(page.getByText(/All read at/)).toBeVisible();
    const now = Number(all.replace(/\D/g, '')) + 1;
    await expect(page.getByRole('link', { name: `All ${now}` })).toBeVisible();
    await expect(page.getByRole('main').getByRole('listitem').getByRole('link', { name: 'An access package' }).first()).toBeVisible();
    await page.goto(`/requests/${track}`);
    await cancel(page);
  });
}
