import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { findRequestablePackage } from '@/lib/entitlement/access-packages';
import { rememberedPackage, rememberPackages } from './session-list';

type Graph = Parameters<typeof findRequestablePackage>[0];

/** A name that is walked for may come this late; then the page goes on without. */
const PATIENCE_MS = 400;

/** The package's name as the session has read it, or found in time; '' otherwise. Never rejects. */
export async function nameOf(viewer: Viewer, graph: Graph, id: string): Promise<string> {
  const known = rememberedPackage(viewer, id);
  if (known) return known.displayName;
  const walked = findRequestablePackage(graph, id).then(
    (found) => {
      if (found) rememberPackages(viewer, [found]);
      return found?.displayName ?? '';
    },
    () => '',
  );
  return Promise.race([walked, new Promise<string>((resolve) => setTimeout(resolve, PATIENCE_MS, ''))]);
}
