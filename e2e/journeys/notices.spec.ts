import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures';
import type { Sandbox } from '../sandbox';

const EM = '/identityGovernance/entitlementManagement';
const SMALL = 'EntitlementMgmt-SubjectAccess.ReadWrite';
const HIDDEN_LOOK_MS = 5 * 60_000;

interface Shown {
  title: string;
  body: string;
}

/** The browser's own notices, written down instead of shown; the answer to its question is `permission`. */
async function writeDown(page: Page, permission: 'granted' | 'denied'): Promise<{ shown: Shown[]; asked: () => number }> {
  const shown: Shown[] = [];
  let asked = 0;
  const context = page.context();
  await context.exposeFunction('__noticeShown', (notice: Shown) => shown.push(notice));
  await context.exposeFunction('__noticeAsked', () => (asked += 1));
  await context.addInitScript((answer) => {
    const tell = window as unknown as { __noticeShown: (notice: object) => void; __noticeAsked: () => void };
    const place = 'test-notice-permission';
    class Written {
      onclick: (() => void) | null = null;
      constructor(title: string, { body }: { body: string }) {
        tell.__noticeShown({ title, body });
      }
      static get permission() {
        return localStorage.getItem(place) ?? 'default';
      }
      static async requestPermission() {
        localStorage.setItem(place, answer);
        tell.__noticeAsked();
        return answer;
      }
      close() {}
    }
    Object.defineProperty(window, 'Notification', { configurable: true, value: Written });
  }, permission);
  return { shown, asked: () => asked };
}

async function cancel(sandbox: Sandbox, name: string) {
  const rows = await sandbox.requestsFor(await sandbox.packageId(name), 'Ana Ruiz');
  const open = rows.find(({ state }) => state === 'pendingApproval' || state === 'scheduled');
  const { status } = await sandbox.graph('Ana Ruiz', SMALL, 'POST', `${EM}/assignmentRequests/${open?.id}/cancel`);
  expect(status).toBeLessThan(300);
}

const hide = (page: Page, hidden: boolean) =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

const looks = async (sandbox: Sandbox) => (await sandbox.journal('GET', /assignmentRequests\/filterByCurrentUser.*target/)).length;

test.describe('Notices', () => {
  test('asked for on the press only; one notice for all tabs, seldom looked for while hidden, nothing written in it', async ({
    page,
    sandbox,
    signIn,
  }) => {
    test.setTimeout(90_000);
    const { shown, asked } = await writeDown(page, 'granted');
    await page.clock.install();
    await signIn('Ana Ruiz', '/requests');
    await expect(page.getByText('A notice of your browser can tell you')).toBeVisible();
    await expectAccessible(page);
    expect(asked()).toBe(0);
    await page.getByRole('button', { name: 'Notify me of changes' }).click();
    await expect(page.getByText('A notice tells you when a request moves')).toBeVisible();
    await expectAccessible(page);
    expect(asked()).toBe(1);
    expect(shown).toEqual([{ title: 'Notices are on', body: 'This is how you hear of a request that moves.' }]);

    // The list has been seen since; a second tab, on a page that looks at nothing by itself.
    await page.reload();
    await expect(page.getByText('A notice tells you when a request moves')).toBeVisible();
    const other = await page.context().newPage();
    await other.clock.install();
    await other.goto('/access-packages');
    await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
    await hide(page, true);
    await hide(other, true);
    await page.clock.runFor(2_000);
    const before = await looks(sandbox);
    await cancel(sandbox, 'Track and trace, production logs');
    await page.clock.runFor(HIDDEN_LOOK_MS - 90_000);
    expect(await looks(sandbox)).toBe(before);
    await page.clock.runFor(150_000);
    await other.clock.runFor(HIDDEN_LOOK_MS + 60_000);
    await expect.poll(() => shown.length).toBe(2);
    expect(shown[1]).toEqual({ title: 'Track and trace, production logs', body: 'Now: Cancelled' });
    expect(await looks(sandbox)).toBeLessThanOrEqual(before + 3);
    expect(JSON.stringify(shown)).not.toContain('Gdańsk');

    // In sight: the page's own looks tell it, once.
    await other.close();
    await hide(page, false);
    await page.clock.runFor(10_000);
    await cancel(sandbox, 'Quality lab bookings');
    await page.clock.runFor(70_000);
    await expect.poll(() => shown.length).toBe(3);
    expect(shown[2]).toEqual({ title: 'Quality lab bookings', body: 'Now: Cancelled' });
    await page.getByRole('button', { name: 'Stop notices' }).click();
    await expect(page.getByRole('button', { name: 'Notify me of changes' })).toBeVisible();
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('Quality lab');
  });

  test('what I cancel here is no news; a browser that blocks notices is told apart, on a phone too', async ({ page, sandbox, signIn }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const { shown } = await writeDown(page, 'denied');
    await page.clock.install();
    await signIn('Ana Ruiz', '/requests');
    await page.getByRole('button', { name: 'Notify me of changes' }).click();
    await expect(page.getByText('Your browser blocks notices of this site.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Notify me of changes' })).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectAccessible(page);

    await page.evaluate(() => localStorage.removeItem('test-notice-permission'));
    await page.evaluate((oid) => localStorage.setItem(`latchkey.notices ${oid}`, '{}'), sandbox.person('Ana Ruiz').id);
    await page.evaluate(() => localStorage.setItem('test-notice-permission', 'granted'));
    await page.reload();
    await page.getByRole('link', { name: 'Quality lab bookings' }).click();
    await page.getByRole('button', { name: 'Cancel request' }).last().click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel request' }).click();
    await expect(page.getByText('Nothing was set up, and nothing you already had has changed.')).toBeVisible();
    await page.clock.runFor(130_000);
    expect(shown).toEqual([]);
  });
});
