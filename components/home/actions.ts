'use server';

import { action } from '@/lib/auth/action';
import { bringBack, discard, discardedSchema } from '@/lib/drafts/discard';
import { askAboutEnd, endKey, letEnd } from '@/lib/drafts/let-end';
import { z } from '@/lib/zod';

/** Forgets what was begun; answers what it held, for the undo. */
export const discardBegun = action(z.object({ key: z.uuid() }), 'requestor', ({ viewer }, { key }) => discard(viewer, key));

/** Undoes that. */
export const bringBackBegun = action(discardedSchema, 'requestor', ({ viewer }, discarded) => bringBack(viewer, discarded));

const end = z.object({ assignmentId: z.string().min(1).max(200), endDateTime: z.iso.datetime(), isAccepted: z.boolean() });

/** Home asks no more about an end, or again; nothing is sent to Graph. */
export const letItEnd = action(end, 'requestor', async ({ viewer }, { assignmentId, endDateTime, isAccepted }) => {
  await (isAccepted ? letEnd : askAboutEnd)(viewer, endKey(assignmentId, endDateTime));
});
