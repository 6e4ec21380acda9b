import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { PortalFault } from '@/lib/portal-error';
import { z } from '@/lib/zod';
import { MOST_PEOPLE } from './bounds';
import { personSchema } from './content';
import { openDraft, saveDraft, type TogetherContent } from './drafts';

type People = NonNullable<TogetherContent['people']>;

const PLACE = { accessPackageId: '', accessPackageName: '', intent: 'together' } as const;

/** Whom the tray is for, as one press says it. */
export const trayPeopleSchema = z.object({ people: z.array(personSchema).min(1).max(MOST_PEOPLE) });

/** Says whom the packages of the tray are for, beside what its page holds already. Throws `unavailable` where the page is just being emptied. */
export async function setTrayPeople(viewer: Viewer, people: People): Promise<void> {
  const draft = await openDraft(viewer, PLACE);
  const content = draft.content ?? { policyId: null, answers: {}, justification: '', period: null, timeZone: null };
  const together = content.together ?? { policies: {}, answers: {}, separate: false, justifications: {}, periods: {} };
  const saved = await saveDraft(viewer, draft.key, { ...content, together: { ...together, people } });
  if (!saved) throw new PortalFault({ kind: 'unavailable' });
}

/** Whom the packages of the tray are for; empty where nobody was named. */
export async function trayPeople(viewer: Viewer): Promise<People> {
  const { content } = await openDraft(viewer, PLACE);
  return content?.together?.people ?? [];
}
