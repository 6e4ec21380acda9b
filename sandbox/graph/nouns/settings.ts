import { readsTenant, requireRight } from '../access.ts';
import { param } from '../call.ts';
import type { Call, Reply } from '../call.ts';
import { page } from '../odata/page.ts';
import type { Shape } from '../odata/shape.ts';
import { notFound } from '../refusals.ts';
import { collection, EM_CONTEXT, entity, wire } from '../reply.ts';
import type { Route } from '../routing.ts';
import { READ } from '../scopes.ts';
import { organizationShape } from '../shapes/subjects.ts';

const EM = '/identityGovernance/entitlementManagement';

/** Tenant-wide settings and connected organisations (contract §2.2, §4.4). */
export const settingRoutes: readonly Route[] = [
  { method: 'GET', path: `${EM}/settings`, scopes: READ, run: settings },
  { method: 'GET', path: `${EM}/controlConfigurations`, scopes: READ, run: configurations },
  { method: 'GET', path: `${EM}/controlConfigurations/{id}`, scopes: READ, run: configuration },
  { method: 'GET', path: `${EM}/connectedOrganizations`, scopes: READ, run: organizations },
  { method: 'GET', path: `${EM}/connectedOrganizations/{id}`, scopes: READ, run: organization },
];

interface EndUserSettings {
  id: string;
}

/** The sandbox withholds nothing: people's names in suggestions and approvers are shown. */
const END_USER: EndUserSettings = { id: 'endUserSettings' };

const endUserShape: Shape<EndUserSettings> = {
  type: 'endUserSettings',
  typeOf: () => '#microsoft.graph.endUserSettings',
  properties: {
    id: (row) => row.id,
    isEnabled: () => true,
    relatedPeopleInsightLevel: () => 'countAndNames',
    showApproverDetailsToMembers: () => true,
    createdBy: () => null,
    createdDateTime: () => null,
    modifiedBy: () => null,
    modifiedDateTime: () => null,
  },
  relations: {},
};

function settings(call: Call): Reply {
  requireRight(readsTenant(call), 'a tenant-wide reading role is needed.');
  const body = { id: '', durationUntilExternalUserDeletedAfterBlocked: 'P30D', externalUserLifecycleAction: 'blockSignInAndDelete' };
  return wire(call, body, `${EM_CONTEXT}/settings/$entity`);
}

function configurations(call: Call): Reply {
  return collection(call, page(call, [END_USER], endUserShape, call.options), `${EM_CONTEXT}/controlConfigurations`);
}

function configuration(call: Call): Reply {
  if (param(call, 'id').toLowerCase() !== END_USER.id.toLowerCase()) throw notFound(`control configuration ${param(call, 'id')}`);
  return entity(call, END_USER, endUserShape, `${EM_CONTEXT}/controlConfigurations`);
}

function organizations(call: Call): Reply {
  requireRight(readsTenant(call), 'a tenant-wide reading role is needed.');
  const found = page(call, call.tenant.connectedOrganizations, organizationShape, call.options);
  return collection(call, found, `${EM_CONTEXT}/connectedOrganizations`);
}

function organization(call: Call): Reply {
  requireRight(readsTenant(call), 'a tenant-wide reading role is needed.');
  const row = call.tenant.connectedOrganizations.get(param(call, 'id'));
  if (row === undefined) throw notFound(`connected organization ${param(call, 'id')}`);
  return entity(call, row, organizationShape, `${EM_CONTEXT}/connectedOrganizations`);
}
