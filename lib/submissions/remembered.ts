import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { sentAbout } from './rows';

/** What the portal itself remembers of a request. */
export interface RememberedRequest {
  accessPackageId: string;
  accessPackageName: string;
  /** When it was sent, on Graph's clock as far as it was known; UTC ISO 8601. */
  sentAt: string | null;
}

/** Package and time of sending that the portal itself remembers for my requests, where Graph does not tell (contract §4.7, §4.8). By request id. */
export async function rememberedPackages(viewer: Viewer): Promise<Map<string, RememberedRequest>> {
  const rows = await sentAbout(viewer.oid);
  return new Map(
    rows.flatMap(({ request_id: id, access_package_id: accessPackageId, access_package_name: name, graph_sending_ms, settled_ms }) => {
      if (id === null || accessPackageId === null) return [];
      const sent = graph_sending_ms ?? settled_ms;
      const sentAt = sent === null ? null : new Date(Number(sent)).toISOString();
      return [[id, { accessPackageId, accessPackageName: name || accessPackageId, sentAt }] as const];
    }),
  );
}
