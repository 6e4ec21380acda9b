import type { Page } from '@playwright/test';
import { expect } from '../fixtures';
import type { Sandbox } from '../sandbox';

export const EM = '/identityGovernance/entitlementManagement';
export const SMALL = 'EntitlementMgmt-SubjectAccess.ReadWrite';
export const WORDS = 'Search what you can ask for';

export const rows = (page: Page, region: string) => page.getByRole('region', { name: region }).getByRole('listitem');
export const waiting = (page: Page) => rows(page, 'Waiting for you');
export const onItsWay = (page: Page) => rows(page, 'On its way');
export const ending = (page: Page) => rows(page, 'What ends in the next 90 days');
export const finding = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** Everything that Home shows of Ana's, whatever Graph calls it: nothing of it may be lost. */
export async function expectWhole(page: Page) {
  await expect(finding(page, 'Two things wait for you, Ana')).toBeVisible();
  await expect(waiting(page)).toHaveCount(2);
  await expect(onItsWay(page)).toHaveCount(3);
  await expect(ending(page)).toHaveCount(5);
}

/** Ana's own request for a package, as an administrator reads it. */
export async function pending(sandbox: Sandbox, name: string): Promise<string> {
  const [found] = (await sandbox.requestsFor(await sandbox.packageId(name), 'Ana Ruiz')).filter(({ state }) => state === 'pendingApproval');
  if (!found) throw new Error(`Nothing is pending for ${name}`);
  return found.id;
}
