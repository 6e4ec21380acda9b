import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { PortalFault } from '@/lib/portal-error';
import { database } from '@/lib/store/database';
import { seal, unseal } from '@/lib/store/sealing';
import { storable } from '@/lib/store/storable';
import { z } from '@/lib/zod';
import { draftContentSchema } from './content';
import { trayContentSchema } from './tray';

/** What was taken away, as the browser holds it until its undo is gone: the store keeps nothing of it. */
export const discardedSchema = z
  .array(
    z.object({
      key: z.uuid(),
      accessPackageId: z.string().max(200),
      accessPackageName: z.string().max(1_000),
      intent: z.enum(['userAdd', 'userUpdate', 'tray', 'together']),
      assignmentId: z.string().max(200),
      /** JSON of what the form held. */
      text: z.string().max(900_000),
    }),
  )
  .max(2);

export type Discarded = z.infer<typeof discardedSchema>;

/** Forgets a draft of mine, the tray with its page. Answers what it held, so that it can be brought back; empty where it was gone already. */
export async function discard(viewer: Viewer, key: string): Promise<Discarded> {
  const db = await database();
  const first = await db
    .deleteFrom('drafts')
    .where('key', '=', storable(key))
    .where('oid', '=', viewer.oid)
    .where('intent', 'in', ['userAdd', 'userUpdate', 'tray', 'together'])
    .returningAll()
    .executeTakeFirst();
  if (!first) return [];
  const page =
    first.intent === 'tray'
      ? await db
          .deleteFrom('drafts')
          .where('oid', '=', viewer.oid)
          .where('intent', '=', 'together')
          // Pages that ask for one package only have drafts of their own.
          .where('access_package_id', '=', '')
          .returningAll()
          .execute()
      : [];
  const held = [first, ...page].flatMap((row) => {
    const text = row.sealed === null ? null : unseal('draft', row.key, row.sealed);
    if (text === null) return [];
    const { access_package_id: accessPackageId, access_package_name: accessPackageName, assignment_id: assignmentId, intent } = row;
    return [{ key: row.key, accessPackageId, accessPackageName, intent, assignmentId, text }];
  });
  return discardedSchema.parse(held);
}

/** Puts back what was discarded, under its old key; where a new draft has taken its place meanwhile, that one stays. */
export async function bringBack(viewer: Viewer, discarded: Discarded): Promise<void> {
  const db = await database();
  for (const { key, accessPackageId, accessPackageName, intent, assignmentId, text } of discarded) {
    const content = (intent === 'tray' ? trayContentSchema : draftContentSchema).safeParse(parsed(text));
    if (!content.success) throw new PortalFault({ kind: 'invalid', fields: {} });
    const place = { oid: viewer.oid, access_package_id: storable(accessPackageId), intent, assignment_id: storable(assignmentId) };
    // A form that was opened since, and holds nothing yet, makes room.
    await db
      .deleteFrom('drafts')
      .where((eb) => eb.and(place))
      .where('sealed', 'is', null)
      .execute();
    await db
      .insertInto('drafts')
      .values({
        ...place,
        key,
        access_package_name: storable(accessPackageName),
        sealed: seal('draft', key, JSON.stringify(content.data)),
        updated_ms: Date.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
