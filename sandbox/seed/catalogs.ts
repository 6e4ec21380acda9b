import type { Catalog, Resource } from '../tenant/model.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { daysAgo } from './instants.ts';

/** A resource of a catalog by kind: a group, an application with its roles, or a site. */
export type ResourceKind = 'group' | 'app' | 'site';

interface SeededCatalog {
  key: string;
  name: string;
  description: string;
  external?: true;
  /** Key, kind, name, and an application's roles. */
  resources: readonly [key: string, kind: ResourceKind, name: string, ...roles: string[]][];
}

export const GENERAL = { key: 'general', name: 'General', description: 'Built-in catalog.' };

// prettier-ignore
const CATALOGS: readonly SeededCatalog[] = [
  { ...GENERAL, resources: [
    ['vpn', 'group', 'Remote network'],
    ['newsroom', 'site', 'Company newsroom'],
    ['onboarding', 'group', 'Everybody at Tidewater'],
    ['languages', 'app', 'Language courses', 'Learner'],
    ['travel-asia', 'app', 'Travel desk', 'Traveller', 'Booker for others'],
    ['photos', 'site', 'Photo library'],
  ] },
  { key: 'sales', name: 'Sales and customers', description: 'Customers, quotes and everything said to them.', external: true, resources: [
    ['crm', 'app', 'Customer CRM', 'Regional editor', 'Reader', 'Administrator'],
    ['crm-europe', 'group', 'CRM Europe'],
    ['crm-americas', 'group', 'CRM Americas'],
    ['account-plans', 'site', 'Account plans EU'],
    ['quotes', 'app', 'Quote desk', 'Author', 'Approver'],
    ['contracts', 'site', 'Contract archive'],
    ['complaints', 'app', 'Complaints', 'Handler'],
    ['tenders', 'site', 'Tenders / Warehousing'],
    ['price-books', 'site', 'Price books'],
    ['fairs', 'site', 'Trade fairs'],
  ] },
  { key: 'warehouse', name: 'Warehouse and logistics', description: 'Sites, stock, fleet and customs.', external: true, resources: [
    ['dashboards', 'app', 'Warehouse dashboards', 'Viewer', 'Author'],
    ['floor', 'app', 'Floor planner', 'Planner'],
    ['wms', 'app', 'Warehouse sign-in', 'Operator', 'Supervisor'],
    ['scanners', 'group', 'Scanner pool'],
    ['pick-guides', 'site', 'Pick and pack guides'],
    ['forecasts', 'group', 'Warehouse forecasts'],
    ['notebooks', 'app', 'Forecast notebooks', 'Author'],
    ['supplier-portal', 'app', 'Supplier portal', 'Buyer', 'Supplier'],
    ['supplier-files', 'site', 'Supplier files'],
    ['customs', 'app', 'Customs declarations', 'Declarant'],
    ['fleet', 'app', 'Fleet telematics', 'Viewer'],
    ['quality', 'app', 'Quality lab', 'Booker'],
  ] },
  { key: 'finance', name: 'Finance', description: 'Ledger, payments and what supports them.', resources: [
    ['ledger', 'app', 'Ledger', 'Contributor', 'Reader', 'Poster'],
    ['close-checklist', 'group', 'Close checklist'],
    ['finance-close', 'group', 'Finance, quarter close'],
    ['evidence', 'site', 'Audit evidence'],
    ['payments', 'app', 'Payments', 'Warehouse approver', 'Releaser'],
    ['payroll', 'app', 'Payroll', 'Report reader'],
    ['treasury', 'app', 'Treasury', 'Viewer'],
    ['budget', 'app', 'Budget planner', 'Planner'],
  ] },
  { key: 'technology', name: 'Technology', description: 'Platforms, logs, code and tools.', external: true, resources: [
    ['log-search', 'app', 'Log search', 'Reader', 'Administrator'],
    ['log-readers', 'group', 'Production log readers'],
    ['gateway', 'app', 'Event gateway', 'Operator', 'Reader'],
    ['agents', 'group', 'Build agents'],
    ['route-metrics', 'app', 'Route engine metrics', 'Reader'],
    ['test-bench', 'app', 'Integration test bench', 'Tester'],
    ['design', 'site', 'Component library'],
    ['icons', 'site', 'Icon set'],
    ['code', 'app', 'Source code', 'Reader', 'Writer'],
    ['incidents', 'app', 'Incident console', 'Responder'],
    ['vault', 'app', 'Secrets vault', 'Operator'],
    ['flags', 'app', 'Feature flags', 'Editor'],
    ['store', 'app', 'App store console', 'Publisher'],
    ['partner-files', 'site', 'Partner files'],
  ] },
  { key: 'people', name: 'People and offices', description: 'Offices, hiring, handbooks.', resources: [
    ['lyon-doors', 'group', 'Door group Lyon'],
    ['lyon-print', 'group', 'Print queue Lyon'],
    ['gdansk-doors', 'group', 'Door group Gdańsk'],
    ['gdansk-print', 'group', 'Print queue Gdańsk'],
    ['recruiting', 'app', 'Recruiting', 'Interviewer', 'Recruiter'],
    ['handbook', 'site', 'Staff handbook'],
    ['board', 'site', 'Board papers'],
    ['council', 'site', 'Works council files'],
  ] },
];

