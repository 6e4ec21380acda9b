import 'server-only';
import { config } from '@/lib/config';

/**
 * Microsoft's own portal: a package's page, or its start page (contract §4.10: nothing deeper is documented).
 * Null in sandbox mode, where there is no such page and the words stand as plain text.
 */
export function myAccessUrl(packageId?: string): string | null {
  const { mode, graphRoot, tenantId } = config();
  if (mode === 'sandbox') return null;
  const host = new URL(graphRoot).hostname.endsWith('.us') ? 'myaccess.microsoft.us' : 'myaccess.microsoft.com';
  const start = `https://${host}/@${tenantId}`;
  return packageId ? `${start}#/access-packages/${encodeURIComponent(packageId)}` : start;
}
