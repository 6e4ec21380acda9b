import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures';
import { changeQuestions } from './policy-steps';

const EM = '/identityGovernance/entitlementManagement';
const SMALL = 'EntitlementMgmt-SubjectAccess.ReadWrite';
const CRM = 'CRM, European accounts';
const costCentre = (page: Page) => page.getByLabel(/Which cost centre pays/);
const use = (page: Page, answer: string) => page.getByRole('button', { name: `Use “${answer}”` });

test.describe('Answers offered again', () => {
  test('from my own request for another package and from my draft; never what my manager wrote for me', async ({
    page,
    sandbox,
    signIn,
  }) => {
    const id = await sandbox.packageId(CRM);
    const rules = await sandbox.graph('Karin Vogt', SMALL, 'POST', `${EM}/accessPackages/${id}/getApplicablePolicyRequirements`);
    const [policy] = (rules.body as { value: { policyId: string; questions: { id: string; '@odata.type': string }[] }[] }).value;
    const answers = ['9999-XX', 'quote'].map((value, at) => ({
      '@odata.type': '#microsoft.graph.accessPackageAnswerString',
      value,
      answeredQuestion: { '@odata.type': policy?.questions[at]?.['@odata.type'], id: policy?.questions[at]?.id },
    }));
    const target = { targetId: sandbox.person('Nils Ekberg').id, assignmentPolicyId: policy?.policyId, accessPackageId: id };
    const hers = await sandbox.graph('Karin Vogt', SMALL, 'POST', `${EM}/assignmentRequests`, {
      requestType: 'userAdd',
      justification: 'Karin wrote this.',
      answers,
      assignment: target,
    });
    expect(hers.status, JSON.stringify(hers.body)).toBe(201);
    await sandbox.graph('Karin Vogt', SMALL, 'POST', `${EM}/assignmentRequests/${(hers.body as { id: string }).id}/cancel`);

    await signIn('Nils Ekberg', `/access-packages/${await sandbox.packageId('Price books, edit')}/request`);
    await costCentre(page).fill('4310-DE');
    await expect(page.getByText(/Draft saved/)).toBeVisible();
    await page.goto(`/access-packages/${id}/request`);
    await expect(use(page, '4120-EU')).toHaveAccessibleDescription(/^From your request for CRM, American accounts of \d+ \w+/);
    await expect(use(page, '4310-DE')).toHaveAccessibleDescription('From your draft for Price books, edit');
    await expect(use(page, 'Update contacts and notes')).toBeVisible();
    await expect(page.getByText('9999-XX')).toHaveCount(0);
    await expect(page.getByText('Karin wrote this.')).toHaveCount(0);
    await expect(use(page, 'Prepare quotes (needs the quoting course first)')).toHaveCount(0);
    await expectAccessible(page);

    await use(page, '4120-EU').press('Enter');
    await expect(costCentre(page)).toHaveValue('4120-EU');
    await expect(costCentre(page)).toBeFocused();
    await expect(page.getByText(/^From your request for CRM, American accounts of \d+ \w+/).first()).toBeVisible();
    await expect(use(page, '4120-EU')).toHaveCount(0);
    // Whose words they are is kept with them, until they are changed.
    await expect(page.getByText(/Draft saved/)).toBeVisible();
    await page.reload();
    await expect(costCentre(page)).toHaveValue('4120-EU');
    await expect(use(page, '4120-EU')).toHaveCount(0);
    await costCentre(page).fill('4120-E');
    await expect(use(page, '4120-EU')).toBeVisible();

    // What she wrote for him is not his to ask again with either.
    await page.goto(`/requests/${(hers.body as { id: string }).id}`);
    await page.getByRole('button', { name: 'Ask again' }).click();
    await expect(costCentre(page)).toHaveValue('4120-E');
    await expect(page.getByText('Karin wrote this.')).toHaveCount(0);
  });

  test('a denied request asked again on a phone: its words stand there, marked; what fits no more is said', async ({
    page,
    sandbox,
    signIn,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const id = await sandbox.packageId('Payroll reports, read only');
    await changeQuestions(sandbox, id, 'Employees', (asked) =>
      asked.map((each) => ({ ...each, choices: each.choices?.filter(({ actualValue }) => actualValue !== 'hours') ?? [] })),
    );
    await signIn('Ana Ruiz', '/');
    await page.getByRole('link', { name: 'What now with Payroll reports, read only' }).click();
    await page.getByRole('button', { name: 'Ask again' }).click();
    const why = page.getByLabel(/Business justification/);
    await expect(why).toHaveValue('I check the freight bonus against the hours of the Lyon team.');
    await expect(page.getByText(/^From your request of \d+ \w+/)).toBeVisible();
    const news = page.getByRole('status').filter({ hasText: 'Not everything you wrote then fits any more' });
    await expect(news.getByRole('listitem')).toHaveText('“Hours and bonuses, monthly” can no longer be chosen for “Which reports?”.');
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole('radio', { name: 'Headcount, quarterly' }).check();
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page).toHaveURL(/\/requests\/[^/]+$/);
  });
});
