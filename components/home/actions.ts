'use server';

import { action } from '@/lib/auth/action';
import { bringBack, discard, discardedSchema } from '@/lib/drafts/discard';
import { z } from '@/lib/zod';

/** Forgets what was begun; answers what it held, for the undo. */
export const discardBegun = action(z.object({ key: z.uuid() }), 'requestor', ({ viewer }, { key }) => discard(viewer, key));

/** Undoes that. */
export const bringBackBegun = action(discardedSchema, 'requestor', ({ viewer }, discarded) => bringBack(viewer, discarded));
