import type { Page } from '@playwright/test';
import { expect } from '../fixtures';
import type { Sandbox } from '../sandbox';

export const CRM = 'CRM, European accounts';

export const table = (page: Page) => page.getByRole('table', { name: 'Assignments' });
export const rowOf = (page: Page, name: string) => table(page).getByRole('row', { name: new RegExp(name) });
export const sentFromHere = (page: Page) => page.getByRole('region', { name: 'Sent from here' });

/** Writes of this partition that reached Graph, by request type. */
export async function writes(sandbox: Sandbox, requestType: string) {
  const calls = await sandbox.journal('POST', /\/assignmentRequests$/);
  return calls.filter(({ body }) => (body as { requestType?: string } | null)?.requestType === requestType);
}

async function choose(page: Page, field: RegExp, name: string) {
  await page.getByRole('combobox', { name: field }).fill(name);
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click();
}

export const choosePerson = (page: Page, name: string) => choose(page, /^Who/, name);
export const choosePackage = (page: Page, name: string) => choose(page, /^Package/, name);

export async function openCrm(page: Page, sandbox: Sandbox) {
  const id = await sandbox.packageId(CRM);
  await page.goto(`/admin/assignments?package=${id}&packageName=${encodeURIComponent(CRM)}&state=delivered`);
  await expect(table(page)).toBeVisible();
}

export async function fillDirect(page: Page) {
  await choosePackage(page, CRM);
  await page.getByRole('radio', { name: /Direct, sales support/ }).check();
  await page.getByLabel(/cost centre/i).fill('4310-DE');
  await page.getByRole('radio', { name: /Update contacts and notes/ }).check();
}
