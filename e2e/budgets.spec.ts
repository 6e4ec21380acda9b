import { gzipSync } from 'node:zlib';
import { expect, test } from './fixtures';
import type { JournalCall, Sandbox } from './sandbox';

const KB = 1024;

/** First-load JavaScript of a page, gzipped, as the HTML names it. */
const SIZES = [
  { name: 'home', path: () => '/', most: 175 * KB },
  { name: 'available', path: () => '/access-packages', most: 175 * KB },
  { name: 'package', path: (id: string) => `/access-packages/${id}`, most: 175 * KB },
  { name: 'request form', path: (id: string) => `/access-packages/${id}/request`, most: 200 * KB },
  // The same page as that of the tray.
  { name: 'for others', path: (id: string) => `/access-packages/${id}/for-others`, most: 200 * KB },
  { name: 'requests', path: () => '/requests', most: 175 * KB },
  { name: 'requests for others', path: () => '/requests/for-others', most: 175 * KB },
  { name: 'team', path: () => '/team', most: 175 * KB },
  { name: 'my access', path: () => '/assignments', most: 175 * KB },
  { name: 'approvals', path: () => '/approvals', most: 175 * KB },
];
const ADMIN_SIZES = [
  { name: 'assignments', path: '/admin/assignments', most: 250 * KB },
  { name: 'assign', path: '/admin/assignments/new', most: 250 * KB },
];

