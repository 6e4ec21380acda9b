import type { Tenant } from '../tenant/tenant.ts';

/** Instants (real time, UTC ms) of the calls let through, oldest first. */
const windows = new WeakMap<Tenant, number[]>();

/**
 * Takes a place in the partition's sliding window (`behaviour.limit`). Null: the call may pass. Otherwise the seconds after which the oldest
 * call leaves the window. Real time counts, so that a stopped clock does not throttle for ever.
 */
export function takeSlot(tenant: Tenant): { retryAfter: number } | null {
  const limit = tenant.behaviour.limit;
  if (limit === null) return null;
  const now = Date.now();
  const span = limit.perSeconds * 1000;
  const taken = (windows.get(tenant) ?? []).filter((at) => at > now - span);
  windows.set(tenant, taken);
  if (taken.length < limit.requests) {
    taken.push(now);
    return null;
  }
  // A lowered limit leaves more in the window than fit: then more than one has to leave.
  const leaving = taken[taken.length - limit.requests] ?? now;
  return { retryAfter: Math.max(1, Math.ceil((leaving + span - now) / 1000)) };
}
