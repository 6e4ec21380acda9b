const MINUTE = 60_000;
const ROOM = 10_000;

/** The present minute's beginning, UTC ms; waits for the next one where this one is nearly over. */
export async function aWholeMinuteLeft(): Promise<number> {
  const left = MINUTE - (Date.now() % MINUTE);
  if (left < ROOM) await new Promise((next) => setTimeout(next, left));
  return Math.floor(Date.now() / MINUTE) * MINUTE;
}
