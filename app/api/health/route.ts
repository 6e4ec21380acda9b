import { database } from '@/lib/store/database';

export const dynamic = 'force-dynamic';

/** Ready when the store answers. Says nothing else: no version, no address, no error. */
export async function GET(): Promise<Response> {
  try {
    const db = await database();
    await db.selectFrom('rate_windows').select('key').limit(1).execute();
    return Response.json({ ready: true }, { headers: { 'cache-control': 'no-store' } });
  } catch {
    return Response.json({ ready: false }, { status: 503, headers: { 'cache-control': 'no-store' } });
  }
}
