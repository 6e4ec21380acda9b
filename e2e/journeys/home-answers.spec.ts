import { expect, expectAccessible, test } from '../fixtures';
import { EM, ending, expectWhole, finding, onItsWay, waiting, WORDS } from './home-steps';

test.describe('Home, whatever Graph answers', () => {
  test('a list that fails says so, and the rest stands', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', '/requests');
    await sandbox.fault({ kind: 'status', status: 503, method: 'GET', path: '/assignmentRequests/' });
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Your requests could not be loaded' })).toBeVisible();
    await expect(finding(page, 'At least one thing waits for you, Ana')).toBeVisible();
    await expect(waiting(page)).toHaveCount(1);
    await expect(ending(page)).toHaveCount(5);
    await expect(onItsWay(page)).toHaveCount(0);
    await expectAccessible(page);

    await sandbox.control('DELETE', 'faults');
    await sandbox.fault({ kind: 'html', method: 'GET', path: '/assignments/' });
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Your access could not be loaded' })).toBeVisible();
    await expect(onItsWay(page)).toHaveCount(3);
    await expect(page.getByText('Nothing you have ends in the next 90 days.')).toHaveCount(0);

    // Throttled for longer than a page waits: the part says when, the others stand.
    await sandbox.control('DELETE', 'faults');
    await sandbox.fault({ kind: 'throttle', method: 'GET', path: '/assignments/', retryAfter: 90 });
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Your access could not be loaded' })).toContainText(/Try again at \d\d:\d\d/);
    await expect(onItsWay(page)).toHaveCount(3);
    await sandbox.control('DELETE', 'faults');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expectWhole(page);
  });

  test('both lists fail: one panel, and the search stands', async ({ page, sandbox, signIn }) => {
    await signIn('Ana Ruiz', '/requests');
    await sandbox.fault({ kind: 'status', status: 500, method: 'GET', path: '/filterByCurrentUser' });
    await page.goto('/');
    await expect(page.getByRole('heading', { name: 'Your access and your requests could not be loaded' })).toHaveCount(1);
    await expect(page.getByRole('searchbox', { name: WORDS })).toBeVisible();
    await expectAccessible(page);
  });

  for (const { name, behaviour } of [
    { name: '$expand ignored', behaviour: { expandOnFunctions: 'ignored' } },
    { name: '$expand refused', behaviour: { expandOnFunctions: '400' } },
  ])
    test(`${name}: no row is lost, what the portal remembers has its name`, async ({ page, sandbox, signIn }) => {
      // What is sent here stays on its way: once set up it would hang on the rack too.
      await sandbox.behave({ ...behaviour, deliverySeconds: 600 });
      await signIn('Ana Ruiz', `/access-packages/${await sandbox.packageId('Tender library')}/request`);
      await page.getByRole('button', { name: 'Send request' }).click();
      await expect(page).toHaveURL(/\/requests\/[^/]+$/);
      await page.goto('/');
      await expect(waiting(page)).toHaveCount(2);
      await expect(waiting(page).filter({ hasText: 'An access package' })).toHaveCount(2);
      await expect(ending(page)).toHaveCount(5);
      await expect(page.getByRole('complementary', { name: 'Lately' })).toContainText('You asked for Tender library');
      await expect(onItsWay(page).filter({ hasText: 'An access package' })).toHaveCount(3);
      await expectAccessible(page);
    });

  test('reads on through empty and short pages until everything is told', async ({ page, sandbox, signIn }) => {
    await sandbox.behave({ emptyPages: true, pageSize: 2 });
    await signIn('Ana Ruiz', '/');
    await expectWhole(page);
  });

  test('asks Graph three things, side by side, once', async ({ page, sandbox, signIn }) => {
    await signIn('Nils Ekberg', '/sign-in?returnTo=/assignments');
    await page.goto('about:blank');
    await sandbox.control('DELETE', 'journal');
    expect((await page.request.get('/')).status()).toBe(200);
    const asked = (await sandbox.journal()).map(
      ({ method, url }) => `${method} ${decodeURIComponent(url).replace(/^.*\/v1\.0|\?.*$/g, '')}`,
    );
    expect(asked.toSorted()).toEqual([
      `GET ${EM}/assignmentRequests/filterByCurrentUser(on='approver')`,
      `GET ${EM}/assignmentRequests/filterByCurrentUser(on='target')`,
      `GET ${EM}/assignments/filterByCurrentUser(on='target')`,
    ]);
  });
});
