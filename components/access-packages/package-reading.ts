import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { findRequestablePackage, packageContents, type AccessPackage, type ResourceRole } from '@/lib/entitlement/access-packages';
import { policyRequirements, type PolicyRequirements } from '@/lib/entitlement/policies';
import { outcomeOf, type Result } from '@/lib/portal-error';
import { firstOfMine, type Mine } from './mine';
import { rememberContents, rememberedPackage, rememberPackages } from './session-list';
import { standingsOf, type Standing } from './standing';

type Graph = Parameters<typeof policyRequirements>[0];

/** What a page about one package has after one round trip. */
export interface PackageReading {
  /** The policies that admit me; `notFound` where Graph knows no such package for me. */
  policies: Result<PolicyRequirements[]>;
  mine: Mine;
  standing: Standing | undefined;
  /** Streams in; never rejects. */
  contents: Promise<Result<ResourceRole[] | null>>;
  /** Name and description: known, or still walked for. Null: no list that I may read names it. Never rejects. */
  named: AccessPackage | Promise<AccessPackage | null>;
}

/** Requirements, contents, my assignments and my requests, side by side (contract §4.3, §4.5–4.7). */
export async function readPackage(viewer: Viewer, graph: Graph, id: string): Promise<PackageReading> {
  const contents = outcomeOf(packageContents(graph, id)).then((result) => {
    if (result.ok && result.value) rememberContents(viewer, id, result.value);
    return result;
  });
  const [policies, { first, rest }] = await Promise.all([outcomeOf(policyRequirements(graph, id)), firstOfMine(viewer, graph)]);
  const known = standingTo(first, id, viewer.oid);
  // Only somebody with more than a page of them waits for another round trip, and only where the first page did not tell.
  const mine = rest && !known ? await rest() : first;
  return { policies, mine, standing: known ?? standingTo(mine, id, viewer.oid), contents, named: nameOf(viewer, graph, id, mine) };
}

/** A package that Graph does not know for me, whatever it calls that (contract §1.4): gone, malformed, never mine. */
export function isNotForMe(policies: Result<PolicyRequirements[]>): boolean {
  if (policies.ok) return policies.value.length === 0;
  return policies.error.kind === 'notFound' || (policies.error.kind === 'refused' && [400, 404].includes(policies.error.status));
}

function standingTo(mine: Mine, id: string, oid: string): Standing | undefined {
  const standings = standingsOf(mine.assignments, mine.requests, oid);
  const key = Object.keys(standings).find((known) => known.toLowerCase() === id.toLowerCase());
  return key ? standings[key] : undefined;
}

function nameOf(viewer: Viewer, graph: Graph, id: string, mine: Mine): AccessPackage | Promise<AccessPackage | null> {
  const known = rememberedPackage(viewer, id) ?? packageIn(mine, id);
  if (known) return known;
  return findRequestablePackage(graph, id).then(
    (found) => {
      if (found) rememberPackages(viewer, [found]);
      return found;
    },
    () => null,
  );
}

function packageIn(mine: Mine, id: string): AccessPackage | null {
  const rows = [...mine.assignments, ...mine.requests];
  const named = rows.find((row) => row.accessPackage?.id.toLowerCase() === id.toLowerCase() && row.accessPackage.displayName !== '');
  return named?.accessPackage ?? null;
}