async function firstLoad(html: string, read: (path: string) => Promise<Buffer>): Promise<number> {
  // Browsers that know modules, all that the portal supports, leave `nomodule` scripts alone.
  const tags = [...html.matchAll(/<script[^>]+src="([^"]+\.js[^"]*)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag));
  const scripts = [...new Set(tags.map(([, src]) => src ?? ''))];
  expect(scripts.length).toBeGreaterThan(2);
  const sizes = await Promise.all(scripts.map(async (src) => gzipSync(await read(src), { level: 9 }).length));
  return sizes.reduce((sum, size) => sum + size, 0);
}

test('first-load JavaScript stays within each employee page’s budget', async ({ page, sandbox, signIn }) => {
  const id = await sandbox.packageId('CRM, European accounts');
  await signIn('Ana Ruiz', '/requests');
  const read = async (path: string) => (await page.request.get(path)).body();
  for (const { name, path, most } of SIZES) {
    const size = await firstLoad(await (await page.request.get(path(id))).text(), read);
    test.info().annotations.push({ type: 'size', description: `${name}: ${(size / KB).toFixed(1)} KB of ${most / KB}` });
    expect.soft(size, `${name}: ${size} bytes`).toBeLessThanOrEqual(most);
  }
});

test('first-load JavaScript of the administrator’s tables stays within budget', async ({ page, sandbox, signIn }) => {
  expect(sandbox.partition).toBeTruthy();
  await signIn('Priya Nair', '/requests');
  const read = async (path: string) => (await page.request.get(path)).body();
  for (const { name, path, most } of ADMIN_SIZES) {
    const size = await firstLoad(await (await page.request.get(path)).text(), read);
    test.info().annotations.push({ type: 'size', description: `${name}: ${(size / KB).toFixed(1)} KB of ${most / KB}` });
    expect.soft(size, `${name}: ${size} bytes`).toBeLessThanOrEqual(most);
  }
});

/** Waits until what earlier pages had asked for has been answered: a second without another call. */
async function quiet(sandbox: Sandbox) {
  let before = -1;
  const settled = async () => {
    const now = (await sandbox.journal()).length;
    const same = now === before;
    before = now;
    return same;
  };
  await expect.poll(settled, { intervals: [1_000] }).toBe(true);
}

/** Longest chain of calls of which each began after the one before had ended. */
function depth(calls: readonly JournalCall[]): number {
  const spans = calls
    .filter(({ batch }) => batch === null)
    .map(({ at, durationMs }) => ({ start: Date.parse(at), end: Date.parse(at) + durationMs }))
    .sort((a, b) => a.start - b.start);
  const depths: number[] = [];
  spans.forEach((span, index) => {
    const before = spans.slice(0, index).map((earlier, at) => (earlier.end <= span.start ? (depths[at] ?? 0) : 0));
    depths.push(1 + Math.max(0, ...before));
  });
  return Math.max(0, ...depths);
}

const isWalk = ({ url }: JournalCall) => decodeURIComponent(url).includes("/accessPackages/filterByCurrentUser(on='allowedRequestor')");

async function oldestApproval(_id: string, sandbox: Sandbox): Promise<string> {
  const path = "/identityGovernance/entitlementManagement/assignmentRequests/filterByCurrentUser(on='approver')";
  const { body } = await sandbox.graph('Jonas Weber', 'EntitlementMgmt-SubjectAccess.ReadWrite', 'GET', path);
  return `/approvals/${(body as { value: { id: string }[] }).value[0]?.id}`;
}

/** Sequential Graph round trips to the whole HTML of a page; on a package the walk for its name streams in and is not counted. */
const DEPTHS: {
  name: string;
  path: (id: string, sandbox: Sandbox) => string | Promise<string>;
  person?: string;
  most: number;
  calls: number;
  counted?: (call: JournalCall) => boolean;
}[] = [
  { name: 'home', path: () => '/', most: 1, calls: 6 },
  { name: 'package', path: (id) => `/access-packages/${id}`, most: 1, calls: 8, counted: (call) => !isWalk(call) },
  { name: 'requests', path: () => '/requests', most: 1, calls: 4 },
  { name: 'requests for others', path: () => '/requests/for-others', person: 'Léa Moreau', most: 1, calls: 3 },
  { name: 'team', path: () => '/team', person: 'Léa Moreau', most: 1, calls: 3 },
  {
    name: 'for others',
    path: (id) => `/access-packages/${id}/for-others`,
    person: 'Léa Moreau',
    most: 1,
    calls: 6,
    counted: (call) => !isWalk(call),
  },
  { name: 'my access', path: () => '/assignments', most: 1, calls: 4 },
  { name: 'approvals', path: () => '/approvals', person: 'Jonas Weber', most: 1, calls: 1 },
  // The request and its approval, then what is inside, what is asked, what the person holds and until when to decide.
  { name: 'approval', path: oldestApproval, person: 'Jonas Weber', most: 2, calls: 6 },
  { name: 'request form', path: (id) => `/access-packages/${id}/request`, most: 2, calls: 8, counted: (call) => !isWalk(call) },
  { name: 'assignments', path: () => '/admin/assignments', person: 'Priya Nair', most: 1, calls: 6 },
];

for (const { name, path, person = 'Ana Ruiz', most, calls: budget, counted = () => true } of DEPTHS) {
  test(`${name} needs at most ${most} Graph round trip in sequence, and asks nothing twice`, async ({ page, sandbox, signIn }) => {
    const id = await sandbox.packageId('Trade fair calendar');
    await signIn(person, '/sign-in?returnTo=/requests');
    // Once without counting, so that tokens for the scope are there.
    const address = await path(id, sandbox);
    await page.request.get(address);
    await page.goto('about:blank');
    await quiet(sandbox);
    await sandbox.behave({ latencyMs: 200, pageSize: 200 });
    await sandbox.control('DELETE', 'journal');
    const html = await page.request.get(address);
    expect(html.status()).toBe(200);
    const own = sandbox.person(person);
    const calls = (await sandbox.journal()).filter(({ user }) => user === own.userPrincipalName || user === own.id).filter(counted);
    expect(calls.length).toBeGreaterThan(0);
    expect(
      depth(calls),
      calls.map(({ method, url, at, durationMs }) => `${method} ${url} ${at} +${durationMs}`).join('\n'),
    ).toBeLessThanOrEqual(most);
    expect(calls.filter(({ batch }) => batch === null).length).toBeLessThanOrEqual(budget);
    const reads = calls.filter(({ method }) => method === 'GET').map(({ url }) => url);
    expect(new Set(reads).size).toBe(reads.length);
  });
}
