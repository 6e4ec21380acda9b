import { browserIdentity } from '@/lib/auth/browser-identity';
import { log } from '@/lib/log';

export const dynamic = 'force-dynamic';

/** What MSAL in the browser needs to know; public. 503 while the authority cannot be asked. */
export async function GET(): Promise<Response> {
  try {
    return Response.json(await browserIdentity(), { headers: { 'cache-control': 'private, max-age=300' } });
  } catch (error) {
    log().error({ err: error }, 'the authority could not be asked');
    return new Response(null, { status: 503 });
  }
}
