import 'server-only';
import type { Page } from '@/lib/entitlement/access-packages';
import { isActive, teamAssignments, type Assignment } from '@/lib/entitlement/assignments';
import type { Graph } from '@/lib/graph/graph';
import { outcomeOf } from '@/lib/portal-error';

/** Access that somebody of the team has. */
export interface TeamAccess {
  id: string;
  /** Directory id of whose it is; empty where Graph did not say. */
  personId: string;
  packageId: string;
  packageName: string;
  /** UTC ISO 8601; null without a known end. */
  endDateTime: string | null;
}

/** One page of what the team has now. */
export async function teamPage(graph: Graph, next?: string): Promise<Page<TeamAccess>> {
  return told(await teamAssignments(graph, next));
}

/** The first page, as a harmless probe: null where the service does not offer it, or does not say whose access it is. */
export async function probeTeam(graph: Graph): Promise<Page<TeamAccess> | null> {
  const read = await outcomeOf(teamAssignments(graph));
  if (!read.ok) return null;
  const { rows } = read.value;
  // An empty answer proves nothing: the call is in the metadata only (contract §4.6).
  return rows.some(({ target }) => target?.objectId) ? told(read.value) : null;
}

/** Rows that do not say whose or what they are stand there without a person: then nobody is said to have nothing. */
function told({ rows, next }: Page<Assignment>): Page<TeamAccess> {
  const access = rows.filter(isActive).map(({ id, target, accessPackage, endDateTime }) => {
    if (!target?.objectId || !accessPackage) return { id, personId: '', packageId: '', packageName: '', endDateTime: null };
    return { id, personId: target.objectId, packageId: accessPackage.id, packageName: accessPackage.displayName, endDateTime };
  });
  return { rows: access, next };
}
