import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { sentAbout, sentForOneself, sentForOthers } from './rows';

/** What the portal itself remembers of a request. */
export interface RememberedRequest {
  accessPackageId: string;
  accessPackageName: string;
  /** When it was sent, on Graph's clock as far as it was known; UTC ISO 8601. */
  sentAt: string | null;
}

/** Package and time of sending that the portal itself remembers for my requests, where Graph does not tell (contract §4.7, §4.8). By request id. */
export async function rememberedPackages(viewer: Viewer): Promise<Map<string, RememberedRequest>> {
  return new Map((await sentAbout(viewer.oid)).flatMap(remembered));
}

/** The same for what I asked for others, with whom it was for (directory id). By request id. */
export async function rememberedForOthers(viewer: Viewer): Promise<Map<string, RememberedRequest & { targetId: string }>> {
  const rows = await sentForOthers(viewer.oid);
  return new Map(rows.flatMap((row) => remembered(row).map(([id, known]) => [id, { ...known, targetId: row.target }] as const)));
}

function remembered(row: Awaited<ReturnType<typeof sentAbout>>[number]): [string, RememberedRequest][] {
  const { request_id: id, access_package_id: accessPackageId, access_package_name: name } = row;
  if (id === null || accessPackageId === null) return [];
  const sent = row.graph_sending_ms ?? row.settled_ms;
  const sentAt = sent === null ? null : new Date(Number(sent)).toISOString();
  return [[id, { accessPackageId, accessPackageName: name || accessPackageId, sentAt }]];
}

/** Ids of the requests that I sent from here for myself, whatever Graph tells of them. */
export async function sentForMyself(viewer: Viewer): Promise<Set<string>> {
  return new Set(await sentForOneself(viewer.oid));
}
