import { anotherContext, expect, expectAccessible, test } from '../fixtures';
import { approve, decideElsewhere, deny, patches, pendingId, POLL, row, stagesOf, TRACK, words } from './approvals-steps';

for (const [size, viewport] of [
  ['wide', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
] as const) {
  test.describe(`Stages of an approval, ${size}`, () => {
    test.use({ viewport });

    test('two stages: answers beside their questions, and the second approver reads the first one’s words', async ({
      page,
      sandbox,
      signIn,
    }) => {
      const id = await pendingId(sandbox, 'Jonas Weber', 'Ana Ruiz');
      await signIn('Jonas Weber', `/approvals/${id}`);
      await expect(page.getByRole('main').getByText('Stage 1 of 2 is yours')).toBeVisible();
      await expect(page.getByRole('main').getByText('Parcel events from Gdańsk arrive late')).toBeVisible();
      await expect(page.getByRole('list', { name: 'What the package contains' }).getByRole('listitem')).not.toHaveCount(0);
      await expect(page.getByRole('term').filter({ hasText: /systems/i })).toBeVisible();
      await expect(page.getByRole('main').getByText('Stage 2 decides. If others share your stage, the first answer counts.')).toBeVisible();
      await words(page).fill('She works on the late parcels.');
      await approve(page).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Stage 2 of 2 decides now' })).toBeVisible();

      const grace = await anotherContext(page, sandbox);
      await signIn('Grace Okafor', `/approvals/${id}`, grace);
      await expect(grace.getByRole('main').getByText('Stage 2 of 2 is yours')).toBeVisible();
      await expect(grace.getByRole('main').getByText('Approved by Jonas Weber')).toBeVisible();
      await expect(grace.getByRole('main').getByText('She works on the late parcels.')).toBeVisible();
      await words(grace).fill('Fine with security.');
      await approve(grace).click();
      await expect(grace.getByRole('heading', { level: 1, name: 'You approved it' })).toBeVisible();
      await grace.context().close();
    });

    test('three stages: the one that is assigned to me and in progress is the one decided', async ({ page, sandbox, signIn }) => {
      const id = await pendingId(sandbox, 'Grace Okafor', 'Mei Lin Chan', 'Secrets vault, operate');
      await signIn('Grace Okafor', `/approvals/${id}`);
      await expect(page.getByRole('main').getByText('Stage 3 of 3 is yours')).toBeVisible();
      await expect(page.getByRole('main').getByText('Approved by Jonas Weber')).toHaveCount(2);
      await words(page).fill('Rotation is due.');
      await approve(page).click();
      await expect(page.getByRole('heading', { level: 1, name: 'You approved it' })).toBeVisible();
      const stages = await stagesOf(sandbox, 'Grace Okafor', id);
      expect(stages.map(({ reviewResult, justification }) => [reviewResult, justification])).toEqual([
        ['Approved', 'Planned.'],
        ['Approved', 'Planned, agents are informed.'],
        ['Approved', 'Rotation is due.'],
      ]);
    });

    test('a denial ends the request', async ({ page, sandbox, signIn }) => {
      const id = await pendingId(sandbox, 'Jonas Weber', 'Karim Aziz');
      await signIn('Jonas Weber', `/approvals/${id}`);
      await words(page).fill('The case is closed.');
      await deny(page).click();
      await expect(page.getByRole('heading', { level: 1, name: 'You denied it' })).toBeVisible();
      const rows = await sandbox.requestsFor(await sandbox.packageId(TRACK), 'Karim Aziz');
      expect(rows.find((request) => request.id === id)?.state).toBe('denied');
      expect((await patches(sandbox)).map(({ body }) => body)).toEqual([{ reviewResult: 'Deny', justification: 'The case is closed.' }]);
      await page.reload();
      await expect(page.getByRole('heading', { level: 1, name: 'You denied it' })).toBeVisible();
    });

    test('two approvers race: one wins, the other is told live and keeps what was typed', async ({ page, sandbox, signIn }) => {
      const id = await pendingId(sandbox, 'Jonas Weber', 'Samir Haddad');
      await signIn('Jonas Weber', `/approvals/${id}`);
      await words(page).fill('I wanted to ask him first.');
      await decideElsewhere(sandbox, 'Mei Lin Chan', id, 'Deny');
      await expect(page.getByRole('heading', { level: 1, name: 'The request was denied' })).toBeVisible({ timeout: 30_000 });
      await expect(page.getByRole('main').getByText(/Denied by Mei Lin Chan/)).toBeVisible();
      await expect(page.getByRole('main').getByText('Seen elsewhere.')).toBeVisible();
      await expect(page.getByRole('main').getByText('I wanted to ask him first.')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Copy it' })).toBeVisible();
      await expect(approve(page)).toHaveCount(0);
      await expectAccessible(page);
      expect((await patches(sandbox)).filter(({ user }) => user.startsWith('jonas'))).toHaveLength(0);
    });

    test('a press that comes too late gets 409: says who was first, keeps the words', async ({ page, sandbox, signIn }) => {
      const id = await pendingId(sandbox, 'Jonas Weber', 'Samir Haddad');
      await page.route(POLL, (route) => route.abort());
      await signIn('Jonas Weber', `/approvals/${id}`);
      await words(page).fill('Agreed, he needs it.');
      await decideElsewhere(sandbox, 'Mei Lin Chan', id, 'Approve');
      await approve(page).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Stage 2 of 2 decides now' })).toBeVisible();
      await expect(page.getByRole('main').getByText(/Approved by Mei Lin Chan/)).toBeVisible();
      await expect(page.getByRole('main').getByText('Agreed, he needs it.')).toBeVisible();
      expect((await patches(sandbox)).map(({ status }) => status)).toEqual([204, 409]);
    });

    test('nobody decides their own request', async ({ page, sandbox, signIn }) => {
      const rows = await sandbox.requestsFor(await sandbox.packageId('Source code, read'), 'Jonas Weber');
      const own = rows.find((request) => request.state === 'pendingApproval')?.id ?? '';
      await signIn('Jonas Weber', `/approvals/${own}`);
      await expect(page.getByRole('heading', { level: 1, name: 'This is your own request' })).toBeVisible();
      await expect(approve(page)).toHaveCount(0);
      await expectAccessible(page);
      await page.getByRole('link', { name: 'Open your request' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Source code, read' })).toBeVisible();
    });

    test('escalation brings it to others, and time ends what nobody answers', async ({ page, sandbox, signIn }) => {
      const id = await pendingId(sandbox, 'Jonas Weber', 'Ana Ruiz');
      await signIn('Ingrid Solberg', '/approvals');
      await expect(row(page, 'Samir Haddad')).toBeVisible();
      await expect(row(page, 'Ana Ruiz')).toHaveCount(0);
      await sandbox.clock({ advance: 'P5D' });
      await page.goto('/approvals');
      await expect(row(page, 'Ana Ruiz')).toContainText('6 days');
      await page.goto(`/approvals/${id}`);
      await expect(page.getByRole('main').getByText('Stage 1 of 2 is yours')).toBeVisible();
      await words(page).fill('Not answered in time.');
      await sandbox.clock({ advance: 'P20D' });
      await approve(page).click();
      await expect(page.getByRole('heading', { level: 1, name: 'It ended without a decision' })).toBeVisible();
      await expect(page.getByRole('main').getByText('Not answered in time.')).toBeVisible();
    });
  });
}
