import type { Tenant } from '../tenant/tenant.ts';

/** Whether lists show this request or assignment yet (`listLagSeconds`); reading it by id always does. */
export function listed(tenant: Tenant, row: { createdAt: number }): boolean {
  const lag = tenant.behaviour.listLagSeconds;
  return lag === 0 || row.createdAt + lag * 1000 <= tenant.now();
}
