import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { config } from '@/lib/config';
import { paths } from '@/lib/paths';
import { PortalFault } from '@/lib/portal-error';
import { currentViewer } from './current-viewer';
import { PATH_HEADER } from './path-header';
import { safeReturnTo } from './return-to';
import type { Viewer } from './viewer';
import { isViewerTag } from './viewer-tag';

export { clientViewer } from './client-viewer';
export { currentViewer } from './current-viewer';
export { graphFor } from './graph-for';

/** The part of the portal that is used: it decides the scope asked for, and whether the app role is a second lock. */
export type Area = 'requestor' | 'approver' | 'admin' | 'people';

const ADMIN_ROLE = 'AccessPackage.Admin';

/** For pages, before any Suspense: who is signed in, or a true redirect to the sign-in and back. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer(true);
  if (viewer) return viewer;
  redirect(paths.signIn(safeReturnTo((await headers()).get(PATH_HEADER))));
}

/**
 * For actions and handlers. Throws `signedOut`, or `otherViewer` when the page belongs to another session or person. A write must carry
 * the page's tag; a read may come without one, but not with a wrong one.
 */
export async function guardedViewer(tag: string | null, writes: boolean): Promise<Viewer> {
  const viewer = await currentViewer(writes);
  if (!viewer) throw new PortalFault({ kind: 'signedOut' });
  if (tag === null && !writes) return viewer;
  if (tag === null || !isViewerTag(tag, viewer.sessionId, viewer.oid)) throw new PortalFault({ kind: 'otherViewer', name: viewer.name });
  return viewer;
}

/** REQUIRE_ADMIN_ROLE: the admin area also needs the app role. Never a key of its own: Graph decides. For screens. */
export function mayUse(viewer: Viewer, area: Area): boolean {
  return area !== 'admin' || !config().requireAdminRole || viewer.roles.includes(ADMIN_ROLE);
}

/** The same for actions and handlers. Throws `forbidden`. */
export function requireArea(viewer: Viewer, area: Area): void {
  if (!mayUse(viewer, area)) throw new PortalFault({ kind: 'forbidden' });
}
