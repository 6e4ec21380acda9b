import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures';

const posts = /assignmentRequests$/;
const CRM = 'CRM, European accounts';
const DASHBOARDS = 'Warehouse dashboards';
const TRAVEL = 'Travel booking, Asia';
const TEAM = ['Nadia Benali', 'Hugo Lindqvist', 'Henrik Dahl', 'Bastien Roux'];

interface Body {
  requestType: string;
  justification?: string;
  answers?: { value: string }[];
  assignment: { accessPackageId: string; assignmentPolicyId: string; target?: Record<string, string>; targetId?: string };
}

const results = (page: Page) => page.getByRole('list', { name: /request.* sent|Nothing was sent/ }).getByRole('listitem');
const team = (page: Page) => page.getByRole('group', { name: 'You and your team' });

async function choose(page: Page, ...names: string[]) {
  const list = page.getByRole('list', { name: 'Access packages you can ask for' });
  for (const name of names) {
    const row = list.getByRole('listitem').filter({ hasText: name });
    await row.getByRole('button', { name: 'Choose' }).click();
    await expect(row.getByRole('button', { name: 'Chosen' })).toBeVisible();
  }
  await page.getByRole('link', { name: 'Answer and send together' }).click();
}

async function tick(page: Page, ...names: string[]) {
  for (const name of names) await team(page).getByRole('checkbox', { name }).check();
}

test.describe('Asking for others', () => {
  test('a manager asks for three packages for four people: one page, one press, twelve results', async ({ page, sandbox, signIn }) => {
    test.setTimeout(120_000);
    await signIn('Léa Moreau', '/access-packages');
    await choose(page, CRM, DASHBOARDS, TRAVEL);
    await page.getByRole('button', { name: 'Ask for somebody else too' }).click();
    await team(page).getByRole('checkbox', { name: 'Léa Moreau' }).uncheck();
    await tick(page, ...TEAM);
    await expect(page.getByRole('heading', { level: 1, name: 'Ask for 3 packages for 4 people' })).toBeVisible();
    await expect(page.getByText('Asked by Léa Moreau')).toBeVisible();
    await expect(page.getByText('12 requests in all.')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('checkbox', { name: /^Different for each person\s?: Which cost centre/ }).check();
    for (const name of TEAM) {
      const own = page.getByRole('group', { name: `For ${name}` }).getByLabel(/Which cost centre/);
      await own.fill(name === 'Nadia Benali' ? '4120-FR' : '4310-DE');
    }
    await page.getByRole('radio', { name: 'Update contacts and notes' }).check();
    await page.getByLabel('Business justification').fill('They start on Monday.');
    await expect(page.getByText('Everything needed is answered.')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Send 12 requests' }).click();
    // Somebody else has asked for one of them already: one of twelve is refused, and hides nothing of the others.
    await expect(page.getByRole('heading', { name: '11 requests sent, one not' })).toBeFocused({ timeout: 40_000 });
    await expect(results(page)).toHaveCount(12);
    await expect(results(page).filter({ hasText: CRM }).filter({ hasText: 'For Nadia Benali' })).toContainText('Sent');
    const refused = results(page).filter({ hasText: 'Refused' });
    await expect(refused).toContainText('It is already asked for, for Hugo Lindqvist.');
    await expect(page.getByRole('heading', { level: 1, name: 'Ask for one package for one person' })).toBeVisible();
    await expectAccessible(page);
    const bodies = (await sandbox.journal('POST', posts)).map(({ body, status }) => ({ ...(body as Body), status }));
    expect(bodies.filter(({ status }) => status === 201)).toHaveLength(11);
    const crm = await sandbox.packageId(CRM);
    const own = bodies.filter(({ assignment }) => assignment.accessPackageId === crm);
    expect(own.map(({ assignment }) => assignment.target?.objectId)).toEqual(TEAM.map((name) => sandbox.person(name).id));
    expect(own.map(({ answers }) => answers?.[0]?.value)).toEqual(['4120-FR', '4310-DE', '4310-DE', '4310-DE']);
    expect(own.every(({ justification, requestType }) => justification === 'They start on Monday.' && requestType === 'userAdd')).toBe(
      true,
    );
    await refused.getByRole('button', { name: 'Let it go' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '11 requests sent' })).toBeVisible();
    expect(await sandbox.journal('POST', posts)).toHaveLength(12);
    await page.getByRole('link', { name: 'See what you asked for others' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /1[01] requests for others are on their way/ })).toBeVisible();
    await expectAccessible(page);
    // Nothing is chosen any more, and choosing again is another intent.
    await page.goto('/access-packages/together');
    await expect(page.getByRole('heading', { name: 'Nothing is chosen' })).toBeVisible();
  });

  test('one package for people of whom some may not be asked for: each refusal in words, the others sent, none twice', async ({
    page,
    sandbox,
    signIn,
  }) => {
    test.setTimeout(120_000);
    const crm = await sandbox.packageId(CRM);
    await signIn('Léa Moreau', `/access-packages/${crm}`);
    await page.getByRole('link', { name: 'Ask for somebody else' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `Ask for ${CRM} for somebody else` })).toBeVisible();
    await tick(page, 'Nadia Benali', 'Ana Ruiz');
    const anybody = page.getByRole('combobox', { name: 'Anybody in the directory' });
    for (const name of ['Hugo Martens', 'Nils Ekberg']) {
      await anybody.click();
      await anybody.pressSequentially(name);
      await page.getByRole('option', { name: new RegExp(name) }).click();
    }
    await page.getByRole('textbox', { name: /Which cost centre/ }).fill('4310-DE');
    await page.getByRole('radio', { name: 'Read them only' }).check();
    await page.getByLabel('Business justification').fill('Audit week.');
    await page.getByRole('button', { name: 'Send 4 requests' }).click();
    await expect(page.getByRole('heading', { name: '2 requests sent, 2 not' })).toBeFocused({ timeout: 40_000 });
    // A guest whom the policy does not admit, and somebody who reports to another manager: Microsoft does not say why.
    for (const name of ['Hugo Martens', 'Nils Ekberg'])
      await expect(results(page).filter({ hasText: name })).toContainText(`You may not ask for this for ${name}.`);
    await expect(page.getByRole('region', { name: CRM })).toContainText('this person is no longer in the directory');
    await expectAccessible(page);
    await page.screenshot({ path: '/tmp/o4.png', fullPage: true });
    // Sent once more, only what was not taken goes out.
    await page.getByRole('textbox', { name: /Which cost centre/ }).fill('4120-FR');
    await page.getByRole('button', { name: 'Send 2 requests' }).click();
    await expect
      .poll(async () => (await sandbox.journal('POST', posts)).map(({ status }) => status))
      .toEqual([201, 201, 403, 403, 403, 403]);
    await expect(page.getByRole('heading', { name: '2 requests sent, 2 not' })).toBeFocused();
  });
});
