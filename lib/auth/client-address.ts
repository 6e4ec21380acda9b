/**
 * The caller's address behind so many trusted proxies (TRUSTED_PROXY_HOPS): each appends the address it saw, so the last `hops` entries
 * are theirs and the first of those is the caller. Without a proxy the header is the caller's own word: everybody shares one name.
 */
export function clientAddress(forwardedFor: string | null, hops: number): string {
  if (hops === 0 || forwardedFor === null) return 'direct';
  const seen = forwardedFor.split(',').map((part) => part.trim());
  return seen.at(-hops) || 'direct';
}
