import type { Page } from '@playwright/test';
import type { Sandbox } from '../sandbox';

export interface Screen {
  name: string;
  path: string;
  /** What is opened before looking. */
  act?: (page: Page) => Promise<unknown>;
}

const EM = '/identityGovernance/entitlementManagement';
const NOBODY = '00000000-0000-4000-8000-000000000000';

async function mine(sandbox: Sandbox, name: string, path: string) {
  const { body } = await sandbox.graph(name, 'EntitlementMgmt-SubjectAccess.ReadWrite', 'GET', `${EM}/${path}`);
  return (body as { value: (Record<string, unknown> & { id: string })[] }).value;
}

const openMenu = (page: Page) => page.locator('button[popovertarget="account-menu"]').filter({ visible: true }).first().click();
/** Opens the command palette and types; `query` finds something of every kind. */
async function openPalette(page: Page, query: string) {
  const lines = page.locator('dialog.palette [role=option]');
  // Until the page's script is there a key is not heard.
  for (let tries = 0; tries < 20 && (await lines.count()) === 0; tries += 1) {
    await page.keyboard.press('ControlOrMeta+k');
    await lines
      .first()
      .waitFor({ timeout: 1_000 })
      .catch(() => undefined);
  }
  await page.locator('dialog.palette input').fill(query);
  await lines.first().waitFor();
}

const inMain = (page: Page, part: string) => page.locator(`main ${part}`).filter({ visible: true });

/** Puts two packages into the tray, unless they are in it from the other width. */
async function chooseTwo(page: Page) {
  const tray = page.locator('.tray').filter({ visible: true });
  const buttons = inMain(page, 'li form button');
  await buttons.first().waitFor();
  if ((await tray.count()) > 0) return;
  await buttons.nth(0).click();
  await buttons.nth(1).click();
  await tray.waitFor();
}

/** Every screen of the portal by who opens it. */
export async function screensOf(sandbox: Sandbox): Promise<Record<string, Screen[]>> {
  const crm = await sandbox.packageId('CRM, European accounts');
  const devices = await sandbox.packageId('Handheld device pool');
  const requests = await mine(sandbox, 'Ana Ruiz', "assignmentRequests/filterByCurrentUser(on='target')");
  const held = await mine(sandbox, 'Ana Ruiz', "assignments/filterByCurrentUser(on='target')");
  const waiting = await mine(sandbox, 'Jonas Weber', "assignmentRequests/filterByCurrentUser(on='approver')");
  const created = (
    await mine(sandbox, 'Léa Moreau', "assignmentRequests/filterByCurrentUser(on='createdBy')?$expand=assignment($expand=target)")
  ).find(({ assignment }) => (assignment as { target?: { displayName: string } } | null)?.target?.displayName === 'Ana Ruiz');
  const states = [...new Set(requests.map(({ state }) => String(state)))];
  const named = `package=${crm}&packageName=${encodeURIComponent('CRM, European accounts')}`;
  return {
    'Ana Ruiz': [
      { name: 'home', path: '/' },
      { name: 'account menu', path: '/', act: openMenu },
      { name: 'palette', path: '/', act: (page) => openPalette(page, '') },
      { name: 'palette with lines', path: '/requests', act: (page) => openPalette(page, 'ware') },
      { name: 'available', path: '/access-packages' },
      { name: 'nothing found', path: '/access-packages?q=zzzzzz' },
      { name: 'package', path: `/access-packages/${devices}` },
      { name: 'package held', path: `/access-packages/${crm}` },
      { name: 'package not for me', path: `/access-packages/${NOBODY}` },
      { name: 'request form', path: `/access-packages/${crm}/request` },
      {
        name: 'request form with faults',
        path: `/access-packages/${crm}/request`,
        act: (page) => inMain(page, 'button[type=submit]').last().click(),
      },
      { name: 'requests', path: '/requests' },
      ...states.map((state) => ({
        name: `request ${state}`,
        path: `/requests/${requests.find((request) => request.state === state)?.id}`,
      })),
      { name: 'request not there', path: `/requests/${NOBODY}` },
      { name: 'my access', path: '/assignments' },
      { name: 'my access open', path: '/assignments', act: (page) => inMain(page, 'summary, [aria-expanded=false]').first().click() },
      ...held
        .filter(({ state }) => state === 'delivered')
        .slice(0, 3)
        .map(({ id }, at) => ({ name: `update ${at}`, path: `/assignments/${id}/update` })),
      { name: 'no approvals', path: '/approvals' },
      { name: 'administration closed', path: '/admin/assignments' },
      { name: 'not found', path: '/nowhere' },
      { name: 'signed out', path: '/signed-out' },
    ],
    'Nils Ekberg': [
      { name: 'tray', path: '/access-packages', act: chooseTwo },
      { name: 'together', path: '/access-packages/together' },
      { name: 'nobody reports', path: '/team' },
      { name: 'nothing for others', path: '/requests/for-others' },
    ],
    'Léa Moreau': [
      { name: 'team', path: '/team', act: (page) => inMain(page, 'summary').first().click() },
      { name: 'for others', path: `/access-packages/${crm}/for-others` },
      { name: 'requests for others', path: '/requests/for-others' },
      { name: 'request for somebody', path: `/requests/${created?.id}` },
    ],
    'Jonas Weber': [
      { name: 'approvals', path: '/approvals' },
      ...waiting.slice(0, 4).map(({ id }, at) => ({ name: `approval ${at}`, path: `/approvals/${id}` })),
      { name: 'decided', path: '/approvals/decided' },
    ],
    'Priya Nair': [
      { name: 'assignments', path: `/admin/assignments?${named}` },
      { name: 'assignments, all', path: '/admin/assignments' },
      {
        name: 'assignment open',
        path: `/admin/assignments?${named}`,
        act: (page) => inMain(page, 'tbody tr button, tbody tr a').first().click(),
      },
      { name: 'assign', path: `/admin/assignments/new?${named}` },
    ],
  };
}
