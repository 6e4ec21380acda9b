import { PortalFault } from '@/lib/portal-error';
import type { Graph } from '@/lib/graph/graph';
import { literal, query } from '@/lib/graph/odata';
import { z } from '@/lib/zod';
import { EM } from './wire/paths';
import { collection, parseRows, text } from './wire/values';

/** What the signed-in person administers, as far as Graph shows (design: "who may do what"; contract §2.3, §4.13). */
export type AdminReach = { kind: 'none' } | { kind: 'tenant' } | { kind: 'catalogs' };

const wireRole = z.object({ appScopeId: text, directoryScopeId: text }).nullable().catch(null);

/** The probe of /admin with R, one $batch. Throws consentRequired where R is not consented, unavailable or throttled where Graph did not answer. */
export async function adminReach(graph: Graph): Promise<AdminReach> {
  const [packages, roles, assignments] = await graph.batch([
    { method: 'GET', path: `${EM}/accessPackages${query({ $top: '1' })}` },
    {
      method: 'GET',
      path: `/roleManagement/entitlementManagement/roleAssignments${query({ $filter: `principalId eq ${literal(graph.oid)}` })}`,
    },
    { method: 'GET', path: `${EM}/assignments${query({ $top: '1' })}` },
  ]);
  const scopes = parseRows(wireRole, rowsOf(roles));
  if (scopes.some((role) => role.directoryScopeId === '/' || role.appScopeId === '/')) return { kind: 'tenant' };
  if (rowsOf(assignments).length > 0) return { kind: 'tenant' };
  if (scopes.some((role) => role.appScopeId !== '')) return { kind: 'catalogs' };
  if (rowsOf(packages).length === 0) return { kind: 'none' };
  // Packages but no role of their own: a directory role, whose list of assignments is empty or refused.
  return assignments instanceof Error ? { kind: 'catalogs' } : { kind: 'tenant' };
}

const KEPT_MS = 5 * 60_000;
const MOST_KEPT = 2_000;

// Next loads this module once per bundle. Only this process's: another replica asks for itself.
const holder = globalThis as { latchkeyAdminReach?: Map<string, { reach: AdminReach; until: number }> };
const kept = (holder.latchkeyAdminReach ??= new Map());

/**
 * The probe's answer, kept five minutes for a session (design: "who may do what"). It opens screens, never rights: Graph has the last word
 * on each call. That somebody administers nothing is not kept, so that a new role counts at the next look.
 */
export async function keptAdminReach(graph: Graph, sessionId: string): Promise<AdminReach> {
  const found = kept.get(sessionId);
  if (found && found.until > performance.now()) return found.reach;
  kept.delete(sessionId);
  const reach = await adminReach(graph);
  if (reach.kind === 'none') return reach;
  kept.set(sessionId, { reach, until: performance.now() + KEPT_MS });
  // The first one has been there longest.
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size > MOST_KEPT) kept.delete(oldest);
  return reach;
}

/** Rows of one answer; a refusal has none, a failure is a failure. */
function rowsOf(answer: unknown): unknown[] {
  if (!(answer instanceof Error)) return collection(answer);
  const kind = answer instanceof PortalFault ? answer.error.kind : 'unexpected';
  if (kind === 'forbidden' || kind === 'notFound' || kind === 'refused') return [];
  throw answer;
}
