import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@/lib/auth/viewer';
import { database } from '@/lib/store/database';
import { seal, unseal } from '@/lib/store/sealing';
import { z } from '@/lib/zod';
import { MOST_TOGETHER } from './content';
import { KEPT_MS, openDraft } from './drafts';

/** A package chosen to be asked for together with others. */
export interface TrayPackage {
  id: string;
  name: string;
  /** New with every choice: keys of submissions for other people begin with it, so that choosing again is another intent. */
  nonce: string;
}

/** What one press changes. More than the tray holds is left out. */
export type TrayChange =
  | { choose: { id: string; name: string } }
  /** `keepPage`: what the page holds, and whom it is for, stays although nothing is chosen for the moment. */
  | { leave: readonly string[]; keepPage?: boolean | undefined };

/** What the sealed tray holds. */
export const trayContentSchema = z
  .array(z.object({ id: z.string().max(200), name: z.string().max(1_000), nonce: z.string().max(100) }))
  .max(MOST_TOGETHER);
const PLACE = { accessPackageId: '', accessPackageName: '', intent: 'tray' } as const;
const ROUNDS = 5;

/** The packages this person has chosen, in that order: theirs on every device, sealed, 30 days from the last change. */
export async function trayOf(viewer: Viewer): Promise<TrayPackage[]> {
  const db = await database();
  const row = await db
    .selectFrom('drafts')
    .select(['key', 'sealed'])
    .where('oid', '=', viewer.oid)
    .where('intent', '=', 'tray')
    .executeTakeFirst();
  return row ? opened(row.key, row.sealed) : [];
}

/** The tray as it waits on Home. */
export interface WaitingTray {
  key: string;
  packages: TrayPackage[];
  /** Something of the page that asks for them is filled in. */
  isBegun: boolean;
  /** UTC ms. */
  updatedAt: number;
}

/** The tray with what its page holds; null when nothing is chosen. */
export async function waitingTray(viewer: Viewer): Promise<WaitingTray | null> {
  const db = await database();
  const rows = await db
    .selectFrom('drafts')
    .select(['key', 'intent', 'sealed', 'updated_ms'])
    .where('oid', '=', viewer.oid)
    .where('intent', 'in', ['tray', 'together'])
    .where('access_package_id', '=', PLACE.accessPackageId)
    .where('updated_ms', '>=', Date.now() - KEPT_MS)
    .execute();
  const tray = rows.find(({ intent }) => intent === 'tray');
  const packages = tray ? opened(tray.key, tray.sealed) : [];
  if (!tray || packages.length === 0) return null;
  const page = rows.find(({ intent, sealed }) => intent === 'together' && sealed !== null);
  return { key: tray.key, packages, isBegun: page !== undefined, updatedAt: Math.max(tray.updated_ms, page?.updated_ms ?? 0) };
}

/** Changes the tray and answers it; two tabs that change it at once lose nothing of each other. An empty tray takes its half-filled page with it. */
export async function changeTray(viewer: Viewer, change: TrayChange): Promise<TrayPackage[]> {
  const { key } = await openDraft(viewer, PLACE);
  const db = await database();
  for (let round = 0; round < ROUNDS; round += 1) {
    const row = await db.selectFrom('drafts').select('sealed').where('key', '=', key).where('oid', '=', viewer.oid).executeTakeFirst();
    const before = opened(key, row?.sealed ?? null);
    const after = changed(before, change);
    const saved = await db
      .updateTable('drafts')
      .set({ sealed: seal('draft', key, JSON.stringify(after)), updated_ms: Date.now() })
      .where('key', '=', key)
      .where('oid', '=', viewer.oid)
      .where((eb) => (row?.sealed ? eb('sealed', '=', row.sealed) : eb('sealed', 'is', null)))
      .returning('key')
      .executeTakeFirst();
    if (!saved) continue;
    if (after.length === 0 && !('leave' in change && change.keepPage)) await forgetPage(viewer);
    return after;
  }
  return trayOf(viewer);
}

/** The half-filled page of the tray; pages that ask for one package only have drafts of their own. */
async function forgetPage(viewer: Viewer): Promise<void> {
  const db = await database();
  const pages = db.deleteFrom('drafts').where('oid', '=', viewer.oid).where('intent', '=', 'together');
  await pages.where('access_package_id', '=', PLACE.accessPackageId).execute();
}

function changed(before: readonly TrayPackage[], change: TrayChange): TrayPackage[] {
  if ('leave' in change) return before.filter(({ id }) => !change.leave.includes(id));
  const { id, name } = change.choose;
  if (before.some((each) => each.id === id)) return [...before];
  return [...before, { id, name, nonce: randomUUID() }].slice(0, MOST_TOGETHER);
}

function opened(key: string, sealed: string | null): TrayPackage[] {
  const text = sealed === null ? null : unseal('draft', key, sealed);
  if (text === null) return [];
  const rows = trayContentSchema.safeParse(JSON.parse(text));
  return rows.success ? rows.data : [];
}
