import type { Tenant } from '../tenant/tenant.ts';
import type { Sizes } from '../tenant/world.ts';
export function seedGenerated(tenant: Tenant, sizes: Required<Sizes>): void { void tenant; void sizes; }
