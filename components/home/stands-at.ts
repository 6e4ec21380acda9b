/** Where a request stands in Graph's own words, to tell whether it has moved since. */
export function standsAt({ rawState, rawStatus }: { rawState: string; rawStatus: string }): string {
  return `${rawState} ${rawStatus}`;
}
