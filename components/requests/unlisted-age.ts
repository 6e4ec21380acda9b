/**
 * Lists lag by minutes (contract §4.8). Finished requests are kept three months (§1.9): only after that does a missing
 * one tell that the service let it go; between a day and then nothing is known but that it is not listed.
 */
const JUST_NOW_MS = 5 * 60_000;
const DAY_MS = 86_400_000;
const KEPT_MS = 92 * DAY_MS;

/** How long ago a request was sent that the list does not hold. `sentAt` UTC ISO 8601, `now` Graph's, UTC ms. */
export function unlistedAge(sentAt: string | null, now: number): 'justNow' | 'earlier' | 'long' | 'dropped' {
  const age = sentAt === null ? 0 : now - Date.parse(sentAt);
  if (age > KEPT_MS) return 'dropped';
  if (age > DAY_MS) return 'long';
  return age > JUST_NOW_MS ? 'earlier' : 'justNow';
}
