import { isReady } from '@/lib/store/readiness';

export const dynamic = 'force-dynamic';

/** Ready when the store takes a write. Says nothing else: no version, no address, no error. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  return Response.json({ ready }, { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
