/**
 * The caller's address behind so many trusted proxies (TRUSTED_PROXY_HOPS): each appends the address it saw, so the last `hops` entries
 * are theirs and the first of those is the caller. Null where nobody trusted tells: without a proxy the header is the caller's own word.
 * A port beside the address (some gateways write one) is left out.
 */
export function clientAddress(forwardedFor: string | null, hops: number): string | null {
  if (hops === 0 || forwardedFor === null) return null;
  const seen = forwardedFor.split(',').map((part) => part.trim());
  const address = seen
    .at(-hops)
    ?.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .replace(/^\[(.*)\](?::\d+)?$/, '$1');
  return address ? address.slice(0, LONGEST) : null;
}

/** An IPv6 address with a zone is shorter than this. */
const LONGEST = 64;
