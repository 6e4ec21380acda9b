import { expect, expectAccessible, test } from '../fixtures';
import { changeQuestions } from './policy-steps';

test.describe('Update', () => {
  test('extends in two clicks: longest end preselected, only the end is sent', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', '/assignments');
    await page.getByRole('link', { name: 'Extend VPN for travel' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Change VPN for travel' })).toBeVisible();
    await expect(page.getByRole('radio', { name: /^Until .*The longest the policy allows today/ })).toBeChecked();
    await expect(page.getByRole('complementary')).toContainText('Takes effect at once');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page).toHaveURL(/\/requests\//);
    await expect(page.getByRole('heading', { level: 1, name: 'VPN for travel' })).toBeVisible();
    await expect(page.getByText('Extended', { exact: true })).toBeVisible();
    const [write, ...more] = await sandbox.journal('POST', /assignmentRequests$/);
    expect(more).toEqual([]);
    expect(write?.body).toEqual({
      requestType: 'userUpdate',
      assignment: { id: expect.any(String) },
      schedule: {
        startDateTime: null,
        recurrence: null,
        expiration: { type: 'afterDateTime', endDateTime: expect.stringMatching(/Z$/), duration: null },
      },
    });
  });

  test('changes answers only: present ones stand there, the end is left alone', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', '/assignments');
    await page.getByRole('button', { name: 'Quarter close workspace', exact: true }).click();
    await page.getByRole('link', { name: 'Change my answers' }).click();
    await expect(page.getByRole('radio', { name: /^Leave the end as it is/ })).toBeChecked();
    await expect(page.getByRole('button', { name: 'Send request' })).toHaveAttribute('aria-disabled', 'true');
    const answer = page.getByRole('textbox', { name: /What do you do in the close/ });
    await answer.fill('I check the freight accruals and the rebates.');
    await page.getByRole('textbox', { name: /Say in a sentence why/ }).focus();
    await page.keyboard.press('Control+Enter');
    await expect(page).toHaveURL(/\/requests\//);
    const [write] = await sandbox.journal('POST', /assignmentRequests$/);
    expect(write?.body).not.toHaveProperty('schedule');
    expect(write?.body).toMatchObject({ requestType: 'userUpdate', answers: [{ value: 'I check the freight accruals and the rebates.' }] });
    await expect(page.getByText('Waiting for approval').first()).toBeVisible();
  });

  test('says what is asked otherwise since the present answers were given', async ({ page, sandbox, signIn }) => {
    const id = await sandbox.packageId('CRM, European accounts');
    await changeQuestions(sandbox, id, 'Employees', ([costs, ...others]) => [
      ...(costs ? [{ ...costs, regexPattern: '[A-Z]{2}-[0-9]{4}' }] : []),
      ...others,
    ]);
    const { id: target } = sandbox.person('noa.levi@tidewater.example');
    const filter = `accessPackage/id eq '${id}' and target/objectId eq '${target}'`;
    const [held] = await sandbox.rows(`/identityGovernance/entitlementManagement/assignments?$filter=${filter}`);
    await signIn('noa.levi@tidewater.example', `/assignments/${held?.id}/update`);
    await expect(page.getByRole('status').filter({ hasText: 'Not everything you wrote then fits any more' })).toContainText(
      '“Which cost centre pays for the licence?” wants its answer in another form now. What you wrote is still there.',
    );
    await expect(page.getByRole('textbox', { name: /Which cost centre pays/ })).toHaveValue('4120-EU');
    await expectAccessible(page);
  });

  test('keeps what was typed over a reload', async ({ page, signIn }) => {
    await signIn('Ana Ruiz', '/assignments');
    await page.getByRole('link', { name: 'Extend Quarter close workspace' }).click();
    await page.getByRole('textbox', { name: /Say in a sentence why/ }).fill('The close goes on until spring.');
    await expect(page.getByText('What you typed is saved')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('textbox', { name: /Say in a sentence why/ })).toHaveValue('The close goes on until spring.');
  });

  test('a day beyond the bound is explained at the field, with the focus on the summary', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', '/assignments');
    await page.getByRole('link', { name: 'Extend VPN for travel' }).click();
    await page.getByRole('radio', { name: 'Until another day' }).check();
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'One answer needs another look' })).toBeFocused();
    await expect(page.getByText('Write a whole date.')).toBeVisible();
    await expectAccessible(page);
    expect(await sandbox.journal('POST', /assignmentRequests$/)).toHaveLength(0);
  });

  test('a refused update says so, keeps the form and offers to ask anew', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', '/assignments');
    await page.getByRole('link', { name: 'Extend VPN for travel' }).click();
    await sandbox.fault({ kind: 'status', status: 403, code: 'PermissionDenied', method: 'POST', path: '/assignmentRequests$', times: 1 });
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page.getByRole('heading', { name: 'Microsoft refused the change' })).toBeVisible();
    await expect(page.getByRole('radio', { name: /^Until .*The longest/ })).toBeChecked();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'See the ways to ask' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'VPN for travel' })).toBeVisible();
  });

  test('an answer lost on the way makes one request', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', '/assignments');
    await page.getByRole('link', { name: 'Extend VPN for travel' }).click();
    await sandbox.fault({ kind: 'lost', method: 'POST', path: '/assignmentRequests$', times: 1 });
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page).toHaveURL(/\/requests\//, { timeout: 50_000 });
    expect(await sandbox.journal('POST', /assignmentRequests$/)).toHaveLength(1);
  });

  test('throttled: the form is kept and the button comes alive at the stated time', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', '/assignments');
    await page.getByRole('link', { name: 'Extend VPN for travel' }).click();
    await sandbox.fault({ kind: 'throttle', method: 'POST', path: '/assignmentRequests$', retryAfter: 4, times: 1 });
    const send = page.getByRole('button', { name: 'Send request' });
    await send.click();
    await expect(page.getByText(/You can try again at \d\d:\d\d/)).toBeVisible();
    await expect(send).toHaveAttribute('aria-disabled', 'true');
    await expect(page.getByRole('radio', { name: /^Until .*The longest/ })).toBeChecked();
    await expect(send).not.toHaveAttribute('aria-disabled', 'true');
    await send.click();
    await expect(page).toHaveURL(/\/requests\//);
  });

  test('says why there is nothing to change', async ({ page, sandbox, signIn }) => {
    const me = sandbox.person('Ana Ruiz');
    const rows = await sandbox.rows(
      `/identityGovernance/entitlementManagement/assignments?$filter=target/objectId eq '${me.id}'&$expand=accessPackage`,
    );
    const of = (name: string) => rows.find((row) => (row.accessPackage as { displayName: string }).displayName === name)?.id;
    await signIn('Ana Ruiz', `/assignments/${of('Lyon office and printers')}/update`);
    await expect(page.getByRole('heading', { level: 1, name: 'Ask for Lyon office and printers anew' })).toBeVisible();
    await expectAccessible(page);
    await page.goto(`/assignments/${of('Contract archive')}/update`);
    await expect(page.getByRole('heading', { level: 1, name: 'Contract archive cannot be changed now' })).toBeVisible();
    await page.goto('/assignments/no-such-assignment/update');
    await expect(page.getByRole('heading', { level: 1, name: 'This access is not here' })).toBeVisible();
  });

  test('fits a phone', async ({ page, signIn }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn('Ana Ruiz', '/assignments');
    await page.getByRole('link', { name: 'Extend Quarter close workspace' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Change Quarter close workspace' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectAccessible(page);
  });
});
