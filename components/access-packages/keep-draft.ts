import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import type { SavedDraft } from '@/components/form/use-draft';
import { draftContentSchema } from '@/lib/drafts/content';
import { saveDraft } from '@/lib/drafts/drafts';
import { PortalFault } from '@/lib/portal-error';

/** Keeps a form's content under its key. Throws `invalid` for what no form of ours holds. `savedAt` is Graph's clock. */
export async function keepDraft(viewer: Viewer, now: Date, key: string, body: unknown): Promise<SavedDraft> {
  const content = draftContentSchema.safeParse(body);
  if (!content.success) throw new PortalFault({ kind: 'invalid', fields: {} });
  return { saved: await saveDraft(viewer, key, content.data), savedAt: now.toISOString() };
}
