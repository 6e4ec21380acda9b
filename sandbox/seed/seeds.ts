import type { Tenant } from '../tenant/tenant.ts';
import type { Seeds } from '../tenant/world.ts';
import { seedCatalogs, seedGeneralCatalog } from './catalogs.ts';
import { seedEvents } from './events.ts';
import { seedGenerated } from './generated.ts';
import { seedGroups, seedOrganizations } from './groups.ts';
import { companyEvents } from './history.ts';
import { seedPackages } from './packages.ts';
import { FINANCE_PACKAGES } from './packages-finance.ts';
import { GENERAL_PACKAGES } from './packages-general.ts';
import { PEOPLE_PACKAGES } from './packages-people.ts';
import { SALES_PACKAGES } from './packages-sales.ts';
import { TECHNOLOGY_PACKAGES } from './packages-technology.ts';
import { WAREHOUSE_PACKAGES } from './packages-warehouse.ts';
import { seedPeople } from './people.ts';
import { seedCatalogRoles } from './roles.ts';

/** Tidewater Freight without any access: people, groups, directory roles and the empty General catalog. */
export function seedBare(tenant: Tenant): void {
  seedOrganizations(tenant);
  seedPeople(tenant);
  seedGroups(tenant);
  seedGeneralCatalog(tenant);
}

/** Tidewater Freight as the mocks show it: catalogs, packages, policies, and what people hold, wait for and were refused. */
export function seedCompany(tenant: Tenant): void {
  seedBare(tenant);
  seedCatalogs(tenant);
  seedPackages(tenant, 'sales', SALES_PACKAGES);
  seedPackages(tenant, 'warehouse', WAREHOUSE_PACKAGES);
  seedPackages(tenant, 'finance', FINANCE_PACKAGES);
  seedPackages(tenant, 'technology', TECHNOLOGY_PACKAGES);
  seedPackages(tenant, 'people', PEOPLE_PACKAGES);
  seedPackages(tenant, 'general', GENERAL_PACKAGES);
  seedCatalogRoles(tenant);
  seedEvents(tenant, companyEvents());
}

/** The seeds of the sandbox, by the names that sandbox-control gives them. */
export const SEEDS: Seeds = { company: seedCompany, bare: seedBare, generated: seedGenerated };
