import { expect, expectAccessible, test } from '../fixtures';
import { EM, SMALL, WRITE } from './approvals-steps';
import { ask, DASHBOARDS } from './for-others-steps';

test.describe('What I asked for others', () => {
  test('what I asked for others: a list that moves, two names on every page, cancelled and asked again', async ({
    page,
    sandbox,
    signIn,
  }) => {
    test.setTimeout(120_000);
    await sandbox.behave({ deliverySeconds: 0, pageSize: 2 });
    const lea = 'Léa Moreau';
    const forThem = (name: string) => ({
      targetId: undefined,
      target: { objectId: sandbox.person(name).id, displayName: name, subjectType: 'user' },
    });
    await ask(sandbox, lea, DASHBOARDS, forThem('Nadia Benali'));
    await ask(sandbox, lea, DASHBOARDS, forThem('Hugo Lindqvist'));
    await sandbox.fault({ kind: 'status', status: 503, path: "/assignmentRequests/filterByCurrentUser\\(on='createdBy'\\)" });
    await signIn(lea, '/requests');
    await page.getByRole('link', { name: 'For others' }).click();
    await expect(page.getByText('What you asked for others could not be loaded')).toBeVisible();
    await sandbox.control('DELETE', 'faults');
    // A later page fails: a gap with a way to read on, never a silent end.
    await page.route('**/api/requests/for-others?next=*', (route) => route.abort());
    await page.reload();
    await expect(page.getByText('The list is not whole.')).toBeVisible();
    await page.unroute('**/api/requests/for-others?next=*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText(/All read at/)).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: '2 requests for others are on their way' })).toBeVisible();
    const asked = page.getByRole('region', { name: 'Requests for others' }).getByRole('listitem');
    // Two of today, and one that the seed tells of; what is mine is not among them.
    await expect(asked).toHaveCount(3);
    await expect(asked.filter({ hasText: 'Nadia Benali' })).toContainText('You asked for Nadia Benali. Waiting since today');
    await expect(asked.filter({ hasText: 'Ana Ruiz' })).toContainText('They have it');
    await expectAccessible(page);
    await page.getByRole('searchbox').fill('nadia');
    await expect(asked).toHaveCount(1);
    await page.getByRole('searchbox').fill('');
    const path = `${EM}/assignmentRequests/filterByCurrentUser(on='approver')?$expand=assignment($expand=target)&$top=200`;
    const waiting = (await sandbox.graph('Pieter de Vries', SMALL, 'GET', path)).body as {
      value: { id: string; assignment: { target: { displayName: string } } | null }[];
    };
    const hugo = waiting.value.find(({ assignment }) => assignment?.target.displayName === 'Hugo Lindqvist')?.id ?? '';
    const approval = (await sandbox.graph('Pieter de Vries', WRITE, 'GET', `${EM}/accessPackageAssignmentApprovals/${hugo}`)).body;
    const [stage] = (approval as { stages: { id: string }[] }).stages;
    await sandbox.graph('Pieter de Vries', WRITE, 'PATCH', `${EM}/accessPackageAssignmentApprovals/${hugo}/stages/${stage?.id}`, {
      reviewResult: 'Approve',
      justification: 'Fine.',
    });
    await expect(asked.filter({ hasText: 'Hugo Lindqvist' })).toContainText('They have it', { timeout: 30_000 });

    await asked.filter({ hasText: 'Nadia Benali' }).getByRole('link').click();
    await expect(page.getByText('Asked by Léa Moreau for Nadia Benali')).toBeVisible();
    await expect(page.getByText('You sent the request for Nadia Benali')).toBeVisible();
    await expect(page.getByText('Nothing is asked of you or of Nadia Benali.')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Cancel request' }).first().click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel request' }).click();
    await expect(page.getByText('nothing Nadia Benali already had has changed')).toBeVisible();
    await page.getByRole('button', { name: 'Ask again' }).first().click();
    await expect(page.getByText('For Nadia Benali.')).toBeVisible();
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'One request sent' })).toBeVisible();
    // They themselves see who asked.
    await page.context().clearCookies();
    await page.context().addCookies([{ name: 'sandbox-partition', value: sandbox.partition, url: process.env.E2E_SANDBOX ?? '' }]);
    await signIn('Nadia Benali', '/requests');
    await expect(page.getByText('Léa Moreau asked for you.').first()).toBeVisible();
  });
});
