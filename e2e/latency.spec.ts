import { expect, test } from './recorder/fixtures';
import { firstContent, roundTrips } from './recorder/first-content';
import type { Sandbox } from './sandbox';

interface Screen {
  name: string;
  person?: string;
  path: (sandbox: Sandbox) => Promise<string> | string;
  /** What of the screen's own content a person sees first. */
  content: RegExp;
  /** Graph round trips in sequence before it. */
  most: number;
  /** Shows a package's name, which may come later than everything else. */
  named?: true;
}

const held = async (sandbox: Sandbox, name: string) => {
  const target = sandbox.person('Ana Ruiz').id;
  const package_ = await sandbox.packageId(name);
  const [row] = await sandbox.rows(
    `/identityGovernance/entitlementManagement/assignments?$filter=accessPackage/id eq '${package_}' and target/objectId eq '${target}'`,
  );
  return row?.id ?? '';
};
const asked = async (sandbox: Sandbox, name: string) => (await sandbox.requestsFor(await sandbox.packageId(name), 'Ana Ruiz'))[0]?.id ?? '';

const CRM = 'CRM, European accounts';
const SCREENS: Screen[] = [
  { name: 'Home', path: () => '/', content: /Quarter close workspace/, most: 1 },
  { name: 'Available', path: () => '/access-packages', content: /data-row="0"/, most: 1 },
  {
    name: 'Package',
    path: async (sandbox) => `/access-packages/${await sandbox.packageId(CRM)}`,
    content: /Request access/,
    most: 1,
    named: true,
  },
  { name: 'My access', path: () => '/assignments', content: /Quarter close workspace/, most: 1 },
  { name: 'Requests', path: () => '/requests', content: /Track and trace, production logs/, most: 1 },
  {
    name: 'Request status',
    path: async (sandbox) => `/requests/${await asked(sandbox, 'Track and trace, production logs')}`,
    content: /What has happened/,
    most: 2,
  },
  {
    name: 'Request form',
    path: async (sandbox) => `/access-packages/${await sandbox.packageId(CRM)}/request`,
    content: /Which cost centre pays/,
    most: 2,
    named: true,
  },
  {
    name: 'Update',
    path: async (sandbox) => `/assignments/${await held(sandbox, 'Quarter close workspace')}/update`,
    content: /What do you do in the close/,
    most: 2,
  },
  { name: 'Assignments', person: 'Priya Nair', path: () => '/admin/assignments', content: /<td\b/, most: 2 },
  { name: 'Assign', person: 'Priya Nair', path: () => '/admin/assignments/new', content: /role="combobox"/, most: 2 },
];

test('every screen shows its first content after one Graph round trip, or two, with 200 ms each', async ({
  page,
  sandbox,
  traffic,
  portal,
  enter,
}) => {
  test.setTimeout(120_000);
  const addresses = new Map<string, string>();
  for (const { name, path } of SCREENS) addresses.set(name, await path(sandbox));
  await sandbox.behave({ latencyMs: 200 });
  // A package's name may have to be walked for: it streams in later, and nothing else may wait for it (quality: "not counted").
  const walk = { kind: 'slow', method: 'GET', path: '/accessPackages/filterByCurrentUser', delayMs: 4_000 };
  for (const { name, person = 'Ana Ruiz', content, most, named } of SCREENS) {
    await enter(person);
    await sandbox.control('DELETE', 'faults');
    if (named) await sandbox.fault(walk);
    const cookie = (await page.context().cookies(portal.origin)).map((each) => `${each.name}=${each.value}`).join('; ');
    const from = traffic.calls.length;
    const { asked: start, painted, html } = await firstContent(portal.origin + (addresses.get(name) ?? ''), cookie, content);
    const calls = traffic.calls.slice(from);
    const before = roundTrips(calls, painted);
    const lines = calls.map(
      ({ method, url, started, ended }) =>
        `${method} ${decodeURIComponent(url)} ${Math.round(started - start)}–${ended === null ? '' : Math.round(ended - start)}`,
    );
    test.info().annotations.push({
      type: 'latency',
      description: `${name}: ${before} of at most ${most}, painted at ${Math.round(painted - start)} ms`,
    });
    const told = `${name}, painted at ${Math.round(painted - start)} ms:\n${lines.join('\n')}`;
    expect(html).toContain('</html>');
    expect.soft(before, told).toBeGreaterThan(0);
    expect.soft(before, told).toBeLessThanOrEqual(most);
  }
});
