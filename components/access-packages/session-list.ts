import 'server-only';
import type { AccessPackage, ResourceRole } from '@/lib/entitlement/access-packages';
import type { Viewer } from '@/lib/auth/viewer';

/**
 * Names and contents a session has read in the last five minutes, so that a package opened from the list has its name at once.
 * A convenience of this process only: without it the name streams in. Bounded over all sessions.
 */
interface SessionList {
  packages: Map<string, { row: AccessPackage; at: number }>;
  contents: Map<string, { names: string[]; at: number }>;
}

const FRESH_MS = 5 * 60_000;
const MOST_PACKAGES = 40_000;
const MOST_SESSIONS = 2_000;
const MOST_CONTENTS = 200;

const kept = globalThis as { latchkeySessionLists?: Map<string, SessionList> };
const lists = (kept.latchkeySessionLists ??= new Map());

function listOf(viewer: Viewer): SessionList {
  const list = lists.get(viewer.sessionId) ?? { packages: new Map(), contents: new Map() };
  // Sessions stand in order of use: the first is the one to forget.
  lists.delete(viewer.sessionId);
  lists.set(viewer.sessionId, list);
  const [oldest] = lists.keys();
  if (oldest !== undefined && lists.size > MOST_SESSIONS) lists.delete(oldest);
  return list;
}

/** Keeps what the browse list just told. */
export function rememberPackages(viewer: Viewer, packages: readonly AccessPackage[]): void {
  const list = listOf(viewer);
  const at = performance.now();
  for (const row of packages) list.packages.set(row.id, { row, at });
  let total = [...lists.values()].reduce((sum, each) => sum + each.packages.size, 0);
  for (const [sessionId, each] of lists) {
    if (total <= MOST_PACKAGES) break;
    total -= each.packages.size;
    lists.delete(sessionId);
  }
}

/** The package, if this session's list held it in the last five minutes. */
export function rememberedPackage(viewer: Viewer, id: string): AccessPackage | null {
  const entry = lists.get(viewer.sessionId)?.packages.get(id);
  return entry && performance.now() - entry.at < FRESH_MS ? entry.row : null;
}

/** What is inside, as the search reads and shows it. */
export function insideNames(roles: readonly ResourceRole[]): string[] {
  return roles.map(({ resourceName, roleName }) => (roleName === '' ? resourceName : `${resourceName}, ${roleName}`));
}

/** Keeps the names of what is inside, for the search in the list. */
export function rememberContents(viewer: Viewer, id: string, roles: readonly ResourceRole[]): void {
  const { contents } = listOf(viewer);
  if (contents.size >= MOST_CONTENTS) contents.clear();
  contents.set(id, { names: insideNames(roles), at: performance.now() });
}

/** Package id → names inside, of packages opened in this session. */
export function rememberedContents(viewer: Viewer): Map<string, string[]> {
  const fresh = [...(lists.get(viewer.sessionId)?.contents ?? [])].filter(([, { at }]) => performance.now() - at < FRESH_MS);
  return new Map(fresh.map(([id, { names }]) => [id, names]));
}
