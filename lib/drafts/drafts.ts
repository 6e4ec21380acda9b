import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@/lib/auth/viewer';
import { PortalFault } from '@/lib/portal-error';
import { database } from '@/lib/store/database';
import { seal, unseal } from '@/lib/store/sealing';
import { storable } from '@/lib/store/storable';
import type { DraftRow } from '@/lib/store/tables/drafts';
import { draftContentSchema } from './content';

/** What a half-filled form holds. Kept encrypted, per person, package, target and intent, 30 days, until sent or discarded. */
export interface DraftContent {
  policyId: string | null;
  /** Question id → values. */
  answers: Record<string, string[]>;
  justification: string;
  /** null = the policy's usual period. Days yyyy-mm-dd in `timeZone`. */
  period: { startDay: string | null; endDay: string | null } | null;
  timeZone: string | null;
  /** Question id → what it asked when the answer was typed, to say later what has changed. */
  asked?: Record<string, Asked>;
  /** Question id or `justification` → where its words were taken from, until they are changed. */
  taken?: Record<string, Taken>;
  /** Of the page that asks for several packages: everything but the justification that is the same for all. */
  together?: TogetherContent;
}

/** A question as it stood when it was answered. */
export interface Asked {
  /** The policy's own text. */
  text: string;
  needed: boolean;
  /** Pattern of a text question. */
  rule: string | null;
  /** Of a choice question: what was chosen, in words, in the order of the answer's values. */
  chosen?: string[];
}

/** Where words came from that were typed before: an earlier request of mine or another draft. */
export interface Taken {
  kind: 'request' | 'draft';
  /** When the request was made, UTC ISO 8601. */
  at: string | null;
  /** Name of the other package; empty where it is the same one, or not known. */
  from: string;
}

/** What the page that asks for several packages holds, by names of its own fields. */
export interface TogetherContent {
  /** Whom it is all for; absent: not said yet. */
  people?: { objectId: string; displayName: string; email: string; isGuest: boolean }[];
  /** Package field → policy id. */
  policies: Record<string, string>;
  /** Question field → values. */
  answers: Record<string, string[]>;
  /** Each package has a justification of its own. */
  separate: boolean;
  /** Fields that each person answers for themselves: question and package fields, and `justification`. */
  differ?: string[];
  /** Package or person field → justification. */
  justifications: Record<string, string>;
  /** Package field, of a person where they differ → period; null = the policy's usual one. */
  periods: Record<string, DraftContent['period']>;
}

export interface Draft {
  /** Random; also the submission's key. */
  key: string;
  accessPackageId: string;
  accessPackageName: string;
  intent: DraftRow['intent'];
  /** Which assignment a change is about; null for a new request. */
  assignmentId: string | null;
  content: DraftContent | null;
  /** UTC ms. */
  updatedAt: number;
}

/** How long what was typed is kept after the last key. */
export const KEPT_MS = 30 * 86_400_000;

/** The one open draft of this person, package and intent; made (empty) when there is none. */
export async function openDraft(
  viewer: Viewer,
  of: { accessPackageId: string; accessPackageName: string; intent: DraftRow['intent']; assignmentId?: string },
): Promise<Draft> {
  const db = await database();
  const now = Date.now();
  await db
    .deleteFrom('drafts')
    .where('updated_ms', '<', now - KEPT_MS)
    .execute();
  const row = await db
    .insertInto('drafts')
    .values({
      key: randomUUID(),
      oid: viewer.oid,
      access_package_id: storable(of.accessPackageId),
      access_package_name: storable(of.accessPackageName),
      intent: of.intent,
      assignment_id: storable(of.assignmentId ?? ''),
      sealed: null,
      updated_ms: now,
    })
    // The name may have changed since, or not be known this time; the age counts from what was typed.
    .onConflict((conflict) =>
      conflict.columns(['oid', 'access_package_id', 'intent', 'assignment_id']).doUpdateSet((eb) => ({
        access_package_name: eb.ref(of.accessPackageName === '' ? 'drafts.access_package_name' : 'excluded.access_package_name'),
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return toDraft(row);
}

/** Keeps what was typed. False when the draft is gone (sent or discarded elsewhere); throws `invalid` where it is beyond all bounds. */
export async function saveDraft(viewer: Viewer, key: string, content: DraftContent): Promise<boolean> {
  const db = await database();
  const bounded = draftContentSchema.safeParse(content);
  if (!bounded.success) throw new PortalFault({ kind: 'invalid', fields: {} });
  const sealed = seal('draft', key, JSON.stringify(bounded.data));
  const saved = await db
    .updateTable('drafts')
    .set({ sealed, updated_ms: Date.now() })
    .where('key', '=', storable(key))
    .where('oid', '=', viewer.oid)
    .returning('key')
    .executeTakeFirst();
  return saved !== undefined;
}

/** Gives an open draft a new key, emptied until it is saved again (what was sealed belongs to the old key). Null when it is gone. */
export async function renewDraft(viewer: Viewer, key: string): Promise<string | null> {
  const db = await database();
  const renewed = await db
    .updateTable('drafts')
    .set({ key: randomUUID(), sealed: null, updated_ms: Date.now() })
    .where('key', '=', storable(key))
    .where('oid', '=', viewer.oid)
    .returning('key')
    .executeTakeFirst();
  return renewed?.key ?? null;
}

/** Non-empty drafts of requests for me and for others, newest first. */
export async function myDrafts(viewer: Viewer): Promise<Draft[]> {
  const db = await database();
  const rows = await db
    .selectFrom('drafts')
    .selectAll()
    .where('oid', '=', viewer.oid)
    .where('sealed', 'is not', null)
    // The page that asks for the packages of the tray is about none: `waitingTray` tells of it.
    .where((eb) => eb.or([eb('intent', 'in', ['userAdd', 'userUpdate']), eb('intent', '=', 'together').and('access_package_id', '!=', '')]))
    .where('updated_ms', '>=', Date.now() - KEPT_MS)
    .orderBy('updated_ms', 'desc')
    .execute();
  return rows.map(toDraft).filter((draft) => draft.content !== null);
}

export async function discardDraft(viewer: Viewer, key: string): Promise<void> {
  const db = await database();
  await db.deleteFrom('drafts').where('key', '=', storable(key)).where('oid', '=', viewer.oid).execute();
}

/** What was begun to be changed of an assignment goes with it. */
export async function discardUpdateDrafts(viewer: Viewer, assignmentId: string): Promise<void> {
  const db = await database();
  await db
    .deleteFrom('drafts')
    .where('oid', '=', viewer.oid)
    .where('intent', '=', 'userUpdate')
    .where('assignment_id', '=', storable(assignmentId))
    .execute();
}

function toDraft(row: DraftRow): Draft {
  return {
    key: row.key,
    accessPackageId: row.access_package_id,
    accessPackageName: row.access_package_name,
    intent: row.intent,
    assignmentId: row.assignment_id || null,
    content: row.sealed === null ? null : opened(row.key, row.sealed),
    updatedAt: row.updated_ms,
  };
}

/** Null where the secret that sealed it is gone. */
function opened(key: string, sealed: string): DraftContent | null {
  const text = unseal('draft', key, sealed);
  if (text === null) return null;
  const content = draftContentSchema.safeParse(JSON.parse(text));
  return content.success ? content.data : null;
}
