import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { config } from '@/lib/config';
import { exposition } from './registry';

/** GET /api/metrics: this process's counters, for whoever brings METRICS_TOKEN. Not there at all where no token is set. */
export function metricsAnswer(request: Request): Response {
  const { metricsToken } = config();
  if (metricsToken === null) return new Response(null, { status: 404 });
  const presented = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  if (!timingSafeEqual(digest(presented), digest(metricsToken)))
    return new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer', 'cache-control': 'no-store' } });
  return new Response(exposition(), {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
  });
}

// Of one length, whatever was presented.
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
