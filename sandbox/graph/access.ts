import { rightsOf } from '../engine/rights.ts';
import type { Rights } from '../engine/rights.ts';
import type { Call } from './call.ts';
import { denied } from './refusals.ts';
import { hasScope, READ } from './scopes.ts';

const known = new WeakMap<Call, Rights>();

/** What the caller's roles allow, worked out once per call. */
function rights(call: Call): Rights {
  const found = known.get(call) ?? rightsOf(call.tenant, call.caller.person);
  known.set(call, found);
  return found;
}

/** Reads every catalog. */
export function readsTenant(call: Call): boolean {
  return rights(call).tenantRead && hasScope(call, READ);
}

/** Writes in every catalog. */
export function writesTenant(call: Call): boolean {
  return rights(call).tenantWrite;
}

const read = new WeakMap<Call, Map<string, boolean>>();

/** Reads this catalog: a scope for it in the token and a role (contract §2.1). Asked for row after row, hence remembered. */
export function readsCatalog(call: Call, catalogId: string): boolean {
  const answers = read.get(call) ?? new Map<string, boolean>();
  read.set(call, answers);
  const remembered = answers.get(catalogId);
  if (remembered !== undefined) return remembered;
  const answer = hasScope(call, READ) && rights(call).catalog(catalogId).read;
  answers.set(catalogId, answer);
  return answer;
}

/** Changes packages and policies of this catalog. */
export function managesPackages(call: Call, catalogId: string): boolean {
  return rights(call).catalog(catalogId).managePackages;
}

/** Changes the catalog itself, its resources and its role assignments. */
export function ownsCatalog(call: Call, catalogId: string): boolean {
  return rights(call).catalog(catalogId).owner;
}

/** Creates catalogs. */
export function createsCatalogs(call: Call): boolean {
  return rights(call).canCreateCatalogs;
}

/** Throws 403 `PermissionDenied` unless the right is there (contract §9). */
export function requireRight(right: boolean, why: string): void {
  if (!right) throw denied(why);
}