const ORIGIN_SYSTEMS: Record<ResourceKind, string> = { group: 'AadGroup', app: 'AadApplication', site: 'SharePointOnline' };
const SITE_ROLES: readonly [name: string, number: string][] = [
  ['Owners', '3'],
  ['Visitors', '4'],
  ['Members', '5'],
];

export function catalogId(tenant: Tenant, key: string): string {
  return tenant.newId(`catalog/${key}`);
}

/** The General catalog alone and empty, as every tenant has it. */
export function seedGeneralCatalog(tenant: Tenant): void {
  tenant.catalogs.put(toCatalog(tenant, { ...GENERAL, resources: [] }));
}

/** The company's six catalogs with their resources. */
export function seedCatalogs(tenant: Tenant): void {
  for (const seeded of CATALOGS) {
    const catalog = tenant.catalogs.put(toCatalog(tenant, seeded));
    for (const [key, kind, name, ...roles] of seeded.resources) {
      tenant.resources.put(toResource(tenant, catalog, { key: `${seeded.key}/${key}`, kind, name, roles }));
    }
  }
}

/** The resource `catalog/key`. Throws for a key that no seed made. */
export function resourceOf(tenant: Tenant, key: string): Resource {
  const resource = tenant.resources.get(tenant.newId(`resource/${key}`));
  if (!resource) throw new Error(`No seeded resource ${key}`);
  return resource;
}

function toCatalog(tenant: Tenant, seeded: SeededCatalog): Catalog {
  const createdAt = daysAgo(tenant, 900);
  return {
    id: catalogId(tenant, seeded.key),
    displayName: seeded.name,
    description: seeded.description,
    catalogType: seeded.key === GENERAL.key ? 'serviceDefault' : 'userManaged',
    state: 'published',
    isExternallyVisible: seeded.external === true,
    createdAt,
    modifiedAt: createdAt,
  };
}

function toResource(
  tenant: Tenant,
  catalog: Catalog,
  seeded: { key: string; kind: ResourceKind; name: string; roles: readonly string[] },
): Resource {
  const originSystem = ORIGIN_SYSTEMS[seeded.kind];
  const origin =
    seeded.kind === 'site' ? `https://tidewater.example/sites/${seeded.key.split('/')[1]}` : tenant.newId(`origin/${seeded.key}`);
  if (seeded.kind === 'group')
    tenant.groups.put({ id: origin, displayName: seeded.name, description: 'Membership comes with an access package.', members: [] });
  const scope = { displayName: 'Root', description: 'Root Scope', originId: origin, originSystem, isRootScope: true };
  return {
    id: tenant.newId(`resource/${seeded.key}`),
    catalogId: catalog.id,
    displayName: seeded.name,
    description: null,
    originId: origin,
    originSystem,
    roles: roleSources(tenant, seeded, origin).map((role) => ({
      ...role,
      id: tenant.newId(`role/${seeded.key}/${role.displayName}`),
      description: null,
      originSystem,
    })),
    scopes: [{ ...scope, id: tenant.newId(`scope/${seeded.key}`) }],
    createdAt: catalog.createdAt,
  };
}

/** A group has Member and Owner, a site its numbered groups, an application its own roles (contract §4.13). */
function roleSources(
  tenant: Tenant,
  seeded: { key: string; kind: ResourceKind; roles: readonly string[] },
  origin: string,
): { displayName: string; originId: string }[] {
  if (seeded.kind === 'group') return ['Member', 'Owner'].map((name) => ({ displayName: name, originId: `${name}_${origin}` }));
  if (seeded.kind === 'site') return SITE_ROLES.map(([name, number]) => ({ displayName: name, originId: number }));
  return seeded.roles.map((name) => ({ displayName: name, originId: tenant.newId(`app-role/${seeded.key}/${name}`) }));
}
