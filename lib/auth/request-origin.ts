import { PortalFault } from '@/lib/portal-error';

/**
 * Whether a writing request comes from the portal's own pages: Origin must be there and be PORTAL_ORIGIN (never compared with a Host
 * or forwarded header, which a caller can forge), and Sec-Fetch-Site, where the browser sends it, must agree. Throws `forbidden`.
 */
export function requireSameOrigin(headers: Pick<Headers, 'get'>, portalOrigin: string): void {
  const site = headers.get('sec-fetch-site');
  const own = headers.get('origin') === portalOrigin && (site === null || site === 'same-origin');
  if (!own) throw new PortalFault({ kind: 'forbidden' });
}

/**
 * Whether a link the browser follows by itself (a download) was begun by the portal's own page or by the person: such a call carries no tag,
 * and SameSite=Lax lets another site's link bring the cookie. Browsers without Sec-Fetch-Site pass, as for any read.
 */
export function isOwnLink(headers: Pick<Headers, 'get'>): boolean {
  const site = headers.get('sec-fetch-site');
  return site === null || site === 'same-origin' || site === 'none';
}

/** Longest body of an action or a writing handler, in bytes. */
export const BODY_LIMIT = 256 * 1024;

/** Refuses a body that is too long, or does not say how long it is, before anything is read. Throws `invalid`. */
export function requireSmallBody(headers: Pick<Headers, 'get'>): void {
  const length = Number(headers.get('content-length') ?? 0);
  if (!(length <= BODY_LIMIT) || headers.get('transfer-encoding') !== null)
    throw new PortalFault({ kind: 'invalid', fields: { body: 'other' } });
}
