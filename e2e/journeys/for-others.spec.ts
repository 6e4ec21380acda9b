import { expect, expectAccessible, test } from '../fixtures';
import { ask, choose, CRM, DASHBOARDS, open, pick, posts, results, team, TEAM, tick, TRAVEL, type Body } from './for-others-steps';

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
    await pick(page, 'Hugo Martens', 'Nils Ekberg');
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
    // Sent once more, only what was not taken goes out.
    await page.getByRole('textbox', { name: /Which cost centre/ }).fill('4120-FR');
    await page.getByRole('button', { name: 'Send 2 requests' }).click();
    await expect
      .poll(async () => (await sandbox.journal('POST', posts)).map(({ status }) => status))
      .toEqual([201, 201, 403, 403, 403, 403]);
    await expect(page.getByRole('heading', { name: '2 requests sent, 2 not' })).toBeFocused();
  });

  test('myself in the list, asked for before, held, gone, and a refusal nobody knows: each told, the way on beside it', async ({
    page,
    sandbox,
    signIn,
  }) => {
    test.setTimeout(120_000);
    const lea = 'Léa Moreau';
    await ask(sandbox, lea, DASHBOARDS);
    const target = { objectId: sandbox.person('Bastien Roux').id, displayName: 'Bastien Roux', subjectType: 'user' };
    await ask(sandbox, lea, DASHBOARDS, { targetId: undefined, target });
    await signIn(lea, '/requests');
    await open(page, sandbox, DASHBOARDS);
    await tick(page, lea);
    await tick(page, ...TEAM);
    // My own is on its way: it is left out, for the others it is asked.
    const left = page.getByRole('list', { name: 'One package is left out' }).getByRole('listitem');
    await expect(left).toContainText('You have already asked for it. For the others it is asked for below.');
    await expect(left.getByRole('link', { name: 'Follow' })).toBeVisible();
    for (const [status, code] of [
      [400, 'ExistingGrant'],
      [400, 'NobodyKnowsThis'],
      [404, 'ResourceNotFound'],
    ])
      await sandbox.fault({ kind: 'status', status, code, method: 'POST', path: '/assignmentRequests$', times: 1 });
    await page.getByRole('button', { name: 'Send 4 requests' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing was sent', exact: true })).toBeFocused({ timeout: 40_000 });
    const row = (name: string) => results(page).filter({ hasText: `For ${name}` });
    await expect(row('Nadia Benali')).toContainText('Nadia Benali already has it.');
    await expect(row('Hugo Lindqvist')).toContainText('Microsoft refused it.');
    await expect(row('Henrik Dahl')).toContainText('The package or its policy is gone.');
    await expect(row('Bastien Roux')).toContainText('It is already asked for, for Bastien Roux.');
    await expectAccessible(page);
    await row('Bastien Roux').getByRole('link', { name: 'See the request' }).click();
    await expect(page.getByRole('heading', { level: 1, name: DASHBOARDS })).toBeVisible();
    await expect(page.getByText('Asked by Léa Moreau for Bastien Roux')).toBeVisible();
  });

  test('throttled, lost and signed out on the way: each is sent once, and only what was not taken goes out again', async ({
    page,
    context,
    sandbox,
    signIn,
  }) => {
    test.setTimeout(150_000);
    await signIn('Léa Moreau', '/requests');
    await open(page, sandbox, DASHBOARDS);
    await tick(page, ...TEAM);
    await expect(page.getByText(/Draft saved/)).toBeVisible();
    await page.reload();
    await expect(page.getByText('For Nadia Benali, Hugo Lindqvist, Henrik Dahl and Bastien Roux.')).toBeVisible();
    // The first answer is lost, the second request throttled.
    await sandbox.fault({ kind: 'lost', method: 'POST', path: '/assignmentRequests$', times: 1 });
    await sandbox.fault({ kind: 'throttle', method: 'POST', path: '/assignmentRequests$', retryAfter: 5, times: 1 });
    await page.getByRole('button', { name: 'Send 4 requests' }).click();
    await expect(page.getByRole('heading', { name: 'One request sent, 3 not' })).toBeFocused({ timeout: 40_000 });
    await expect(results(page).filter({ hasText: 'Hugo Lindqvist' })).toContainText('Not sent');
    const send = page.getByRole('button', { name: 'Send 3 requests' });
    await expect(send).toHaveAttribute('aria-disabled', 'true');
    await expect(page.getByText(/You can try again at \d\d:\d\d/).first()).toBeVisible();
    await expect(send).not.toHaveAttribute('aria-disabled', 'true');
    // The session ends before the rest: it comes back, and goes on by itself.
    await context.clearCookies({ name: /^(?!sandbox-).*session/ });
    await send.click();
    await expect(page.getByRole('heading', { level: 1, name: '4 requests sent' })).toBeVisible({ timeout: 40_000 });
    const made = await sandbox.journal('POST', posts);
    const targets = made.filter(({ status }) => status !== 429).map(({ body }) => (body as Body).assignment.target?.displayName);
    expect(targets).toEqual(TEAM);
  });

  test('the team that failed is read again; somebody whom a policy names asks for anybody of the directory', async ({
    page,
    sandbox,
    signIn,
  }) => {
    await sandbox.fault({ kind: 'status', status: 503, path: '/me/directReports' });
    await signIn('Léa Moreau', '/requests');
    await open(page, sandbox, DASHBOARDS);
    await expect(page.getByText('Who reports to you could not be read')).toBeVisible();
    await sandbox.control('DELETE', 'faults');
    await page.getByRole('button', { name: 'Try again' }).click();
    await tick(page, 'Nadia Benali');
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'One request sent' })).toBeVisible();
    // Somebody whom a policy names may ask for anybody of the directory; nobody reports to them.
    await page.context().clearCookies();
    await page.context().addCookies([{ name: 'sandbox-partition', value: sandbox.partition, url: process.env.E2E_SANDBOX ?? '' }]);
    await signIn('Astrid Holm', '/requests');
    await open(page, sandbox, 'Budget planner');
    await expect(page.getByRole('checkbox', { name: 'Astrid Holm (you)' })).toBeVisible();
    await pick(page, 'Nils Ekberg');
    await page.getByRole('textbox', { name: /Which cost centre/ }).fill('4310-DE');
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'One request sent' })).toBeVisible();
    const made = await sandbox.journal('POST', posts);
    expect(made.map(({ status }) => status)).toEqual([201, 201]);
  });
});
