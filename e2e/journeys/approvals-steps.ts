import type { Page } from '@playwright/test';
import { expect } from '../fixtures';
import type { Sandbox } from '../sandbox';

export const EM = '/identityGovernance/entitlementManagement';
export const SMALL = 'EntitlementMgmt-SubjectAccess.ReadWrite';
export const WRITE = 'EntitlementManagement.ReadWrite.All';
export const TRACK = 'Track and trace, production logs';

interface Pending {
  id: string;
  accessPackage: { displayName: string };
  requestor: { displayName: string };
}

/** Id of the request that waits for somebody's decision. */
export async function pendingId(sandbox: Sandbox, approver: string, who: string, what = TRACK): Promise<string> {
  const path = `${EM}/assignmentRequests/filterByCurrentUser(on='approver')?$expand=accessPackage,requestor&$top=200`;
  const { body } = await sandbox.graph(approver, SMALL, 'GET', path);
  const found = (body as { value: Pending[] }).value.find(
    (row) => row.requestor.displayName === who && row.accessPackage.displayName === what,
  );
  if (!found) throw new Error(`Nothing of ${who} waits for ${approver}`);
  return found.id;
}

interface Stage {
  id: string;
  status: string;
  assignedToMe: boolean;
  reviewResult: string;
  justification: string | null;
}

export async function stagesOf(sandbox: Sandbox, as: string, id: string): Promise<Stage[]> {
  const { body } = await sandbox.graph(as, WRITE, 'GET', `${EM}/accessPackageAssignmentApprovals/${id}`);
  return (body as { stages: Stage[] }).stages;
}

/** Another approver's decision, made elsewhere. */
export async function decideElsewhere(sandbox: Sandbox, as: string, id: string, reviewResult: 'Approve' | 'Deny') {
  const stage = (await stagesOf(sandbox, as, id)).find(({ status, assignedToMe }) => assignedToMe && status === 'InProgress');
  const path = `${EM}/accessPackageAssignmentApprovals/${id}/stages/${stage?.id}`;
  const { status } = await sandbox.graph(as, WRITE, 'PATCH', path, { reviewResult, justification: 'Seen elsewhere.' });
  expect(status).toBe(204);
}

export const row = (page: Page, name: string) =>
  page
    .getByRole('list', { name: /Requests that wait for you/ })
    .getByRole('listitem')
    .filter({ hasText: name });
export const words = (page: Page) => page.getByRole('textbox', { name: /^Your words/ });
export const approve = (page: Page) => page.getByRole('button', { name: 'Approve', exact: true });
export const deny = (page: Page) => page.getByRole('button', { name: 'Deny', exact: true });
/** Decisions that reached Graph, each call as it came. */
export const patches = (sandbox: Sandbox) => sandbox.journal('PATCH', /\/stages\//);
/** The bar in which a decision waits, with its undo. */
export const bar = (page: Page) => page.getByRole('region', { name: 'Not sent yet', exact: true });
/** What asks whether an open request has moved. */
export const POLL = /\/api\/approvals\/[0-9a-f]{8}-[^/]+$/;

/** So many requests more that wait for Jonas, asked for by an administrator for generated people. */
export async function fillQueue(sandbox: Sandbox, count: number) {
  await sandbox.behave({ adminAdd: 'asksApproval' });
  const [found] = await sandbox.rows(`${EM}/accessPackages?$filter=displayName eq 'Route engine, read metrics'&$expand=assignmentPolicies`);
  const [policy] = found?.assignmentPolicies as { id: string }[];
  const people = sandbox.people.filter(({ about }) => about === 'Generated').slice(0, count);
  for (const { id: targetId } of people) {
    const assignment = { targetId, assignmentPolicyId: policy?.id, accessPackageId: found?.id };
    const body = { requestType: 'adminAdd', assignment, justification: 'Season' };
    const { status } = await sandbox.graph('Priya Nair', WRITE, 'POST', `${EM}/assignmentRequests`, body);
    expect(status).toBe(201);
  }
}

/** The next visit reads what the last one left behind, at once instead of after some seconds, and drops it: there is nothing to say. */
export async function expectNothingUnsent(page: Page) {
  const readNow = () =>
    page.evaluate(() => {
      const places = Object.keys(localStorage).filter((key) => key.startsWith('latchkey.decisions'));
      for (const place of places) {
        const kept = JSON.parse(localStorage.getItem(place) ?? '[]') as object[];
        localStorage.setItem(place, JSON.stringify(kept.map((note) => ({ ...note, diesAt: 0 }))));
      }
      window.dispatchEvent(new Event('online'));
      return places;
    });
  // What is said stays noted until it is read; only what needs no word is dropped by the page itself.
  await expect.poll(readNow).toEqual([]);
  await expect(page.getByText('of your last visit', { exact: false })).toHaveCount(0);
}
