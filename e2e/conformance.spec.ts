import { expect, test } from './fixtures';

const EM = '/identityGovernance/entitlementManagement';

/** The calls of the contract that an employee's screens may make, least scope S or User.Read. */
const EMPLOYEE = [
  /^GET \/me$/,
  new RegExp(`^GET ${EM}/accessPackages/filterByCurrentUser\\(on='allowedRequestor'\\)$`),
  new RegExp(`^POST ${EM}/accessPackages/[^/]+/getApplicablePolicyRequirements$`),
  new RegExp(`^GET ${EM}/availableAccessPackages/[^/]+/resourceRoleScopes$`),
  new RegExp(`^GET ${EM}/assignmentRequests/filterByCurrentUser\\(on='(target|createdBy)'\\)$`),
  new RegExp(`^GET ${EM}/assignments/filterByCurrentUser\\(on='target'\\)$`),
  new RegExp(`^POST ${EM}/assignmentRequests$`),
  new RegExp(`^POST ${EM}/assignmentRequests/[^/]+/cancel$`),
  /^POST \/\$batch$/,
];

test('an employee’s whole walk calls only what the contract allows, with the small scope and a fresh id each', async ({
  page,
  sandbox,
  signIn,
}) => {
  await sandbox.behave({ scopes: 'exact', deliverySeconds: 1 });
  await signIn('Ana Ruiz', '/');
  for (const path of ['/access-packages', '/requests', '/assignments']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  const id = await sandbox.packageId('Trade fair calendar');
  await sandbox.control('DELETE', 'journal');
  await page.goto(`/access-packages/${id}`);
  await page.getByRole('link', { name: 'Request access' }).click();
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page).toHaveURL(/\/requests\/[^/]+$/);

  const calls = (await sandbox.journal()).filter(
    ({ user }) => user === sandbox.person('Ana Ruiz').userPrincipalName || user === sandbox.person('Ana Ruiz').id,
  );
  expect(calls.length).toBeGreaterThan(3);
  for (const call of calls) {
    const path = decodeURIComponent(call.url.split('?')[0] ?? '').replace(/^.*\/v1\.0/, '');
    expect(
      EMPLOYEE.some((known) => known.test(`${call.method} ${path}`)),
      `${call.method} ${path}`,
    ).toBe(true);
    expect(
      call.scopes.some((scope) => scope.startsWith('EntitlementManagement.')),
      `${path} asked for ${call.scopes.join(' ')}`,
    ).toBe(false);
  }
  const outer = calls.filter(({ batch }) => batch === null);
  const ids = outer.map(({ clientRequestId }) => clientRequestId);
  expect(ids.every((each) => each && /^[0-9a-f-]{36}$/i.test(each))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);

  const [write, ...others] = calls.filter(({ method, url }) => method === 'POST' && /\/assignmentRequests$/.test(url.split('?')[0] ?? ''));
  expect(others).toEqual([]);
  const body = write?.body as Record<string, unknown>;
  expect(body.requestType).toBe('userAdd');
  expect(Object.keys(body).every((key) => ['requestType', 'assignment', 'justification', 'answers', 'schedule'].includes(key))).toBe(true);
  expect(Object.keys(body.assignment as object).sort()).toEqual(['accessPackageId', 'assignmentPolicyId', 'targetId']);
});
