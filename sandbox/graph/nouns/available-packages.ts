import { policiesAdmitting } from '../../engine/policies.ts';
import type { AccessPackage } from '../../tenant/model.ts';
import { param } from '../call.ts';
import type { Call, Reply } from '../call.ts';
import { page } from '../odata/page.ts';
import { notFound } from '../refusals.ts';
import { collection, EM_CONTEXT } from '../reply.ts';
import type { Route } from '../routing.ts';
import { SELF_READ } from '../scopes.ts';
import { roleScopeShape } from '../shapes/resources.ts';

/** What is inside a package, for end users (contract §4.5). */
export const availableRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/identityGovernance/entitlementManagement/availableAccessPackages/{id}/resourceRoleScopes',
    scopes: SELF_READ,
    globalOnly: true,
    run: contents,
  },
];

function contents(call: Call): Reply {
  const id = param(call, 'id');
  const row = call.tenant.packages.get(id);
  if (row === undefined || !isAvailable(call, row)) throw notFound(`available access package ${id}`);
  const found = page(call, row.roleScopes, roleScopeShape, call.options);
  return collection(call, found, `${EM_CONTEXT}/availableAccessPackages('${id}')/resourceRoleScopes`);
}

/** What the caller may request or holds; a role does not widen it. */
function isAvailable(call: Call, row: AccessPackage): boolean {
  const { tenant, caller } = call;
  if (policiesAdmitting(tenant, caller.person, row.id).length > 0) return true;
  return tenant.subjects
    .by('objectId', caller.person.id)
    .some((subject) => tenant.assignments.by('packageId+subjectId', `${row.id}+${subject.id}`).some(({ state }) => state !== 'expired'));
}
