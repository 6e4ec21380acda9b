import { expect, test } from './fixtures';

/** The base fixture counts uncaught errors: a page that is left must not leave one behind. */
for (const { path, rest } of [
  { path: '/access-packages', rest: '**/api/access-packages?next=*' },
  { path: '/requests', rest: '**/api/requests?next=*' },
  { path: '/assignments', rest: '**/api/assignments?next=*' },
]) {
  test(`${path} can be left while its further rows are on their way`, async ({ page, sandbox, signIn }) => {
    await sandbox.behave({ pageSize: 4 });
    // Never answered.
    await page.route(rest, () => undefined);
    const asked = page.waitForRequest(rest);
    await signIn('Ana Ruiz', path);
    await asked;
    await page.getByRole('navigation', { name: 'Main' }).first().getByRole('link', { name: 'Home' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /, Ana$/ })).toBeVisible();
  });
}
