import { expect, expectAccessible, test } from '../fixtures';
import type { Sandbox } from '../sandbox';

const CRM = 'CRM, European accounts';
const POOL = 'Handheld device pool';
const words = 'First week in the <b>Lyon</b> team, 監査\nasked by Marta';

interface Policy {
  policyId: string;
  policyDisplayName: string;
}

async function policiesOf(sandbox: Sandbox, id: string, name: string): Promise<Policy[]> {
  const path = `/identityGovernance/entitlementManagement/accessPackages/${id}/getApplicablePolicyRequirements`;
  const { body } = await sandbox.graph(name, 'EntitlementMgmt-SubjectAccess.ReadWrite', 'POST', path);
  return (body as { value: Policy[] }).value;
}

const query = (asked: Record<string, string>) => `?${new URLSearchParams(asked).toString()}`;

test.describe('Links', () => {
  test('a justification comes through the sign-in into the form, is marked, bounded, and never replaces what was typed', async ({
    page,
    sandbox,
    signIn,
  }) => {
    const id = await sandbox.packageId(CRM);
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn('Nils Ekberg', `/access-packages/${id}${query({ justification: words })}`, page, 'hand');
    await page.getByRole('link', { name: 'Request access' }).click();
    const why = page.getByLabel(/Business justification/);
    await expect(why).toHaveValue(words);
    await expect(why).toHaveAccessibleDescription(/These words came with the link/);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

    await page.goto(`/access-packages/${id}/request${query({ justification: '監'.repeat(600) })}`);
    await expect(why).toHaveValue('監'.repeat(500));
    await expect(why).toHaveAccessibleDescription(/more than 500 characters; the rest is left out/);

    await page.getByLabel(/Which cost centre pays/).fill('4310-DE');
    await page.getByRole('radio', { name: 'Update contacts and notes' }).check();
    await page.getByRole('checkbox', { name: 'Nordics' }).check();
    await why.fill('My own words.');
    await expect(page.getByText(/Draft saved \d\d:\d\d/)).toBeVisible();
    await expect(async () => {
      await page.goto(`/access-packages/${id}/request${query({ justification: words })}`);
      await expect(why).toHaveValue('My own words.', { timeout: 2_000 });
    }).toPass();
    await expect(why).toHaveAccessibleDescription(/What you had written stays; the link’s were “First week in the <b>Lyon<\/b> team/);
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page).toHaveURL(/\/requests\/[^/]+$/);
    const [made] = await sandbox.journal('POST', /assignmentRequests$/);
    expect((made?.body as { justification: string }).justification).toBe('My own words.');
  });

  test('a policy: taken where it is open, said plainly where it is not, and never another one silently', async ({
    page,
    sandbox,
    signIn,
  }) => {
    const id = await sandbox.packageId(POOL);
    const policies = await policiesOf(sandbox, id, 'Nils Ekberg');
    const policy = (name: string) => policies.find(({ policyDisplayName }) => policyDisplayName === name)?.policyId ?? '';
    await signIn('Nils Ekberg', `/access-packages/${id}/request${query({ policy: sandbox.partition, justification: words })}`);
    await expect(page).toHaveURL((url) => url.pathname === `/access-packages/${id}`);
    await expect(page.getByText('The link names a way to ask that is not open to you, or is gone. These are open to you.')).toBeVisible();
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole('radio', { name: /For a season/ }).check();
    await page.getByRole('button', { name: 'Request access' }).click();
    await expect(page.getByLabel(/Business justification/)).toHaveValue(words);

    await page.goto(`/access-packages/${id}${query({ policy: policy('For a shift').toUpperCase(), justification: words })}`);
    await expect(page.getByRole('radio', { name: /For a shift.*Named by the link/ })).toBeChecked();
    await page.getByRole('button', { name: 'Request access' }).click();
    await expect(page.getByText('The link brought words for a justification. This policy asks for none')).toBeVisible();
    await expect(page.getByRole('complementary')).toContainText('For a shift');

    // One way only: the other one that the link names is not taken for it.
    await page.goto(`/access-packages/${await sandbox.packageId('Tender library')}/request${query({ policy: policy('For a season') })}`);
    await expect(page.getByText('or is gone. This one is open to you.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Send request' })).toHaveCount(0);
    expect(await sandbox.journal('POST', /assignmentRequests$/)).toEqual([]);
  });

  test('each package’s link is copied from its row and from its page, with a thumb too', async ({ page, context, sandbox, signIn }) => {
    const id = await sandbox.packageId('Tender library');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await signIn('Ana Ruiz', '/access-packages');
    const row = page.getByRole('listitem').filter({ hasText: 'Tender library' });
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await row.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Link copied' })).toBeAttached();
    expect(await copied()).toBe(new URL(`/access-packages/${id}`, page.url()).href);
    await page.setViewportSize({ width: 390, height: 844 });
    const button = row.getByRole('button', { name: 'Copy link' });
    await expect(button).toHaveAccessibleDescription('Tender library');
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.goto(`/access-packages/${id}`);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    expect(await copied()).toBe(page.url());
  });
});
