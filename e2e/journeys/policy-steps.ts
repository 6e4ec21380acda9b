import { expect } from '@playwright/test';
import type { Sandbox } from '../sandbox';

const POLICIES = '/identityGovernance/entitlementManagement/assignmentPolicies';
const WRITE = 'EntitlementManagement.ReadWrite.All';

/** A question as Graph writes it (contract §4.3), as far as a test changes it. */
export type WireQuestion = Record<string, unknown> & { id: string; text: string; choices?: { actualValue: string }[] };

/** An administrator changes what a policy asks, as the contract allows it: the whole policy by PUT (§4.12). */
export async function changeQuestions(
  sandbox: Sandbox,
  packageId: string,
  policyName: string,
  change: (questions: WireQuestion[]) => WireQuestion[],
): Promise<void> {
  const rows = await sandbox.rows(`${POLICIES}?$filter=accessPackage/id eq '${packageId}'&$expand=questions`);
  const policy = rows.find(({ displayName }) => displayName === policyName);
  if (!policy) throw new Error(`No policy is called ${policyName}`);
  // What the answer says of the people is more than a body may say: descriptions and nulls stay out.
  const rest = JSON.parse(JSON.stringify(policy, (key, value) => (key === 'description' || value === null ? undefined : value))) as object;
  const body = { ...rest, accessPackage: { id: packageId }, questions: change(policy.questions as WireQuestion[]) };
  const put = await sandbox.graph('Priya Nair', WRITE, 'PUT', `${POLICIES}/${policy.id}`, body);
  expect(put.status, JSON.stringify(put.body)).toBe(200);
}

/** One more question in words. */
export const oneMore = (text: string): WireQuestion => ({
  '@odata.type': '#microsoft.graph.accessPackageTextInputQuestion',
  id: crypto.randomUUID(),
  sequence: 9,
  text,
  localizations: [],
  isRequired: true,
  isAnswerEditable: true,
  isSingleLineQuestion: true,
  regexPattern: null,
});
