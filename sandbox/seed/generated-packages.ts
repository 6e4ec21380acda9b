import type { AccessPackage, ApprovalSettings, Catalog, Policy, RequestorSettings, Resource, RoleScope } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { GENERATED_PLACES, GENERATED_SYSTEMS, packageName } from './generated-names.ts';
import { DAY } from './instants.ts';
import { personId } from './people.ts';
import { toQuestions } from './questions.ts';

const SELF_SERVICE: RequestorSettings = {
  enableTargetsToSelfAddAccess: true,
  enableTargetsToSelfUpdateAccess: true,
  enableTargetsToSelfRemoveAccess: true,
  allowCustomAssignmentSchedule: true,
  enableOnBehalfRequestorsToAddAccess: false,
  enableOnBehalfRequestorsToUpdateAccess: false,
  enableOnBehalfRequestorsToRemoveAccess: false,
  onBehalfRequestors: [],
};
const ASKS_NOBODY: ApprovalSettings = {
  isApprovalRequiredForAdd: false,
  isApprovalRequiredForUpdate: false,
  isRequestorJustificationRequired: false,
  stages: [],
};
const DURATIONS = ['P30D', 'P90D', 'P180D', 'P365D'];

/** A package with the policy that its assignments come by. */
export interface GeneratedPackage {
  packageId: string;
  policyId: string;
}

/** What generated packages share, so that 20,000 of them stay small. */
interface Shared {
  resources: Map<string, Resource>;
  approved: ApprovalSettings;
  now: number;
}

/** Puts `count` packages that every member may ask for, one policy each, a third of them with approval; a catalog for each place. Returns them in order. */
export function generatePackages(tenant: Tenant, count: number): GeneratedPackage[] {
  const catalogs = Math.min(GENERATED_PLACES.length, Math.ceil(count / GENERATED_SYSTEMS.length));
  const shared: Shared = { resources: new Map(), approved: managerApproval(tenant), now: tenant.now() };
  for (const place of GENERATED_PLACES.slice(0, catalogs)) generateCatalog(tenant, place, shared);
  return Array.from({ length: count }, (_, index) => {
    const row = tenant.packages.put(toPackage(tenant, index, shared));
    return { packageId: row.id, policyId: tenant.policies.put(toPolicy(tenant, row, index, shared)).id };
  });
}

function generateCatalog(tenant: Tenant, place: string, shared: Shared): void {
  const createdAt = shared.now - 800 * DAY;
  const catalog: Catalog = {
    id: tenant.newId(`generated/catalog/${place}`),
    displayName: `Branch ${place}`,
    description: `Everything that the branch ${place} runs.`,
    catalogType: 'userManaged',
    state: 'published',
    isExternallyVisible: false,
    createdAt,
    modifiedAt: createdAt,
  };
  tenant.catalogs.put(catalog);
  for (const system of GENERATED_SYSTEMS)
    shared.resources.set(`${place}/${system}`, tenant.resources.put(toResource(tenant, catalog, place, system)));
}

function toResource(tenant: Tenant, catalog: Catalog, place: string, system: string): Resource {
  const name = `generated/${place}/${system}`;
  const originSystem = 'AadApplication';
  const originId = tenant.newId(`${name}/origin`);
  return {
    id: tenant.newId(`${name}/resource`),
    catalogId: catalog.id,
    displayName: `${system} ${place}`,
    description: null,
    originId,
    originSystem,
    roles: ['Reader', 'Editor'].map((role) => ({
      id: tenant.newId(`${name}/${role}`),
      displayName: role,
      description: null,
      originId: tenant.newId(`${name}/app-role/${role}`),
      originSystem,
    })),
    scopes: [
      { id: tenant.newId(`${name}/scope`), displayName: 'Root', description: 'Root Scope', originId, originSystem, isRootScope: true },
    ],
    createdAt: catalog.createdAt,
  };
}

function toPackage(tenant: Tenant, index: number, shared: Shared): AccessPackage {
  const { place, system, right, displayName, description } = packageName(index);
  const createdAt = shared.now - (700 - (index % 600)) * DAY;
  return {
    id: tenant.newId(`generated/package/${index}`),
    catalogId: tenant.newId(`generated/catalog/${place}`),
    displayName,
    description,
    isHidden: false,
    createdAt,
    modifiedAt: createdAt,
    roleScopes: [toRoleScope(shared.resources.get(`${place}/${system}`), right.startsWith('read') ? 0 : 1, createdAt)].filter(
      (one) => one !== null,
    ),
    incompatiblePackageIds: [],
    incompatibleGroupIds: [],
  };
}

function toRoleScope(resource: Resource | undefined, role: number, createdAt: number): RoleScope | null {
  const roleId = resource?.roles[role]?.id;
  const scopeId = resource?.scopes[0]?.id;
  if (!resource || roleId === undefined || scopeId === undefined) return null;
  return { id: `${roleId}_${scopeId}`, roleId, scopeId, resourceId: resource.id, createdAt };
}

function toPolicy(tenant: Tenant, row: AccessPackage, index: number, shared: Shared): Policy {
  const key = `generated/policy/${index}`;
  return {
    id: tenant.newId(key),
    packageId: row.id,
    displayName: 'All members',
    description: null,
    allowedTargetScope: 'allMemberUsers',
    specificAllowedTargets: [],
    expiration: { type: 'afterDuration', endDateTime: null, duration: DURATIONS[index % DURATIONS.length] ?? 'P90D' },
    requestorSettings: SELF_SERVICE,
    requestApprovalSettings: index % 3 === 1 ? shared.approved : ASKS_NOBODY,
    reviewSettings: null,
    automaticRequestSettings: null,
    notificationSettings: null,
    questions: index % 5 === 2 ? toQuestions(tenant, key, ['costCentre']) : [],
    createdAt: row.createdAt,
    modifiedAt: row.createdAt,
  };
}

function managerApproval(tenant: Tenant): ApprovalSettings {
  const stage = {
    durationBeforeAutomaticDenial: 'P14D',
    isApproverJustificationRequired: true,
    isEscalationEnabled: false,
    durationBeforeEscalation: 'PT0S',
    primaryApprovers: [{ '@odata.type': '#microsoft.graph.requestorManager', description: null, managerLevel: 1 }],
    fallbackPrimaryApprovers: [{ '@odata.type': '#microsoft.graph.singleUser', description: null, userId: personId(tenant, 'priya.nair') }],
    escalationApprovers: [],
    fallbackEscalationApprovers: [],
    approverInformationVisibility: 'default' as const,
  };
  return { isApprovalRequiredForAdd: true, isApprovalRequiredForUpdate: false, isRequestorJustificationRequired: true, stages: [stage] };
}
