import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { sentAbout } from './rows';

/** Package names and ids the portal itself remembers for my requests, where Graph's expansion is ignored (contract §4.7). requestId → package. */
export async function rememberedPackages(viewer: Viewer): Promise<Map<string, { accessPackageId: string; accessPackageName: string }>> {
  const rows = await sentAbout(viewer.oid);
  return new Map(
    rows.flatMap(({ request_id: id, access_package_id: accessPackageId, access_package_name: name }) =>
      id === null || accessPackageId === null ? [] : [[id, { accessPackageId, accessPackageName: name || accessPackageId }] as const],
    ),
  );
}
