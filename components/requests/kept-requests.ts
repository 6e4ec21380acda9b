import type { RequestRow, Remembered } from './request-row';
import type { Sought } from './request-groups';
import { unlistedAge } from './unlisted-age';

/** A request that only the portal still knows: Microsoft keeps finished ones three months (contract §1.9). What came of it is not known. */
export interface KeptRequest {
  id: string;
  accessPackage: { id: string; displayName: string };
  /** UTC ISO 8601. */
  sentAt: string;
}

/** What the portal itself sent so long ago that no list need hold it any more, newest first. `now` is Graph's, UTC ms. */
export function keptRequests(remembered: Remembered, now: number): KeptRequest[] {
  const kept = [...remembered].flatMap(([id, { accessPackageId, accessPackageName, sentAt }]) => {
    // Without a name the portal keeps the id in its place: that is no name to show.
    if (sentAt === null || accessPackageName === accessPackageId || unlistedAge(sentAt, now) !== 'dropped') return [];
    return [{ id, accessPackage: { id: accessPackageId, displayName: accessPackageName }, sentAt }];
  });
  return kept.toSorted((a, b) => Date.parse(b.sentAt) - Date.parse(a.sentAt));
}

/** Those of them that a whole list does not hold and that fit what is looked for; their state and kind are not known. */
export function shownKept(kept: readonly KeptRequest[], rows: readonly RequestRow[], sought: Sought): KeptRequest[] {
  if (sought.filter !== 'all' || sought.kind !== null) return [];
  const listed = new Set(rows.map(({ id }) => id.toLowerCase()));
  const words = sought.search.toLowerCase().split(/\s+/).filter(Boolean);
  return kept.filter(({ id, accessPackage }) => {
    if (listed.has(id.toLowerCase())) return false;
    if (sought.packageId !== null && accessPackage.id.toLowerCase() !== sought.packageId.toLowerCase()) return false;
    return words.every((word) => accessPackage.displayName.toLowerCase().includes(word));
  });
}
