import 'server-only';
import { config } from '@/lib/config';
import { clientAddress } from './client-address';
import { sessionOf } from './current-viewer';
import type { Caller } from './rate-limit';
import type { Viewer } from './viewer';

/** The address of a request, null where no trusted proxy tells it. */
export function requestAddress(headers: Pick<Headers, 'get'>): string | null {
  return clientAddress(headers.get('x-forwarded-for'), config().trustedProxyHops);
}

/** Who sent a request of this viewer, for the limits. */
export async function callerOf(viewer: Viewer, headers: Pick<Headers, 'get'>): Promise<Caller> {
  return { session: await sessionOf(viewer), address: requestAddress(headers) };
}
