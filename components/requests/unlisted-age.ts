/** Lists lag by minutes (contract §4.8); what is missing for longer than a day is no longer kept by the service. */
const JUST_NOW_MS = 5 * 60_000;
const LAG_MS = 86_400_000;

/** How long ago a request was sent that the list does not hold. `sentAt` UTC ISO 8601, `now` Graph's, UTC ms. */
export function unlistedAge(sentAt: string | null, now: number): 'justNow' | 'earlier' | 'dropped' {
  const age = sentAt === null ? 0 : now - Date.parse(sentAt);
  if (age > LAG_MS) return 'dropped';
  return age > JUST_NOW_MS ? 'earlier' : 'justNow';
}
