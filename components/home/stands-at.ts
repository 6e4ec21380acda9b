/** Where a request stands in Graph's own words, to tell whether it has moved since. */
export function standsAt({ rawState, rawStatus }: { rawState: string; rawStatus: string }): string {
  return `${rawState} ${rawStatus}`;
}

/** Id of the drawn list of what is on its way; its rows carry `data-id`. */
export const onItsWayRows = 'on-its-way-rows';

/** Id of the heading over what waits; takes the focus when a row of it is gone. */
export const waitingHeading = 'waiting';
