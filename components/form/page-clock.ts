/** More pages than one goes back and forth between. */
const MOST = 50;

/** A page's `now` (Graph's, UTC ms) → performance.now() when it was first seen. */
const seen = new Map<number, number>();

/** When the page's `now` came, in the time of performance.now(). Whoever asks first sets it, so the page itself has to ask when it comes. */
export function cameAt(now: number): number {
  const known = seen.get(now);
  if (known !== undefined) return known;
  const [oldest] = seen.keys();
  if (seen.size >= MOST && oldest !== undefined) seen.delete(oldest);
  const at = performance.now();
  seen.set(now, at);
  return at;
}

/** Graph's time at this moment, UTC ms: the page's `now` and what has passed since it came. */
export function graphTime(now: number): number {
  return now + performance.now() - cameAt(now);
}
