import { createHash } from 'node:crypto';
import type { Tenant } from '../tenant/tenant.ts';

interface FaultBase {
  id: string;
  /** How often it has struck. */
  fired: number;
  /** How often it strikes at most; absent: until deleted. */
  times?: number;
  /** Only calls of this user principal name. */
  user?: string;
}

interface GraphFaultBase extends FaultBase {
  method?: string;
  /** Regular expression over the path below `/v1.0`, query excluded. */
  path?: string;
  /** Part of the matching calls that it takes, 0 to 1. */
  share?: number;
  seed?: number;
}

/** What happens to a Graph call (sandbox-control, "Faults"). */
export type GraphFault = GraphFaultBase &
  (
    | { kind: 'throttle'; /** Seconds; null leaves the header out. */ retryAfter?: number | null }
    | { kind: 'status'; status: number; code?: string }
    | { kind: 'slow'; delayMs: number }
    | { kind: 'lost' | 'reset' | 'truncated' | 'html' | 'empty' | 'challenge' | 'expired' }
  );

export type AuthorityFaultGrant = 'authorization_code' | 'refresh_token' | 'on_behalf_of' | 'silent';

/** What happens at the authority. */
export type AuthorityFault = FaultBase & {
  kind: 'authority';
  grant: AuthorityFaultGrant;
  error: 'invalid_grant' | 'interaction_required' | 'consent_required' | 'temporarily_unavailable';
  claims?: string;
};

export type Fault = GraphFault | AuthorityFault;

interface StandingFault {
  fault: Fault;
  pattern: RegExp | null;
  /** Calls that matched so far: the generator's place. */
  drawn: number;
}

const sets = new WeakMap<Tenant, StandingFault[]>();

/** The faults that are set, spent ones too, in the order they were set. */
export function faultsOf(tenant: Tenant): Fault[] {
  return (sets.get(tenant) ?? []).map((set) => set.fault);
}

/** Sets a fault whose members were checked. */
export function addFault(tenant: Tenant, fault: Fault): void {
  const pattern = fault.kind !== 'authority' && fault.path !== undefined ? new RegExp(fault.path) : null;
  sets.set(tenant, [...(sets.get(tenant) ?? []), { fault, pattern, drawn: 0 }]);
}

/** Takes one fault away, or all of them; false when that one is not set. */
export function removeFaults(tenant: Tenant, id?: string): boolean {
  const before = sets.get(tenant) ?? [];
  const after = id === undefined ? [] : before.filter((set) => set.fault.id !== id);
  sets.set(tenant, after);
  return id === undefined || after.length < before.length;
}

/** The first fault that strikes this Graph call, counted; null when none does. `path` is below `/v1.0`, without the query; `user` is null without a good token. */
export function matchFault(tenant: Tenant, call: { method: string; path: string; user: string | null }): GraphFault | null {
  for (const set of sets.get(tenant) ?? []) {
    const { fault } = set;
    if (fault.kind === 'authority' || spent(fault) || !sameUser(fault, call.user)) continue;
    if (fault.method !== undefined && fault.method.toUpperCase() !== call.method.toUpperCase()) continue;
    if (set.pattern && !set.pattern.test(call.path)) continue;
    if (!draw(set, fault)) continue;
    fault.fired += 1;
    return fault;
  }
  return null;
}

/** The first authority fault for this grant and person, counted; null when there is none. */
export function matchAuthorityFault(
  tenant: Tenant,
  call: { grant: AuthorityFaultGrant; user: string | null | undefined },
): AuthorityFault | null {
  for (const { fault } of sets.get(tenant) ?? []) {
    if (fault.kind !== 'authority' || fault.grant !== call.grant || spent(fault) || !sameUser(fault, call.user)) continue;
    fault.fired += 1;
    return fault;
  }
  return null;
}

function spent(fault: Fault): boolean {
  return fault.times !== undefined && fault.fired >= fault.times;
}

function sameUser(fault: Fault, user: string | null | undefined): boolean {
  return fault.user === undefined || fault.user.toLowerCase() === user?.toLowerCase();
}

/** Whether the generator takes this call: the n-th matching call gets the same answer for the same seed. */
function draw(set: StandingFault, fault: GraphFault): boolean {
  if (fault.share === undefined) return true;
  set.drawn += 1;
  const digest = createHash('md5')
    .update(`${fault.seed ?? 0}:${set.drawn}`)
    .digest();
  return digest.readUInt32BE(0) / 0x1_0000_0000 < fault.share;
}
