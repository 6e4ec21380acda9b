import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { expect, expectAccessible, test } from '../fixtures';

const unfolded = (text: string) => text.replace(/\r\n[\t ]/g, '');
const textOf = async (download: Download) => unfolded(await readFile(await download.path(), 'utf8'));
const item = (page: Page, name: string) => page.getByRole('listitem').filter({ has: page.getByRole('button', { name, exact: true }) });

/** Follows a link that is a file. */
async function follow(page: Page, press: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return download;
}

test.describe('Ends in a calendar', () => {
  test('all of them, or one; an extension moves the same event', async ({ page, sandbox, signIn }) => {
    await sandbox.behave({ pageSize: 2, emptyPages: true, deliverySeconds: 0 });
    await signIn('Ana Ruiz', '/assignments');
    await expect(page.getByRole('link', { name: 'Active 9' })).toBeVisible();
    const all = await follow(page, () => page.getByRole('link', { name: 'Add all ends to calendar' }).click());
    expect(all.suggestedFilename()).toBe('latchkey-ends.ics');
    const text = await textOf(all);
    expect(text.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThanOrEqual(6);
    expect(text).toContain('SUMMARY:Access ends: Quarter close workspace');
    expect(text).not.toContain('Lyon office and printers');
    expect(text).not.toContain('Contract archive');
    expect(text).not.toContain('I check the freight accruals');
    await expect(page.getByRole('heading', { level: 1, name: 'My access' })).toBeVisible();

    await page.getByRole('button', { name: 'VPN for travel', exact: true }).click();
    const add = item(page, 'VPN for travel').getByRole('link', { name: 'Add to calendar' });
    const before = await textOf(await follow(page, () => add.click()));
    expect(before.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    await item(page, 'VPN for travel').getByRole('link', { name: 'Extend VPN for travel' }).click();
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page.getByText('Extended', { exact: true })).toBeVisible();
    await sandbox.clock({ advance: 'PT5M' });
    await page.goto('/assignments');
    await page.getByRole('button', { name: 'VPN for travel', exact: true }).click();
    const after = await textOf(await follow(page, () => add.click()));
    const value = (calendar: string, name: string) => new RegExp(`^${name}[:;](.*)\\r?$`, 'm').exec(calendar)?.[1] ?? '';
    expect(value(after, 'UID')).toBe(value(before, 'UID'));
    expect(value(after, 'DTSTART') > value(before, 'DTSTART')).toBe(true);
    expect(Number(value(after, 'SEQUENCE'))).toBeGreaterThan(Number(value(before, 'SEQUENCE')));
  });

  test('never a part: refused plainly where a page failed, then made; not for another site, not for a stranger', async ({
    page,
    sandbox,
    signIn,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await sandbox.behave({ pageSize: 3 });
    await signIn('Ana Ruiz', '/assignments');
    await expect(page.getByRole('link', { name: 'Active 9' })).toBeVisible();
    await sandbox.fault({ kind: 'status', status: 503, method: 'GET', path: '/assignments/' });
    await page.getByRole('link', { name: 'Add all ends to calendar' }).click();
    await expect(page).toHaveURL(/calendar=unavailable/);
    await sandbox.control('DELETE', 'faults');
    await page.reload();
    const note = page.getByRole('alert').filter({ hasText: 'The calendar file was not made' });
    await expect(note).toContainText('Not all of your access could be read.');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectAccessible(page);
    const file = await follow(page, () => note.getByRole('link', { name: 'Ask for the file again' }).click());
    expect(await textOf(file)).toContain('END:VCALENDAR');
    await expect(note).toHaveCount(0);

    await page.goto('/api/assignments/calendar?assignment=no-such-assignment');
    await expect(page.getByRole('alert').filter({ hasText: 'There is no end to write down' })).toBeVisible();

    const refused = await page.request.get('/api/assignments/calendar', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(refused.status()).toBe(403);
    await page.context().clearCookies({ domain: 'localhost' });
    const stranger = await page.request.get('/api/assignments/calendar', { maxRedirects: 0 });
    expect([stranger.status(), stranger.headers().location]).toEqual([303, '/sign-in?returnTo=%2Fassignments']);
  });
});
