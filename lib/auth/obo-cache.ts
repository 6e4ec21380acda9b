import 'server-only';
import { database } from '@/lib/store/database';
import { seal, unseal } from '@/lib/store/sealing';
import type { GraphToken } from './obo-exchange';

/** The token kept under this key, or null. It may have expired. */
export async function keptToken(key: string): Promise<GraphToken | null> {
  const db = await database();
  const row = await db.selectFrom('obo_tokens').select(['sealed', 'expires_ms']).where('key', '=', key).executeTakeFirst();
  const token = row && unseal('obo-token', key, row.sealed);
  return row && token ? { token, expiresMs: row.expires_ms } : null;
}

/** Keeps a token until it expires or its session ends; nothing is kept for a session that ended meanwhile. */
export async function keepToken(key: string, sessionId: string, { token, expiresMs }: GraphToken): Promise<void> {
  const db = await database();
  const sealed = seal('obo-token', key, token);
  await db.deleteFrom('obo_tokens').where('session_id', '=', sessionId).where('expires_ms', '<', Date.now()).execute();
  await db
    .insertInto('obo_tokens')
    .columns(['key', 'session_id', 'sealed', 'expires_ms'])
    .expression((eb) =>
      eb
        .selectFrom('sessions')
        .select([
          eb.val(key).as('key'),
          'sessions.id as session_id',
          eb.val(sealed).as('sealed'),
          eb.val(Math.round(expiresMs)).as('expires_ms'),
        ])
        .where('sessions.id', '=', sessionId),
    )
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({ sealed: eb.ref('excluded.sealed'), expires_ms: eb.ref('excluded.expires_ms') })),
    )
    .execute();
}
