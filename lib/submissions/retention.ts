import 'server-only';
import { database } from '@/lib/store/database';

const DAY_MS = 86_400_000;

/** A completed request stays in Graph three months (contract §1.9), and may have waited as long before: nobody asks about older ones. */
export const KEPT_MS = 180 * DAY_MS;
/** A row that was never sent is left by a process that died while preparing it. */
export const NEVER_SENT_KEPT_MS = DAY_MS;

/** Forgets what came to an end long ago, and what never began. */
export async function forgetOldSubmissions(now = Date.now()): Promise<void> {
  const db = await database();
  await db
    .deleteFrom('submissions')
    .where('settled_ms', '<', now - KEPT_MS)
    .execute();
  await db
    .deleteFrom('decisions')
    .where('decided_ms', '<', now - KEPT_MS)
    .execute();
  await db
    .deleteFrom('deliveries')
    .where('seen_ms', '<', now - KEPT_MS)
    .execute();
  await db
    .deleteFrom('submissions')
    .where('state', 'in', ['ready', 'sending'])
    .where((eb) =>
      eb.or([
        eb.and([eb('state', '=', 'ready'), eb('created_ms', '<', now - NEVER_SENT_KEPT_MS)]),
        eb.and([eb('state', '=', 'sending'), eb('sending_ms', '<', now - KEPT_MS)]),
      ]),
    )
    .execute();
}
