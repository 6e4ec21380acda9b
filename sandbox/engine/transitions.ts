import type { Tenant } from '../tenant/tenant.ts';

/** Runs everything that is due on the partition's clock, in order and each at its own instant. Called at the start of every call and after the clock was turned. */
export function settle(tenant: Tenant): void {
  tenant.timers.take(-Infinity);
}
