import type { Page } from '@playwright/test';
import { expect } from '../fixtures';
import type { Sandbox } from '../sandbox';
import { EM, SMALL } from './approvals-steps';

export const posts = /assignmentRequests$/;
export const CRM = 'CRM, European accounts';
export const DASHBOARDS = 'Warehouse dashboards';
export const TRAVEL = 'Travel booking, Asia';
export const TEAM = ['Nadia Benali', 'Hugo Lindqvist', 'Henrik Dahl', 'Bastien Roux'];

export interface Body {
  requestType: string;
  justification?: string;
  answers?: { value: string }[];
  assignment: { accessPackageId: string; assignmentPolicyId: string; target?: Record<string, string>; targetId?: string };
}

export const results = (page: Page) => page.getByRole('list', { name: /request.* sent|Nothing was sent/ }).getByRole('listitem');
export const team = (page: Page) => page.getByRole('group', { name: 'You and your team' });

export async function choose(page: Page, ...names: string[]) {
  const list = page.getByRole('list', { name: 'Access packages you can ask for' });
  for (const name of names) {
    const row = list.getByRole('listitem').filter({ hasText: name });
    await row.getByRole('button', { name: 'Choose' }).click();
    await expect(row.getByRole('button', { name: 'Chosen' })).toBeVisible();
  }
  await page.getByRole('link', { name: 'Answer and send together' }).click();
}

/** Opens the page that asks for one package and others. */
export async function open(page: Page, sandbox: Sandbox, name: string) {
  await page.goto(`/access-packages/${await sandbox.packageId(name)}/for-others`);
  await expect(page.getByRole('heading', { level: 1, name: 'for somebody else' })).toBeVisible();
}

export async function pick(page: Page, ...names: string[]) {
  const anybody = page.getByRole('combobox', { name: 'Anybody in the directory' });
  for (const name of names) {
    await anybody.click();
    await anybody.pressSequentially(name);
    await page.getByRole('option', { name: new RegExp(name) }).click();
  }
}

/** A request made elsewhere. */
export async function ask(sandbox: Sandbox, who: string, name: string, more: object = {}) {
  const id = await sandbox.packageId(name);
  const rules = await sandbox.graph(who, SMALL, 'POST', `${EM}/accessPackages/${id}/getApplicablePolicyRequirements`);
  const [policy] = (rules.body as { value: { policyId: string }[] }).value;
  const assignment = { targetId: sandbox.person(who).id, assignmentPolicyId: policy?.policyId, accessPackageId: id, ...more };
  const made = await sandbox.graph(who, SMALL, 'POST', `${EM}/assignmentRequests`, { requestType: 'userAdd', assignment });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
}

export const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

export async function tick(page: Page, ...names: string[]) {
  for (const name of names) await team(page).getByRole('checkbox', { name }).check();
}
